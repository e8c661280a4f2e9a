package io.github.guerdon.generator.analysis.fault;

import java.util.List;

/** Looks for one fault. */
interface Detector {

  /** Returns what the evidence shows of the fault, the clearest case first; empty if nothing. */
  List<Finding> find(Evidence evidence);
}
