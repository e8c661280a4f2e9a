package io.github.guerdon.sandbox.cell;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Launchers of a certain level, or a skipped test where the kernel has it not. */
final class Levels {

  private Levels() {}

  /** Opens a launcher whose cells prove this level, no other. */
  static CellLauncher open(int level, CellSettings settings) {
    CellLauncher launcher =
        CellLauncher.open(settings.withStrongest(level).withWeakAllowed(level == 0));
    boolean there = false;
    try {
      there = launcher.sandboxLevel() == level;
    } finally {
      if (!there) {
        launcher.close();
      }
    }
    assumeTrue(there, "missing kernel feature: " + Wall.of(level).words());
    return launcher;
  }
}
