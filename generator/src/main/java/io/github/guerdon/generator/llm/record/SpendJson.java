package io.github.guerdon.generator.llm.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.account.Spend;

/** What was spent, as JSON and back. */
public final class SpendJson {

  private SpendJson() {}

  /** Writes a spend; money is left out if nobody knows it. */
  public static ObjectNode write(Spend spend) {
    ObjectNode node = JsonFiles.object();
    node.put("calls", spend.calls());
    node.put("assumed_calls", spend.assumed());
    node.set("usage", write(spend.usage()));
    spend.money().ifPresent(money -> node.put("usd", money));
    return node;
  }

  /**
   * Reads a spend.
   *
   * @throws IllegalArgumentException if it is none; names the key
   */
  public static Spend read(JsonNode node) {
    StrictObject object = new StrictObject("spend", node);
    Spend spend =
        new Spend(
            object.count("calls"),
            usage(object.object("usage")),
            object.count("assumed_calls"),
            object.findDecimal("usd"));
    object.end();
    return spend;
  }

  static ObjectNode write(TokenUsage usage) {
    ObjectNode node = JsonFiles.object();
    node.put("input", usage.input());
    node.put("cached_input", usage.cachedInput());
    node.put("output", usage.output());
    node.put("thinking", usage.thinking());
    return node;
  }

  static TokenUsage usage(StrictObject object) {
    TokenUsage usage =
        new TokenUsage(
            object.count("input"),
            object.count("cached_input"),
            object.count("output"),
            object.count("thinking"));
    object.end();
    return usage;
  }
}
