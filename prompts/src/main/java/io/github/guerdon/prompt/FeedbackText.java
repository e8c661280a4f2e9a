package io.github.guerdon.prompt;

import java.util.List;
import java.util.Map;

/** Feedback as templates get it: what a model wrote is fenced. */
final class FeedbackText {

  private FeedbackText() {}

  static Map<String, Object> of(Feedback feedback) {
    return Map.of(
        "parents", feedback.parents().stream().map(FeedbackText::parent).toList(),
        "failures", feedback.failures().stream().map(FeedbackText::failure).toList(),
        "history", fenced(history(feedback.history())),
        "lessons", fenced(feedback.lessons()));
  }

  private static Map<String, String> parent(ParentText parent) {
    return Map.of(
        "id", parent.id(),
        "code", PlainText.fence("java", parent.code()),
        "analysis", fenced(parent.analysis()),
        "changes", fenced(parent.changes()),
        "rationale", fenced(parent.rationale()));
  }

  private static Map<String, String> failure(FailureText failure) {
    return Map.of(
        "id", failure.id(),
        "attempted", fenced(failure.attempted()),
        "outcome", PlainText.code(failure.outcome()),
        "findings", fenced(failure.findings()));
  }

  private static String history(List<TurnText> turns) {
    return String.join(
        "\n",
        turns.stream()
            .map(turn -> "generation " + turn.generation() + ": " + turn.summary().strip())
            .toList());
  }

  private static String fenced(String text) {
    return text.isBlank() ? "" : PlainText.fence("text", text);
  }
}
