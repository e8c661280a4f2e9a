package io.github.guerdon.critic.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes verdicts as SARIF 2.1.0, which code hosts and editors show at the lines of a source.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">the standard</a>
 */
public final class Sarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Sarif() {}

  /** Returns the report of one source. */
  public static String write(String uri, Verdict verdict) {
    return write(Map.of(uri, verdict));
  }

  /**
   * Returns one report of several sources.
   *
   * @param verdicts by the source's relative URI, with slashes and percent-encoded
   */
  public static String write(Map<String, Verdict> verdicts) {
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    TreeSet<String> rules = new TreeSet<>();
    verdicts.forEach((uri, verdict) -> findings.put(uri, findings(verdict)));
    findings.values().forEach(all -> all.forEach(f -> rules.add(f.rule())));

    ObjectNode log = JSON.createObjectNode();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "guerdon");
    ArrayNode descriptors = driver.putArray("rules");
    rules.forEach(rule -> describe(descriptors.addObject(), rule));
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    verdicts.forEach(
        (uri, verdict) -> {
          String level = verdict instanceof Verdict.Rejected ? "error" : "warning";
          for (Finding finding : findings(verdict)) {
            add(results.addObject(), uri, level, finding, List.copyOf(rules));
          }
        });
    try {
      return JSON.writeValueAsString(log) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }

  private static List<Finding> findings(Verdict verdict) {
    return verdict instanceof Verdict.Rejected rejected
        ? rejected.findings()
        : ((Verdict.Accepted) verdict).warnings();
  }

  private static void describe(ObjectNode descriptor, String rule) {
    descriptor.put("id", rule);
    descriptor.putObject("shortDescription").put("text", "Rule " + rule + " of docs/rules.md");
  }

  private static void add(
      ObjectNode result, String uri, String level, Finding finding, List<String> rules) {
    result.put("ruleId", finding.rule()).put("ruleIndex", rules.indexOf(finding.rule()));
    result.put("level", level);
    result.putObject("message").put("text", finding.message());
    ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", uri);
    if (finding.line() > 0) {
      ObjectNode region = place.putObject("region").put("startLine", finding.line());
      if (finding.column() > 0) {
        region.put("startColumn", finding.column());
      }
    }
  }
}
