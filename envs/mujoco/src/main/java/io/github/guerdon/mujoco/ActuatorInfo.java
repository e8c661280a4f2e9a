package io.github.guerdon.mujoco;

/**
 * Describes an actuator.
 *
 * @param transmission how its force reaches the model
 * @param target the id of what it drives: a joint, tendon, site or body, as the transmission says
 * @param controlAddress its first entry in ctrl
 * @param controls how many entries of ctrl it has, nearly always one
 * @param limited whether its first control is clipped to the range
 * @param lower the control range's lower end
 * @param upper the control range's upper end
 */
public record ActuatorInfo(
    Transmission transmission,
    int target,
    int controlAddress,
    int controls,
    boolean limited,
    double lower,
    double upper) {}
