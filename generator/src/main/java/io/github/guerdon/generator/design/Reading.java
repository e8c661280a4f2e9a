package io.github.guerdon.generator.design;

/** What could be read of a designer's answer, before anyone looked at its code. */
public enum Reading {
  /** One class, to be reviewed. */
  CODE(""),
  /** Prose without a class. */
  NO_CODE("The answer holds no Java class; give one class Reward in one fenced java block."),
  /** More than one class, so that nobody can say which is meant. */
  TWO_CLASSES(
      "The answer holds more than one class; give one class Reward in one fenced java block."),
  /** The answer ended at its length limit. */
  CUT_OFF("The answer was cut off at its length limit; write less prose and a shorter reward."),
  /** Nothing but blanks, or nothing but thinking. */
  EMPTY("The answer is empty; give one class Reward in one fenced java block."),
  /** The model or its provider declined. */
  DECLINED("The model declined to answer; give one class Reward in one fenced java block."),
  /** No answer came. */
  UNREACHED("No answer came from the model."),
  /** Nobody was asked, as a cap was reached. */
  CAPPED("The model was not asked, as a cap was reached.");

  private final String sentence;

  Reading(String sentence) {
    this.sentence = sentence;
  }

  /** Returns whether a model said anything; if not, the words beside it are of an error message. */
  public boolean answered() {
    return this != UNREACHED && this != CAPPED;
  }

  /** Returns what is wrong and what to do; empty if nothing is. */
  public String sentence() {
    return sentence;
  }
}
