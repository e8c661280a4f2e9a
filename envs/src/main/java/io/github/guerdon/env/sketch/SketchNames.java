package io.github.guerdon.env.sketch;

import io.github.guerdon.env.Element;
import io.github.guerdon.reward.slot.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names and numbers of a model, however odd, into a new task's YAML and Java. */
final class SketchNames {

  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /** What YAML reads as something else than text. */
  private static final Set<String> NO_WORDS =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");

  /** What stands in a Java literal, in YAML and in an editor as it is. */
  private static final Pattern PLAIN_IN_JAVA = Pattern.compile("[ !#-&(-\\[\\]-~]+");

  private SketchNames() {}

  /** Writes a text as a YAML scalar. */
  static String yaml(String text) {
    if (PLAIN_WORD.matcher(text).matches() && !NO_WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (Character.isISOControl(c) || !Character.isDefined(c) || c > 0xFFFF) {
                quoted.append(String.format(Locale.ROOT, "\\U%08x", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  /** Writes a text into a comment, on one line. */
  static String comment(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
  }

  /** Writes an expression as a YAML scalar that keeps its double quotes readable. */
  static String expression(String java) {
    return "'" + java.replace("'", "''") + "'";
  }

  /**
   * Returns an expression for one coordinate of a place that moves; an element whose name Java or
   * YAML would need escapes for is counted instead.
   *
   * @param state such as {@code before} or {@code after}
   * @param axis x, y or z
   */
  static String coordinate(String state, Element element, Axis axis) {
    String call =
        switch (element.kind()) {
          case SITE -> "site";
          case GEOM -> "geom";
          default -> "body";
        };
    if (PLAIN_IN_JAVA.matcher(element.name()).matches()) {
      return state + "." + call + "(\"" + element.name() + "\").position()." + axis.call() + "()";
    }
    String field = element.kind() == Kind.BODY ? "xpos" : call + "_xpos";
    return state + ".field(\"" + field + "[" + element.id() + "]\").get(" + axis.index() + ")";
  }

  /** Returns an expression for one number of a hinge or slide. */
  static String joint(String state, Element joint) {
    return PLAIN_IN_JAVA.matcher(joint.name()).matches()
        ? state + ".joint(\"" + joint.name() + "\").position()"
        : state + ".qpos(" + joint.address() + ")";
  }

  /** Writes a number with at most four significant digits, in a form that task files read. */
  static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return "0";
    }
    String text = new BigDecimal(value, new MathContext(4)).toPlainString();
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** Rounds to what {@link #number} writes. */
  static double rounded(double value) {
    return Double.parseDouble(number(value));
  }

  /** Rounds to one significant digit. */
  static double roughly(double value) {
    return value == 0 ? 0 : new BigDecimal(value, new MathContext(1)).doubleValue();
  }
}
