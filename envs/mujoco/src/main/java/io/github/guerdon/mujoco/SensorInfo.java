package io.github.guerdon.mujoco;

/**
 * Describes a sensor.
 *
 * @param address its first entry in sensordata
 * @param size how many entries it has
 * @param type MuJoCo's number for its kind ({@code mjtSensor})
 * @param stage the stage that computes it
 */
public record SensorInfo(int address, int size, int type, Stage stage) {}
