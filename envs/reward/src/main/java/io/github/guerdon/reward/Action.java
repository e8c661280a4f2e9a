package io.github.guerdon.reward;

/**
 * What was applied in a control step, in actuator units after clipping to the control range (MuJoCo
 * {@code ctrl}).
 */
public interface Action {

  /**
   * Returns one control.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  double get(int i);

  /** Returns the control of an actuator by name. */
  double of(String actuator);

  /**
   * Returns one control of the step before; 0 at an episode's first step.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  double previous(int i);

  /** Returns the number of controls (MuJoCo {@code nu}). */
  int size();

  /** Returns the sum of the squared controls. */
  double sumOfSquares();

  /** Returns the Euclidean norm of the controls. */
  double norm();

  /** Returns the Euclidean norm of the change since the step before. */
  double rate();

  /**
   * Returns one control scaled from its range to [−1, 1]; a control without a range as it is.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  double normalised(int i);
}
