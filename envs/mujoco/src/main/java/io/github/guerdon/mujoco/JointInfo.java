package io.github.guerdon.mujoco;

/**
 * Describes a joint.
 *
 * @param type what it allows
 * @param body the body that it moves
 * @param qposAddress its first entry in qpos
 * @param dofAddress its first entry in qvel
 * @param limited whether the range holds
 * @param lower the range's lower end, metres or radians
 * @param upper the range's upper end
 */
public record JointInfo(
    JointType type,
    int body,
    int qposAddress,
    int dofAddress,
    boolean limited,
    double lower,
    double upper) {}
