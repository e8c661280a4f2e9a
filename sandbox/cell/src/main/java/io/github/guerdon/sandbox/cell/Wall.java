package io.github.guerdon.sandbox.cell;

/** What stands between a cell and the machine, strongest first. */
enum Wall {
  /** Namespaces of its own without files, network and neighbours, and the system-call filter. */
  NAMESPACES(3, "namespaces and system-call filter"),
  /** A Landlock domain that may read the JVM's own files only, and the system-call filter. */
  LANDLOCK(2, "Landlock and system-call filter"),
  /** The system-call filter alone. */
  FILTER(1, "system-call filter"),
  /** Limits on memory, time and files only. */
  NONE(0, "plain process");

  private final int level;
  private final String words;

  Wall(int level, String words) {
    this.level = level;
    this.words = words;
  }

  /** Returns the sandbox level that a cell behind this wall has to prove. */
  int level() {
    return level;
  }

  /** Returns what it is, in a few words. */
  String words() {
    return words;
  }

  /** Returns the wall that a level stands for. */
  static Wall of(int level) {
    for (Wall wall : values()) {
      if (wall.level == level) {
        return wall;
      }
    }
    throw new IllegalArgumentException("level is " + level + "; it must be in [0, 3]");
  }
}
