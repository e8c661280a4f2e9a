package io.github.guerdon.env.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping of a user's file; keys that nobody asks for become problems when it is finished. */
public final class YamlMap {

  private final MappingNode node;
  private final String path;
  private final Problems problems;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();

  YamlMap(MappingNode node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
    for (NodeTuple entry : node.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problems.add(YamlValue.place(entry.getKeyNode(), path, 0), "a key must be a plain word");
      } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
        problems.add(
            YamlValue.place(key, path, 0),
            "key '" + key.getValue() + "' stands twice" + in() + "; remove one");
      }
    }
  }

  private String in() {
    return path.isEmpty() ? "" : " in '" + path + "'";
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Returns a key's value, empty if the key is missing. */
  public Optional<YamlValue> find(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key))
        .map(e -> new YamlValue(e.getValueNode(), path(key), problems));
  }

  /** Returns a key's value; a missing one is a problem. */
  public Optional<YamlValue> need(String key) {
    Optional<YamlValue> value = find(key);
    if (value.isEmpty()) {
      problems.add(
          YamlValue.place(node, path, 0), "key '" + key + "' is missing" + in() + "; add it");
    }
    return value;
  }

  /** Returns the keys in order. */
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** Visits all entries: the author chooses the keys. */
  public void forEach(BiConsumer<String, YamlValue> visitor) {
    entries.forEach(
        (key, entry) ->
            visitor.accept(key, new YamlValue(entry.getValueNode(), path(key), problems)));
    asked.addAll(entries.keySet());
  }

  /** Adds a problem for each key that nobody asked for. */
  public void finish() {
    entries.forEach(
        (key, entry) -> {
          if (asked.contains(key)) {
            return;
          }
          Node at = entry.getKeyNode();
          String sentence;
          if (key.endsWith(")") || key.endsWith("\"")) {
            sentence =
                "unexpected '"
                    + key
                    + "'"
                    + in()
                    + "; inside { } a comma ends a value: put the whole value in quotes";
          } else {
            sentence = "unknown key '" + key + "'" + in() + DidYouMean.hint(key, asked);
          }
          problems.add(YamlValue.place(at, path(key), 0), sentence);
        });
  }
}
