package io.github.guerdon.generator.search;

import io.github.guerdon.generator.search.RaceRule.Member;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is told of a candidate that the race stopped. */
final class StopText {

  private static final int MOST_POINTS = 10;

  private StopText() {}

  /** Says in a line how it stood beside who went on. */
  static String sentence(String metric, Race.Stop stop) {
    return say(
        "%s %s, %s had %s there",
        metric, level(stop.member()), stop.reference().id(), level(stop.reference()));
  }

  /**
   * Says it for a designer.
   *
   * @param metric what the task maximises
   * @param outcomes of the candidate's trainings, paused where it stopped
   */
  static String of(String metric, List<Outcome> outcomes, Race.Stop stop, long step, long of) {
    StringBuilder text = new StringBuilder();
    text.append(
        say(
            "Stopped after %d of %d training steps, as it learned clearly more slowly than others: %s"
                + " (mean of the last episodes and its standard error).",
            step, of, sentence(metric, stop)));
    outcomes.stream()
        .filter(Outcome.Paused.class::isInstance)
        .map(o -> ((Outcome.Paused) o).curve())
        .filter(curve -> !curve.isEmpty())
        .findFirst()
        .ifPresent(curve -> text.append('\n').append(curve(metric, curve)));
    return text.toString();
  }

  private static String curve(String metric, List<CurvePoint> curve) {
    List<CurvePoint> last = curve.subList(Math.max(0, curve.size() - MOST_POINTS), curve.size());
    String way =
        last.stream()
            .filter(p -> p.metrics().containsKey(metric))
            .map(p -> say("%.4g", p.metrics().get(metric)))
            .collect(Collectors.joining(", "));
    String shares =
        last.get(last.size() - 1).terms().entrySet().stream()
            .map(e -> say("%s %.2f", e.getKey(), e.getValue().share()))
            .collect(Collectors.joining(", "));
    return (way.isEmpty() ? "" : metric + " on the way: " + way + ".\n")
        + "Share of each term in the reward at the end: "
        + shares
        + ".";
  }

  private static String level(Member member) {
    return say("%.4g ± %.2g", member.mean(), member.standardError());
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
