package io.github.guerdon.generator.design.language;

import java.util.Locale;

/** What a model is asked to do with the best candidates so far. */
enum Operator {
  /** Write one from nothing; with what failed, if something did. */
  FIRST,
  /** Improve a candidate. */
  REFINE,
  /** Change one of its terms. */
  MUTATE,
  /** Join two candidates. */
  CROSSOVER,
  /** Write one unlike those that there are. */
  EXPLORE;

  /** Returns its name as records give it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
