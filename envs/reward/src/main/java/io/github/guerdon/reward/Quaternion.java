package io.github.guerdon.reward;

/**
 * A unit quaternion, scalar part first as in MuJoCo: the rotation from an element's frame to the
 * world.
 */
public record Quaternion(double w, double x, double y, double z) {

  /** Returns the frame's x axis in the world. */
  public Vector3 forward() {
    return new Vector3(1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y));
  }

  /** Returns the frame's y axis in the world. */
  public Vector3 left() {
    return new Vector3(2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x));
  }

  /** Returns the frame's z axis in the world. */
  public Vector3 up() {
    return new Vector3(2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y));
  }

  /** Returns the angle of the rotation between two orientations, in rad, in [0, π]. */
  public double angleTo(Quaternion other) {
    double cosine = Math.abs(w * other.w + x * other.x + y * other.y + z * other.z);
    return 2 * StrictMath.acos(Math.min(1.0, cosine));
  }

  /** Returns the rotation about the frame's x axis (z-y-x Euler angles), in rad, in (−π, π]. */
  public double roll() {
    return StrictMath.atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y));
  }

  /** Returns the rotation about the y axis (z-y-x Euler angles), in rad, in [−π/2, π/2]. */
  public double pitch() {
    return StrictMath.asin(Math.max(-1.0, Math.min(1.0, 2 * (w * y - x * z))));
  }

  /** Returns the rotation about the world's z axis (z-y-x Euler angles), in rad, in (−π, π]. */
  public double yaw() {
    return StrictMath.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
  }
}
