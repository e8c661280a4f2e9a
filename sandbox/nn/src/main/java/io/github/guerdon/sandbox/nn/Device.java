package io.github.guerdon.sandbox.nn;

/** Names what computes a network. */
public enum Device {
  /** One core. */
  CPU,
  /** The first NVIDIA GPU; its results differ from the CPU's in the last bits. */
  CUDA
}
