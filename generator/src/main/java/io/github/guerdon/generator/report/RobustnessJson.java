package io.github.guerdon.generator.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.Score;
import io.github.guerdon.generator.report.RobustnessCard.Tried;
import io.github.guerdon.generator.run.Json;
import io.github.guerdon.generator.run.JsonNumber;
import java.util.Locale;
import java.util.Map;

/** A robustness card as journals, reports and the command line tell it; {@code docs/cli.md}. */
public final class RobustnessJson {

  private RobustnessJson() {}

  /** Writes what a card comes to; a number that is none is null. */
  public static ObjectNode write(RobustnessCard card) {
    ObjectNode node = Json.mapper().createObjectNode();
    score(node, card.nominal().score());
    card.worstEnd()
        .ifPresentOrElse(
            end -> score(factors(node.putObject("worst_end"), end), end.score()),
            () -> node.putNull("worst_end"));
    node.put("draws", card.draws());
    JsonNumber.put(node, "iqm", card.iqm());
    JsonNumber.put(node, "lowest", card.lowest().map(t -> t.score().value()).orElse(Double.NaN));
    return node.put("variants", card.variants()).put("within_10_percent", card.held());
  }

  /** Writes what some cards come to, by name. */
  public static ObjectNode write(Map<String, RobustnessCard> cards) {
    ObjectNode node = Json.mapper().createObjectNode();
    cards.forEach((name, card) -> node.set(name, write(card)));
    return node;
  }

  /** Writes what was reached in one model. */
  public static ObjectNode write(Tried tried) {
    ObjectNode node =
        Json.mapper()
            .createObjectNode()
            .put("kind", tried.variant().kind().name().toLowerCase(Locale.ROOT));
    Score score = tried.score();
    score(factors(node, tried), score);
    node.put("success_rate", score.successRate()).put("blown_up", score.blownUp());
    ObjectNode metrics = node.putObject("metrics");
    score.metrics().forEach((name, summary) -> JsonNumber.put(metrics, name, summary.mean()));
    return node;
  }

  private static ObjectNode factors(ObjectNode node, Tried tried) {
    ObjectNode factors = node.putObject("factors");
    tried.variant().factors().forEach((field, factor) -> factors.put(field.word(), factor));
    return node;
  }

  private static void score(ObjectNode node, Score score) {
    JsonNumber.put(node, "fitness", score.value());
    node.put("requirements_met", score.requirementsMet());
  }
}
