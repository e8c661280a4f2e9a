package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;

/**
 * The sizes of a program's frames; both ends derive them from the program and the spec.
 *
 * <p>A step's payload: worlds (int), 4 bytes of 0, then a row of doubles a world: [width] before,
 * [width] after and, if asked for, [width] start, [actuators] controls and previous controls, and 1
 * where the state after is terminal, else 0. The reply: doubles [worlds × terms].
 */
record FrameShape(int width, boolean start, int actuators, int terms, int maxWorlds) {

  FrameShape {
    long bytes = 8 + (long) maxWorlds * worldBytes(width, start, actuators);
    if (bytes > Link.MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "a frame of %d worlds has %d bytes, at most %d are allowed; use fewer worlds"
              .formatted(maxWorlds, bytes, Link.MAX_PAYLOAD));
    }
  }

  static FrameShape of(RewardProgram program, CellSpec spec) {
    return new FrameShape(
        program.table().layout().width(),
        program.readsStart(),
        spec.actuators().size(),
        program.terms().size(),
        spec.maxWorlds());
  }

  /** Returns how many worlds of a program a frame can hold. */
  static int mostWorlds(RewardProgram program, int actuators) {
    int width = program.table().layout().width();
    return (Link.MAX_PAYLOAD - 8) / worldBytes(width, program.readsStart(), actuators);
  }

  /** Returns how many doubles a world's row has. */
  int rowWidth() {
    return terminal() + 1;
  }

  /** Returns where in a row the state after begins; the one before begins at 0. */
  int after() {
    return width;
  }

  /** Returns where in a row the episode's first state begins, if there is one. */
  int startAt() {
    return 2 * width;
  }

  /** Returns where in a row the controls begin. */
  int controls() {
    return states(start) * width;
  }

  /** Returns where in a row the previous step's controls begin. */
  int previous() {
    return controls() + actuators;
  }

  /** Returns where in a row it says whether the state after is terminal. */
  int terminal() {
    return previous() + actuators;
  }

  int stepBytes(int worlds) {
    return 8 + worlds * worldBytes(width, start, actuators);
  }

  int termBytes(int worlds) {
    return worlds * terms * Double.BYTES;
  }

  private static int states(boolean start) {
    return start ? 3 : 2;
  }

  private static int worldBytes(int width, boolean start, int actuators) {
    return (states(start) * width + 2 * actuators + 1) * Double.BYTES;
  }
}
