package io.github.guerdon.generator.analysis;

import io.github.guerdon.sandbox.training.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns failures into words and sentences. */
public final class Failures {

  private static final int LONGEST = 1_000;

  private Failures() {}

  /** Returns an outcome in one word. */
  public static String word(Outcome outcome) {
    return outcome.match(
        completed -> "COMPLETED",
        diverged -> "DIVERGED",
        timedOut -> "TIMED_OUT",
        crashed -> "CRASHED_" + crashed.cause(),
        paused -> "PAUSED");
  }

  /** Says how a training ended that gave no result, and what to do. */
  public static String sentence(Outcome outcome) {
    return outcome.match(
        completed -> "The training ran to its end.",
        diverged ->
            diverged.term().equals(Outcome.Diverged.LEARNER)
                ? say(
                    "The learner's numbers stopped being finite at step %d: use smaller rewards.",
                    diverged.step())
                : say(
                    "Term %s was %s at step %d: terms must be finite and at most 1e6 in magnitude; bound what it divides by or reads.",
                    diverged.term(), diverged.value(), diverged.step()),
        timedOut ->
            say(
                "The training was stopped at its deadline of %d s, at step %d: make the reward cheaper.",
                timedOut.after().toSeconds(), timedOut.step()),
        Failures::crash,
        paused -> say("The training waits at step %d.", paused.step()));
  }

  private static String crash(Outcome.Crashed crashed) {
    return switch (crashed.cause()) {
      case FUEL ->
          say(
              "The reward ran too long in one call (%s) at step %d: bound its loops.",
              crashed.where(), crashed.step());
      case EXCEPTION -> say("The reward threw %s at step %d.", crashed.where(), crashed.step());
      case MEMORY ->
          say(
              "The reward ran out of memory (%s) at step %d: allocate less.",
              crashed.where(), crashed.step());
      case KILLED -> say("A process was killed (%s) at step %d.", crashed.where(), crashed.step());
      case PROTOCOL ->
          say(
              "The reward's process gave no proper answer (%s) at step %d.",
              crashed.where(), crashed.step());
      case NATIVE ->
          say("The trainer itself failed (%s) at step %d.", crashed.where(), crashed.step());
    };
  }

  /** Groups failures that say the same: each text once, with its count, in the order first seen. */
  public static List<String> grouped(List<String> texts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    texts.forEach(t -> counts.merge(trimmed(t), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " times: " + e.getKey())
        .toList();
  }

  private static String trimmed(String text) {
    String stripped = text.strip();
    return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) + " …" : stripped;
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
