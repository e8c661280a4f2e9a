package io.github.guerdon.sandbox.cell;

/**
 * What a process has had of the processors.
 *
 * @param used how long its threads ran, in ns
 * @param waited how long they were ready to run and had no core, in ns
 */
record ProcessorTime(long used, long waited) {

  static final ProcessorTime NONE = new ProcessorTime(0, 0);

  ProcessorTime plus(ProcessorTime other) {
    return new ProcessorTime(used + other.used, waited + other.waited);
  }
}
