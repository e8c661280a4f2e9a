package io.github.guerdon.generator.llm.account;

import io.github.guerdon.generator.llm.Provider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a price table: what it does not know it refuses, with the line. */
final class PriceReader {

  private static final String FORMAT = "1";
  private static final Set<String> TABLE_KEYS = Set.of("format", "as_of", "prices");
  private static final Set<String> ROW_KEYS =
      Set.of("provider", "model", "base_url", "input", "cached_input", "output", "source");
  // Bounded, so that no exponent makes a number of a gigabyte.
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,6}(\\.\\d{1,9})?");

  private final String file;

  private PriceReader(String file) {
    this.file = file;
  }

  static PriceTable read(String file, String text) throws PriceException {
    return new PriceReader(file).table(text);
  }

  private PriceTable table(String text) throws PriceException {
    Node root = compose(text);
    Map<String, Node> table = mapping(root, TABLE_KEYS);
    Node format = required(root, table, "format");
    if (!scalar(format).equals(FORMAT)) {
      throw wrong(
          format,
          "format is "
              + scalar(format)
              + ", this version reads "
              + FORMAT
              + "; use the version"
              + " that wrote it");
    }
    LocalDate asOf = date(required(root, table, "as_of"));
    Node prices = required(root, table, "prices");
    if (!(prices instanceof SequenceNode list)) {
      throw wrong(prices, "prices must be a list of rows; begin each with \"- provider:\"");
    }
    List<PriceRow> rows = new ArrayList<>();
    for (Node node : list.getValue()) {
      PriceRow row = row(node, asOf);
      if (rows.stream().anyMatch(r -> same(r, row))) {
        throw wrong(node, "model " + row.model() + " has a row already; drop one of them");
      }
      rows.add(row);
    }
    return new PriceTable(text, asOf, rows);
  }

  private static boolean same(PriceRow a, PriceRow b) {
    return a.provider() == b.provider()
        && a.model().equals(b.model())
        && a.baseUrl().equals(b.baseUrl());
  }

  private PriceRow row(Node node, LocalDate asOf) throws PriceException {
    Map<String, Node> row = mapping(node, ROW_KEYS);
    Node model = required(node, row, "model");
    if (scalar(model).isBlank()) {
      throw wrong(model, "model is empty; name a model, or \"*\" for all");
    }
    BigDecimal input = amount("input", required(node, row, "input"));
    Node cached = row.get("cached_input");
    try {
      return new PriceRow(
          provider(required(node, row, "provider")),
          scalar(model),
          row.containsKey("base_url")
              ? Optional.of(address(row.get("base_url")))
              : Optional.empty(),
          new Price(
              input,
              cached == null ? input : amount("cached_input", cached),
              amount("output", required(node, row, "output")),
              scalar(required(node, row, "source")),
              asOf));
    } catch (IllegalArgumentException e) {
      throw wrong(node, e.getMessage() + "; correct the row");
    }
  }

  private Provider provider(Node node) throws PriceException {
    String name = scalar(node);
    for (Provider provider : Provider.values()) {
      if (provider.label().equals(name)) {
        return provider;
      }
    }
    throw wrong(
        node,
        "provider is "
            + name
            + ", must be one of "
            + String.join(", ", Arrays.stream(Provider.values()).map(Provider::label).toList()));
  }

  private String address(Node node) throws PriceException {
    try {
      URI url = URI.create(scalar(node));
      if (url.getHost() != null && url.getScheme() != null) {
        return PriceRow.address(url);
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for an address without a host.
    }
    throw wrong(node, "base_url is " + scalar(node) + ", must be like https://host/v1");
  }

  private BigDecimal amount(String key, Node node) throws PriceException {
    String value = scalar(node);
    if (!AMOUNT.matcher(value).matches()) {
      throw wrong(
          node, key + " is " + value + ", must be US dollars per million tokens, such as 2.50");
    }
    return new BigDecimal(value);
  }

  private LocalDate date(Node node) throws PriceException {
    try {
      return LocalDate.parse(scalar(node));
    } catch (DateTimeParseException e) {
      throw wrong(node, "as_of is " + scalar(node) + ", must be a day such as 2026-11-05");
    }
  }

  private Node compose(String text) throws PriceException {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root == null) {
        throw new PriceException(file + ":1: the file is empty; a table has format, as_of, prices");
      }
      return root;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new PriceException(file + ":" + line + ": " + e.getProblem() + "; correct the YAML");
    } catch (YAMLException e) {
      throw new PriceException(file + ": no YAML: " + e.getMessage() + "; correct the file");
    }
  }

  private Map<String, Node> mapping(Node node, Set<String> known) throws PriceException {
    if (!(node instanceof MappingNode map)) {
      throw wrong(node, "must be keys with values: " + listed(known));
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = scalar(tuple.getKeyNode());
      if (!known.contains(key)) {
        throw wrong(tuple.getKeyNode(), "unknown key " + key + "; known are " + listed(known));
      }
      if (entries.put(key, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), "key " + key + " stands twice; drop one");
      }
    }
    return entries;
  }

  private Node required(Node parent, Map<String, Node> entries, String key) throws PriceException {
    Node node = entries.get(key);
    if (node == null) {
      throw wrong(parent, "key " + key + " is missing; add it");
    }
    return node;
  }

  private String scalar(Node node) throws PriceException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(node, "must be a single value");
  }

  private static String listed(Set<String> keys) {
    return String.join(", ", keys.stream().sorted().toList());
  }

  private PriceException wrong(Node node, String message) {
    return new PriceException(file + ":" + (node.getStartMark().getLine() + 1) + ": " + message);
  }
}
