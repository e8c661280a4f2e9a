package io.github.guerdon.prompt;

import java.util.List;
import java.util.Map;

/** What a designer is sent, whole: one method for each kind of request. */
public final class DesignPrompts {

  private final Prompts prompts;

  /** Uses these texts. */
  public DesignPrompts(Prompts prompts) {
    this.prompts = prompts;
  }

  /** Returns what stays the same for all requests: the reward's class, its rules, an example. */
  public String system() {
    return prompts.render(PromptName.SYSTEM, Map.of());
  }

  /** Returns the request for a first reward. */
  public String first(TaskText task) {
    return prompts.render(PromptName.FIRST, Map.of("task", task.values()));
  }

  /** Returns the request for a better reward than those shown. */
  public String refine(TaskText task, Feedback feedback) {
    return prompts.render(PromptName.REFINE, with(task, feedback));
  }

  /**
   * Returns the request to change one term of the first parent.
   *
   * @param term the term's name in its normal form
   */
  public String mutate(TaskText task, Feedback feedback, String term) {
    atLeast(1, feedback, "mutate");
    return prompts.render(
        PromptName.MUTATE,
        Map.of(
            "task", task.values(),
            "feedback", FeedbackText.of(feedback),
            "parent", feedback.parents().get(0).id(),
            "term", PlainText.code(term)));
  }

  /** Returns the request to join terms of the first two parents. */
  public String crossover(TaskText task, Feedback feedback) {
    atLeast(2, feedback, "crossover");
    return prompts.render(
        PromptName.CROSSOVER,
        Map.of(
            "task", task.values(),
            "feedback", FeedbackText.of(feedback),
            "first", feedback.parents().get(0).id(),
            "second", feedback.parents().get(1).id()));
  }

  /** Returns the request for a reward that is built unlike all those shown. */
  public String explore(TaskText task, Feedback feedback) {
    return prompts.render(PromptName.EXPLORE, with(task, feedback));
  }

  /**
   * Returns the request to put a refused reward right.
   *
   * @param numberedCode its code with line numbers
   * @param outcome how it was refused, such as {@code STATIC_REJECT}
   * @param findings all findings, with their lines
   * @param round this round, from 1
   * @param of how many rounds there are
   */
  public String repair(
      TaskText task, String numberedCode, String outcome, String findings, int round, int of) {
    if (round < 1 || round > of) {
      throw new IllegalArgumentException("repair round " + round + " is not in 1 … " + of);
    }
    return prompts.render(
        PromptName.REPAIR,
        Map.of(
            "task",
            task.values(),
            "code",
            numberedCode.isBlank() ? "" : PlainText.fence("java", numberedCode),
            "outcome",
            PlainText.code(outcome),
            "findings",
            PlainText.fence("text", findings),
            "round",
            round,
            "rounds",
            of));
  }

  /** Returns the request for lessons from what was tried. */
  public String reflect(TaskText task, Feedback feedback) {
    return prompts.render(PromptName.REFLECT, with(task, feedback));
  }

  /** Returns the request for questions about the task's description. */
  public String ask(TaskText task) {
    return prompts.render(PromptName.ASK, Map.of("task", task.values()));
  }

  /** Returns the hash of all texts. */
  public String hash() {
    return prompts.hash();
  }

  /**
   * Splits a rendered prompt at its headings of the second level; headings within fences and quotes
   * are none.
   */
  public static List<Part> parts(String rendered) {
    return Sections.of(rendered);
  }

  private static Map<String, Object> with(TaskText task, Feedback feedback) {
    return Map.of("task", task.values(), "feedback", FeedbackText.of(feedback));
  }

  private static void atLeast(int parents, Feedback feedback, String request) {
    if (feedback.parents().size() < parents) {
      throw new IllegalArgumentException(
          request
              + " needs "
              + parents
              + " candidates to build on, has "
              + feedback.parents().size()
              + "; ask to refine instead");
    }
  }
}
