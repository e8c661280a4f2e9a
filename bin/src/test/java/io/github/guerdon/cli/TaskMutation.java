package io.github.guerdon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Breaks sound task files and models at random. */
final class TaskMutation {

  private static final Pattern VALUE = Pattern.compile("(?m)(?<=: )[^\n{\\[]+$");
  private static final Pattern KEY = Pattern.compile("(?m)^\\s*(?:- )?(\\w+)(?=:)");
  private static final Pattern ATTRIBUTE = Pattern.compile("(?<==\")[^\"]*(?=\")");
  private static final Pattern ATTRIBUTE_NAME = Pattern.compile("(?<= )\\w+(?==\")");
  private static final Pattern ELEMENT = Pattern.compile("<\\w+[^<>]*/>");

  private static final List<String> YAML_VALUES =
      List.of(
          "-1",
          "0",
          "1e400",
          "-.inf",
          ".nan",
          "99999999999999999999",
          "2147483647",
          "''",
          "null",
          "true",
          "[]",
          "{}",
          "[1, [2, [3]]]",
          "{a: {b: c}}",
          "!!java.net.URL [\"http://a.b\"]",
          "!!binary aGk=",
          "*unknown",
          "&a [*a]",
          "\"\\u202e\\0\"",
          "'\u0661\u0662'",
          "qpos[",
          "qpos[-5:9999999999]",
          "uniform(1, 0)",
          "uniform(-1e308, 1e308)",
          "((((((((1))))))))",
          "after.body(\"torzo\").position()",
          "System.exit(0)",
          "1 / 0",
          "new int[1 << 30]",
          "x".repeat(20_000),
          "1" + "+1".repeat(8_000),
          "gymnasium:../../../etc/passwd",
          "/etc/passwd",
          "wheel:evil",
          "|\n  text");

  private static final List<String> MODEL_VALUES =
      List.of(
          "nan",
          "inf",
          "-inf",
          "1e308",
          "1e-320",
          "-1",
          "0",
          "99999999999",
          "2147483647",
          "-2147483648",
          "",
          "x",
          "1 2",
          "1 2 3 4 5 6 7 8 9 10",
          "\u0663",
          "/etc/passwd",
          "100G",
          "true",
          "free",
          "mesh",
          "hfield",
          "0 0 0",
          "1e30",
          "&#0;",
          "&quot;",
          "&amp;lt;");

  private static final List<String> ELEMENTS =
      List.of(
          "<size memory=\"1\"/>",
          "<size njmax=\"2147483647\" nconmax=\"2147483647\"/>",
          "<size nkey=\"100000\"/>",
          "<option timestep=\"nan\"/>",
          "<option timestep=\"-1\"/>",
          "<option timestep=\"1e300\"/>",
          "<asset><mesh name=\"m\" vertex=\"0 0 0 0 0 0 0 0 0 0 0 0\"/></asset>",
          "<asset><texture name=\"q\" type=\"2d\" builtin=\"flat\" width=\"-5\" height=\"9\"/></asset>",
          "<equality><connect body1=\"cart\" anchor=\"nan 0 0\"/></equality>",
          "<keyframe><key qpos=\"1\"/></keyframe>",
          "<custom><numeric name=\"n\" size=\"100000000\" data=\"1\"/></custom>",
          "<default><geom size=\"1e308\"/></default>",
          "<worldbody><body><joint type=\"free\"/><geom size=\"1\" mass=\"1e308\"/></body></worldbody>",
          "<worldbody>" + "<body>".repeat(700) + "</body>".repeat(700) + "</worldbody>",
          "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
          "<![CDATA[<mujoco>]]>");

  private static final List<String> NOISE =
      List.of("<", ">", "\"", "&", "\u202e", "\u0000", "\ufeff", "\ud83d\ude00", "<!--", "\t", "}");

  private TaskMutation() {}

  /** Returns a task file with one to three things wrong. */
  static String ofYaml(String text, Random random) {
    String mutant = text;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      mutant =
          switch (random.nextInt(9)) {
            case 0 -> withLines(mutant, random, false);
            case 1 -> withLines(mutant, random, true);
            case 2, 3 -> exchange(mutant, VALUE, YAML_VALUES, random);
            case 4 -> exchange(mutant, KEY, List.of("x", "steps", "1", "<<", "? a"), random);
            case 5 -> mutant.substring(0, random.nextInt(mutant.length() + 1));
            case 6 -> insert(mutant, NOISE, random);
            case 7 -> bomb() + exchange(mutant, VALUE, List.of("*z"), random);
            default -> exchange(mutant, VALUE, List.of("[".repeat(9_000)), random);
          };
    }
    return mutant;
  }

  /** Returns a model with one to three things wrong. */
  static String ofModel(String text, Random random) {
    String mutant = text;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      mutant =
          switch (random.nextInt(9)) {
            case 0, 1, 2 -> exchange(mutant, ATTRIBUTE, MODEL_VALUES, random);
            case 3 -> exchange(mutant, ATTRIBUTE_NAME, List.of("x", "name", "file"), random);
            case 4, 5 ->
                mutant.replace(
                    "</mujoco>", ELEMENTS.get(random.nextInt(ELEMENTS.size())) + "</mujoco>");
            case 6 -> exchange(mutant, ELEMENT, List.of("", "<a/>", "<geom/>", "<body/>"), random);
            case 7 -> mutant.substring(0, random.nextInt(mutant.length() + 1));
            default -> insert(mutant, NOISE, random);
          };
    }
    return mutant;
  }

  /** Returns an anchor whose full expansion has a billion parts. */
  private static String bomb() {
    StringBuilder bomb = new StringBuilder("bomb:\n  - &a [lol, lol]\n");
    for (char name = 'b'; name <= 'z'; name++) {
      String last = "*" + (char) (name - 1);
      bomb.append("  - &").append(name).append(" [").append(last).append(", ").append(last);
      bomb.append("]\n");
    }
    return bomb.toString();
  }

  private static String withLines(String text, Random random, boolean twice) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return text;
    }
    int at = random.nextInt(lines.size());
    if (twice) {
      lines.add(at, lines.get(at));
    } else {
      lines.remove(at);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String exchange(String text, Pattern what, List<String> values, Random random) {
    List<MatchResult> found = what.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult at = found.get(random.nextInt(found.size()));
    return text.substring(0, at.start())
        + values.get(random.nextInt(values.size()))
        + text.substring(at.end());
  }

  private static String insert(String text, List<String> values, Random random) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + values.get(random.nextInt(values.size())) + text.substring(at);
  }
}
