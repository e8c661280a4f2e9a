package io.github.guerdon.env.file;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A file of a user's in YAML, read as a tree that knows its places: all that is wrong with it is
 * told at once, with line, column and what was probably meant.
 */
public final class YamlFile {

  private final Problems problems;
  private final YamlMap root;

  private YamlFile(Problems problems, YamlMap root) {
    this.problems = problems;
    this.root = root;
  }

  /**
   * Reads a file whose top is a mapping.
   *
   * @param file its name, for errors
   * @param needs what an empty file is told to hold, such as {@code a task needs at least name}
   * @throws TaskException if it is no YAML, or no mapping
   */
  public static YamlFile read(String file, String text, String needs) throws TaskException {
    Problems problems = new Problems(file);
    var root = new YamlValue(compose(file, text, needs), "", problems).map();
    problems.throwIfAny();
    return new YamlFile(problems, root.orElseThrow());
  }

  /** Returns the top of the tree. */
  public YamlMap root() {
    return root;
  }

  /**
   * Ends the reading: keys that nobody asked for become problems.
   *
   * @throws TaskException with all that is wrong, in the order of the file
   */
  public void finish() throws TaskException {
    root.finish();
    problems.throwIfAny();
  }

  /**
   * Returns the root of a YAML text.
   *
   * @param needs what the file is to hold, for the message about an empty one
   * @throws TaskException if it is no YAML, or empty
   */
  public static Node compose(String file, String text, String needs) throws TaskException {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node == null) {
        throw new TaskException(file + ":1:1: the file is empty; " + needs);
      }
      return node;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String place = mark == null ? "1:1" : (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
      throw new TaskException(
          file
              + ":"
              + place
              + ": not valid YAML: "
              + e.getProblem()
              + "; check indentation, quotes and brackets there");
    } catch (YAMLException e) {
      throw new TaskException(
          file
              + ":1:1: not valid YAML: "
              + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ")
              + "; save the file as plain UTF-8 text");
    }
  }
}
