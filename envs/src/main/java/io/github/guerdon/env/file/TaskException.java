package io.github.guerdon.env.file;

import java.util.List;

/**
 * Says what is wrong with a task's file or model, or another file that speaks of tasks: each
 * problem a sentence with place and fix.
 */
public final class TaskException extends Exception {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // An immutable list of strings is serializable.
  private final List<String> problems;

  /** Makes one of at least one problem, each {@code file:line:column: sentence}. */
  public TaskException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Makes one of a single problem. */
  public TaskException(String problem) {
    this(List.of(problem));
  }

  /** Returns the problems in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
