package io.github.guerdon.reward;

/** Three numbers along the world's x, y and z axes. */
public record Vector3(double x, double y, double z) {

  /** Returns the sum. */
  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  /** Returns the difference, this one less the other. */
  public Vector3 minus(Vector3 other) {
    return new Vector3(x - other.x, y - other.y, z - other.z);
  }

  /** Returns this vector scaled. */
  public Vector3 times(double factor) {
    return new Vector3(x * factor, y * factor, z * factor);
  }

  /** Returns the dot product. */
  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** Returns the cross product, this one times the other. */
  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** Returns the Euclidean norm. */
  public double norm() {
    return Math.sqrt(dot(this));
  }

  /** Returns the Euclidean distance to another point. */
  public double distanceTo(Vector3 other) {
    return minus(other).norm();
  }
}
