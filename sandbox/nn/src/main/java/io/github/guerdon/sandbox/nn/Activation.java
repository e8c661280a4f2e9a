package io.github.guerdon.sandbox.nn;

/** Names what follows each hidden layer. */
public enum Activation {
  /** Hyperbolic tangent, as a rational function with a relative error below 1e-6. */
  TANH,
  /** Rectified linear unit. */
  RELU
}
