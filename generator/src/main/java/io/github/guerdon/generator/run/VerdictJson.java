package io.github.guerdon.generator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.critic.verdict.Verdict;

/** A verdict as a candidate's folder keeps it; class bytes stay out of it. */
public final class VerdictJson {

  private VerdictJson() {}

  /** Returns the JSON of a verdict. */
  public static JsonNode write(Verdict verdict) {
    ObjectNode node = Json.mapper().createObjectNode();
    if (verdict instanceof Verdict.Rejected rejected) {
      return node.put("outcome", rejected.reason().name())
          .set("findings", Json.tree(rejected.findings()));
    }
    Verdict.Accepted accepted = (Verdict.Accepted) verdict;
    node.put("outcome", "ACCEPTED");
    node.set("terms", Json.tree(accepted.reward().program().terms()));
    node.set("tunables", Json.tree(accepted.reward().tunables()));
    return node.set("findings", Json.tree(accepted.warnings()));
  }
}
