package io.github.guerdon.prompt;

/** The texts that there are, each a file of the same name under {@code prompts/}. */
public enum PromptName {
  /**
   * A task as a person or a designer reads it: what to do, when an episode ends, what is measured,
   * what a reward can read.
   */
  TASK("task.md");

  private final String file;

  PromptName(String file) {
    this.file = file;
  }

  String resource() {
    return "prompts/" + file;
  }
}
