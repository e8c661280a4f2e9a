package io.github.guerdon.generator.design.offline;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of an expression reads of the world. */
final class Accessors {

  private static final Pattern SCALAR =
      Pattern.compile("after\\.(joint|tendon|actuator)\\(\"[^\"]*\"\\)\\.(position|length)\\(\\)");
  private static final Pattern POINT =
      Pattern.compile(
          "(after\\.(body|site|geom)\\(\"[^\"]*\"\\))\\.position\\(\\)\\.([xyz])\\(\\)");
  private static final Pattern ROOT_JOINT =
      Pattern.compile("after\\.joint\\(\"([^\"]*)\"\\)\\.(?:position|velocity)\\(\\)");
  private static final Pattern ROOT_BODY =
      Pattern.compile(
          "after\\.body\\(\"([^\"]*)\"\\)\\.(?:position|velocity)\\(\\)\\.([xyz])\\(\\)");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern WORD_AFTER = Pattern.compile("\\bafter\\b");
  private static final Pattern STEP = Pattern.compile("\\b(before|action)\\b");

  private Accessors() {}

  /** Returns whether an expression reads the state after the step and nothing else. */
  static boolean ofOneState(String text) {
    return !STEP.matcher(STRING.matcher(text).replaceAll("\"\"")).find();
  }

  /** Returns the same expression of the state before the step. */
  static String before(String text) {
    Matcher strings = STRING.matcher(text);
    StringBuilder result = new StringBuilder();
    int from = 0;
    while (strings.find()) {
      result.append(WORD_AFTER.matcher(text.substring(from, strings.start())).replaceAll("before"));
      result.append(strings.group());
      from = strings.end();
    }
    return result.append(WORD_AFTER.matcher(text.substring(from)).replaceAll("before")).toString();
  }

  /** Finds the accessor of an expression's rate of change, if the expression is one position. */
  static Optional<String> rate(String text) {
    String bare = Bounded.bare(text);
    if (SCALAR.matcher(bare).matches()) {
      return Optional.of(bare.replaceFirst("\\.(position|length)\\(\\)$", ".velocity()"));
    }
    Matcher point = POINT.matcher(bare);
    return point.matches()
        ? Optional.of(point.group(1) + ".velocity()." + point.group(3) + "()")
        : Optional.empty();
  }

  /**
   * Finds the world's axis along which the whole model travels if an expression is the place or the
   * velocity of its root: a slide joint that carries the rest, or the first body if that floats.
   */
  static Optional<String> travel(String text, Vocabulary vocabulary) {
    String bare = Bounded.bare(text);
    Matcher joint = ROOT_JOINT.matcher(bare);
    if (joint.matches()) {
      return vocabulary
          .find(Kind.JOINT, joint.group(1))
          .map(Element::axis)
          .filter(axis -> !axis.isEmpty());
    }
    Matcher body = ROOT_BODY.matcher(bare);
    boolean floats =
        vocabulary.elements(Kind.JOINT).stream()
            .limit(1)
            .anyMatch(first -> first.type().equals("free"));
    return body.matches()
            && floats
            && vocabulary.find(Kind.BODY, body.group(1)).filter(b -> b.id() == 1).isPresent()
        ? Optional.of(body.group(2))
        : Optional.empty();
  }

  /** Returns the rates of all positions that an expression reads, in order, each once. */
  static List<String> rates(String text) {
    List<String> found = new ArrayList<>();
    for (Pattern pattern : List.of(SCALAR, POINT)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        rate(matcher.group()).filter(r -> !found.contains(r)).ifPresent(found::add);
      }
    }
    return found;
  }
}
