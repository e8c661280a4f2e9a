package io.github.guerdon.generator.design.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A sketch as a few lines of text and back: what the designer keeps of its proposals. */
final class SketchText {

  private SketchText() {}

  static String write(RewardSketch sketch) {
    return sketch.terms().stream().map(SketchText::write).collect(Collectors.joining("\n"));
  }

  private static String write(TermSketch term) {
    return (term.charge() ? "charge " : "give ")
        + term.weight()
        + " "
        + term.lowest()
        + " "
        + term.highest()
        + term.factors().stream()
            .map(
                f ->
                    " | "
                        + f.signal().key()
                        + " "
                        + f.form()
                        + " "
                        + f.low()
                        + " "
                        + f.high()
                        + " "
                        + f.margin())
            .collect(Collectors.joining());
  }

  /**
   * Reads a sketch.
   *
   * @throws IllegalArgumentException if the text is not one of this task's
   */
  static RewardSketch read(String text, Catalogue catalogue) {
    List<TermSketch> terms = new ArrayList<>();
    text.lines().forEach(line -> terms.add(readTerm(line, catalogue)));
    return new RewardSketch(terms);
  }

  private static TermSketch readTerm(String line, Catalogue catalogue) {
    List<String> parts = Arrays.asList(line.split(" \\| ", -1));
    String[] head = parts.get(0).split(" ", -1);
    if (head.length != 4 || parts.size() < 2) {
      throw new IllegalArgumentException("'" + line + "' is no term of a sketch");
    }
    List<Factor> factors =
        parts.subList(1, parts.size()).stream().map(part -> readFactor(part, catalogue)).toList();
    return new TermSketch(
        head[0].equals("charge"),
        Double.parseDouble(head[1]),
        Double.parseDouble(head[2]),
        Double.parseDouble(head[3]),
        factors);
  }

  private static Factor readFactor(String part, Catalogue catalogue) {
    String[] words = part.split(" ", -1);
    if (words.length != 5) {
      throw new IllegalArgumentException("'" + part + "' is no factor of a sketch");
    }
    return new Factor(
        catalogue.get(words[0]),
        Form.valueOf(words[1]),
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]),
        Double.parseDouble(words[4]));
  }
}
