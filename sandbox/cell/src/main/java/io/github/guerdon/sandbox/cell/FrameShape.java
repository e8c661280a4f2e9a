package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;

/**
 * The sizes of a program's frames; both ends derive them from the program and the spec.
 *
 * <p>A step's payload: worlds (int), 4 bytes of 0, then doubles [worlds × width] before, after and,
 * if asked for, start, [worlds × actuators] controls and previous controls, and a byte a world that
 * is 1 where the state after is terminal. The reply: doubles [worlds × terms].
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

  int stepBytes(int worlds) {
    return 8 + worlds * worldBytes(width, start, actuators);
  }

  int termBytes(int worlds) {
    return worlds * terms * Double.BYTES;
  }

  private static int worldBytes(int width, boolean start, int actuators) {
    return ((start ? 3 : 2) * width + 2 * actuators) * Double.BYTES + 1;
  }
}
