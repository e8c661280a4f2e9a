package io.github.guerdon.env.file;

import io.github.guerdon.env.file.Expression.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a user's file with its place; a wrong type becomes a problem and reads as empty. */
public final class YamlValue {

  /** A number as the expressions of task files write it, as a regular expression of no group. */
  public static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

  private final Node node;
  private final String path;
  private final Problems problems;

  /**
   * Makes a value.
   *
   * @param path where it stands, as messages name it
   * @param problems where its mistakes go
   */
  public YamlValue(Node node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** Returns where the value's text begins, after a quote. */
  public Where where() {
    int quote = node instanceof ScalarNode s && isQuoted(s) ? 1 : 0;
    return place(node, path, quote);
  }

  private static boolean isQuoted(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
        || scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
  }

  static Where place(Node node, String path, int shift) {
    return new Where(
        path, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1 + shift);
  }

  /** Adds a problem with this value. */
  public void problem(String sentence) {
    problems.add(where(), sentence);
  }

  private void wrongType(String wanted) {
    problem("'" + path + "' is " + described() + ", must be " + wanted);
  }

  private String described() {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node instanceof ScalarNode s && !s.getTag().equals(Tag.NULL)
        ? "'" + s.getValue() + "'"
        : "empty";
  }

  private Optional<ScalarNode> scalar() {
    return node instanceof ScalarNode s && !s.getTag().equals(Tag.NULL) && !s.getValue().isBlank()
        ? Optional.of(s)
        : Optional.empty();
  }

  /** Returns a text; a number or a flag is none. */
  public Optional<String> text() {
    Optional<String> text =
        scalar().filter(s -> s.getTag().equals(Tag.STR)).map(ScalarNode::getValue);
    if (text.isEmpty()) {
      wrongType("a text");
    }
    return text;
  }

  /** Returns what is written, be it a text, a number or a flag. */
  public Optional<String> written() {
    Optional<String> text = scalar().map(ScalarNode::getValue);
    if (text.isEmpty()) {
      wrongType("a text on one line");
    }
    return text;
  }

  /** Returns a finite number. */
  public OptionalDouble number() {
    Optional<String> text = scalar().filter(s -> !isQuoted(s)).map(ScalarNode::getValue);
    try {
      double value = Double.parseDouble(text.orElse(""));
      if (Double.isFinite(value)) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // Told below, as any other wrong type.
    }
    wrongType("a number");
    return OptionalDouble.empty();
  }

  /** Returns a number between two ends. */
  public OptionalDouble number(double low, double high) {
    OptionalDouble number = number();
    if (number.isPresent() && !(number.getAsDouble() >= low && number.getAsDouble() <= high)) {
      wrongType("from " + low + " to " + high);
      return OptionalDouble.empty();
    }
    return number;
  }

  /** Returns a whole number from 1 on. */
  public OptionalLong count() {
    return whole(1);
  }

  /** Returns a whole number that is not too small. */
  public OptionalLong whole(long least) {
    Optional<String> text =
        scalar().filter(s -> !isQuoted(s)).map(s -> s.getValue().replace("_", ""));
    try {
      long value = Long.parseLong(text.orElse(""));
      if (value >= least) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException e) {
      // Told below, as any other wrong type.
    }
    wrongType("a whole number of at least " + least);
    return OptionalLong.empty();
  }

  /** Returns a whole number from 1 on that an array can have as its size. */
  public OptionalInt smallCount() {
    return smallCount(1_000_000_000);
  }

  /** Returns a whole number from 1 to another. */
  public OptionalInt smallCount(int most) {
    OptionalLong count = count();
    if (count.isPresent() && count.getAsLong() > most) {
      wrongType("at most " + most);
      return OptionalInt.empty();
    }
    return count.isPresent() ? OptionalInt.of((int) count.getAsLong()) : OptionalInt.empty();
  }

  /** Returns the name of a keyframe. */
  public Optional<KeyName> keyName() {
    return written().map(name -> new KeyName(name.strip(), where()));
  }

  /** Returns a flag. */
  public Optional<Boolean> flag() {
    Optional<Boolean> flag =
        scalar()
            .filter(s -> s.getTag().equals(Tag.BOOL))
            .map(s -> s.getValue().equalsIgnoreCase("true"));
    if (flag.isEmpty()) {
      wrongType("true or false");
    }
    return flag;
  }

  /** Returns the one of these words that is written. */
  public Optional<String> word(List<String> words) {
    Optional<String> text = written();
    if (text.isPresent() && !words.contains(text.get())) {
      problem(
          "'"
              + path
              + "' is '"
              + text.get()
              + "', must be one of "
              + String.join(", ", words)
              + DidYouMean.nearest(text.get(), words)
                  .map(w -> "; did you mean '" + w + "'?")
                  .orElse(""));
      return Optional.empty();
    }
    return text;
  }

  /** Returns whether nothing is written. */
  public boolean blank() {
    return node instanceof ScalarNode s && s.getValue().isBlank();
  }

  /** Returns whether this is a mapping. */
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /** Returns whether this is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Returns a mapping. */
  public Optional<YamlMap> map() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(mapping, path, problems));
    }
    wrongType("a mapping of keys to values");
    return Optional.empty();
  }

  /** Returns a list's values. */
  public List<YamlValue> list() {
    List<YamlValue> values = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        values.add(new YamlValue(item, path + "[" + values.size() + "]", problems));
      }
    } else {
      wrongType("a list");
    }
    return values;
  }
}
