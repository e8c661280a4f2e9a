package io.github.guerdon.sandbox.training;

/** Why a training ended without a result. */
public enum CrashCause {
  /** The reward used up its fuel: an endless or a very long loop. */
  FUEL,
  /** The reward threw an exception. */
  EXCEPTION,
  /** The reward process ran out of memory. */
  MEMORY,
  /** The reward process or its trainer was killed from outside. */
  KILLED,
  /** The reward process answered something that is no answer, or nothing in time. */
  PROTOCOL,
  /** The trainer itself ended: a fault in native code, in the physics or in this program. */
  NATIVE;

  /** Tells whether the same training would end so again, whatever the machine is doing. */
  public boolean isReproducible() {
    return this == FUEL || this == EXCEPTION || this == MEMORY;
  }
}
