package io.github.guerdon.env;

import io.github.guerdon.env.file.Problems;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Adds answers to a task's file; all else in it, comments too, stays as it was. */
public final class ClarificationFile {

  static final String KEY = "clarifications";

  private ClarificationFile() {}

  /**
   * Adds clarifications after those that the file has.
   *
   * @throws TaskException if the file is no task before or after the change; it is not changed then
   */
  public static void add(Path file, List<Clarification> added) throws TaskException {
    try {
      String text = Files.readString(file);
      TaskParser.parse(file.toString(), text);
      String changed = with(text, added);
      TaskParser.parse(file.toString(), changed);
      Path half = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(half, changed, StandardCharsets.UTF_8);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TaskException(
          file + ": the answers cannot be written (" + e + "); check the file's permissions");
    }
  }

  /**
   * Returns what somebody filled in: a form is a YAML list of questions and answers; questions
   * without an answer are left out.
   *
   * @throws TaskException if the file is no form
   */
  public static List<Clarification> filledIn(Path form) throws TaskException {
    try {
      Problems problems = new Problems(form.toString());
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(form)));
      List<Clarification> answered = new ArrayList<>();
      List<YamlValue> items =
          node == null ? List.of() : new YamlValue(node, "answers", problems).list();
      for (YamlValue item : items) {
        item.map().flatMap(ClarificationFile::answered).ifPresent(answered::add);
      }
      problems.throwIfAny();
      return List.copyOf(answered);
    } catch (YAMLException e) {
      throw new TaskException(
          form
              + ": not valid YAML: "
              + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ")
              + "; put answers in double quotes");
    } catch (IOException e) {
      throw new TaskException(form + ": cannot be read (" + e + "); check --answers");
    }
  }

  private static Optional<Clarification> answered(YamlMap map) {
    Optional<String> question = map.need("question").flatMap(YamlValue::written);
    Optional<String> answer =
        map.find("answer").filter(a -> !a.blank()).flatMap(YamlValue::written);
    map.finish();
    return question.isPresent() && answer.isPresent()
        ? Optional.of(new Clarification(question.get(), answer.get()))
        : Optional.empty();
  }

  /** Returns a form to fill in: each question with why it matters and room for an answer. */
  public static String form(Map<String, String> reasonsByQuestion) {
    StringBuilder text =
        new StringBuilder("# Fill in the answers; questions without one are left out.\n");
    reasonsByQuestion.forEach(
        (question, why) ->
            text.append("\n# ")
                .append(quoted(why), 1, quoted(why).length() - 1)
                .append("\n- question: ")
                .append(quoted(question))
                .append("\n  answer: \"\"\n"));
    return text.toString();
  }

  static String with(String text, List<Clarification> added) {
    StringBuilder items = new StringBuilder();
    for (Clarification each : added) {
      items.append("  - question: ").append(quoted(each.question())).append('\n');
      items.append("    answer: ").append(quoted(each.answer())).append('\n');
    }
    String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    MappingNode root = (MappingNode) new Yaml(new LoaderOptions()).compose(new StringReader(ended));
    for (NodeTuple entry : root.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(KEY)) {
        return joined(ended, entry, items);
      }
    }
    return ended + KEY + ":\n" + items;
  }

  /** Writes all items anew where the old ones stood: their indentation may be any. */
  private static String joined(String text, NodeTuple entry, StringBuilder added) {
    StringBuilder items = new StringBuilder();
    if (entry.getValueNode() instanceof SequenceNode sequence) {
      sequence.getValue().stream()
          .map(MappingNode.class::cast)
          .forEach(item -> items.append(item(item)));
    }
    int from = entry.getKeyNode().getStartMark().getIndex();
    int to = entry.getValueNode().getEndMark().getIndex();
    // Marks count code points, and a block ends at the beginning of the line after it.
    int begin = text.offsetByCodePoints(0, from);
    int end = text.offsetByCodePoints(0, to);
    String rest = text.substring(end);
    String gap =
        rest.isEmpty() || rest.startsWith("\n") || text.charAt(end - 1) == '\n' ? "" : "\n";
    return text.substring(0, begin)
        + KEY
        + ":\n"
        + items
        + added
        + gap
        + (rest.startsWith("\n") ? rest.substring(1) : rest);
  }

  private static String item(MappingNode item) {
    StringBuilder text = new StringBuilder();
    for (NodeTuple entry : item.getValue()) {
      text.append(text.length() == 0 ? "  - " : "    ")
          .append(((ScalarNode) entry.getKeyNode()).getValue())
          .append(": ")
          .append(quoted(((ScalarNode) entry.getValueNode()).getValue()))
          .append('\n');
    }
    return text.toString();
  }

  /** Returns a text in YAML's double quotes, printable characters as they are. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.SURROGATE
                  || !Character.isDefined(c)) {
                quoted.append(String.format("\\U%08X", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
