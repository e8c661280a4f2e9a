package io.github.guerdon.generator.analysis.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A quantity in the wrong unit or along the wrong axis. All of the API is in SI units and radians,
 * so a conversion of something read is wrong wherever an angle's function takes it; constants may
 * well be written in degrees, so that names are read as what they stand for. An axis is wrong if
 * the reward goes with the objective nowhere and pays a velocity across it.
 */
final class UnitError implements Detector {

  private static final String READ = "(?:(?<![\\w$])[a-z_$][\\w$]*|\\))";
  private static final Pattern TO_RADIANS =
      Pattern.compile(
          READ
              + "\\s*\\*\\s*\\(?\\s*(?:Math\\s*\\.\\s*)?PI\\s*/\\s*180|"
              + READ
              + "\\s*/\\s*(?:57\\.\\d+|180(?:\\.0*)?\\s*\\*\\s*(?:Math\\s*\\.\\s*)?PI)|"
              + READ
              + "\\s*\\*\\s*0\\.01745\\d*|"
              + "(?:Math\\s*\\.\\s*)?PI\\s*/\\s*180(?:\\.0*)?\\s*\\)?\\s*\\*\\s*[a-z_$]|"
              + "toRadians\\s*\\(\\s*[a-z_$]");
  private static final String BY_DEGREES =
      "\\*\\s*(?:180(?:\\.0*)?\\s*/\\s*(?:Math\\s*\\.\\s*)?PI|57\\.\\d+)";

  /** Possessive, as the text is hostile: Java's matcher recurses where it may step back. */
  private static final Pattern OF_DEGREES =
      Pattern.compile(
          "\\b(?:sin|cos|tan|wrapAngle)\\s*+\\((?:\\s*+(?:Math\\s*+\\.\\s*+)?toDegrees\\s*+\\(|"
              + "(?:[^();*]++|\\([^();]*+\\)|(?!"
              + BY_DEGREES
              + ")\\*)*+"
              + BY_DEGREES
              + ")");

  private static final String ANGLE =
      "(?:\\bjoint\\s*+\\(\\s*+\"[^\"]*+\"\\s*+\\)\\s*+\\.\\s*+position|\\b(?:roll|pitch|yaw))\\s*+\\(\\s*+\\)";

  /** Degrees that an angle is taken from or added to; three parentheses deep, and possessive. */
  private static final Pattern DEGREES_AND_RADIANS =
      Pattern.compile(
          "\\btoDegrees\\s*+\\((?:[^()]++|\\((?:[^()]++|\\((?:[^()]++|\\([^()]*+\\))*+\\))*+\\))*+\\)"
              + "\\s*+[-+]\\s*+(?:\\w++\\s*+\\.\\s*+)?+"
              + ANGLE
              + "|"
              + ANGLE
              + "\\s*+[-+]\\s*+(?:Math\\s*+\\.\\s*+)?+toDegrees\\b");

  private static final String THOUSAND = "(?:1000|1_000|1e3)";
  private static final String TIME = "\\b(?:time|dt)\\s*\\(\\s*\\)";
  private static final Pattern MILLISECONDS =
      Pattern.compile(
          TIME
              + "\\s*[*/]\\s*(?:1e-3|0\\.001|"
              + THOUSAND
              + ")\\b|(?<![\\w$.])"
              + THOUSAND
              + "(?:\\.0*)?\\s*\\*\\s*\\(?\\s*[\\w$]+\\s*\\.\\s*"
              + TIME);
  private static final Pattern ACROSS =
      Pattern.compile(
          "elocity\\s*\\(\\s*\\)\\s*\\.\\s*[yz]\\s*\\(|qvel\\s*\\(\\s*[12]\\s*\\)"
              + "|joint\\s*\\(\\s*\"\\w*[yz]\"\\s*\\)\\s*\\.\\s*velocity");
  private static final Pattern MOVED_ACROSS =
      Pattern.compile("(?:osition|centerOfMass)\\s*\\(\\s*\\)\\s*\\.\\s*[yz]\\s*\\(");
  private static final Pattern HEIGHT =
      Pattern.compile("\\.\\s*[yz]\\s*\\(|qpos\\s*\\(\\s*[12]\\s*\\)");

  @Override
  public List<Finding> find(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    boolean served = evidence.terms().stream().anyMatch(TermView::aligned);
    for (TermView term : evidence.terms()) {
      String source = term.spelledOut();
      if (TO_RADIANS.matcher(source).find() || OF_DEGREES.matcher(source).find()) {
        findings.add(
            finding(
                term,
                "An angle, which is in radians, is converted once more.",
                "Use the angle as it is read."));
      } else if (DEGREES_AND_RADIANS.matcher(source).find()) {
        findings.add(
            finding(
                term,
                "An angle in degrees is compared with one in radians.",
                "Leave both in radians, as they are read."));
      } else if (MILLISECONDS.matcher(source).find()) {
        findings.add(
            finding(
                term,
                "A time, which is in seconds, is used as if in milliseconds.",
                "Use the time as it is read."));
      } else if (evidence.objectiveSeen()
          && !served
          && !HEIGHT.matcher(objective(evidence)).find()
          && across(term)) {
        findings.add(
            finding(
                term,
                Say.text(
                    "It reads a velocity across the way: its rank correlation with %s is %.2f, and no other term goes with %1$s either.",
                    evidence.task().fitness().maximize(), term.probe().alignment()),
                "Read the axis that the task's goal names."));
      }
    }
    return findings;
  }

  private static String objective(Evidence evidence) {
    return evidence.task().metrics().stream()
        .filter(m -> m.name().equals(evidence.task().fitness().maximize()))
        .map(m -> m.each().text())
        .findFirst()
        .orElse("");
  }

  private static boolean across(TermView term) {
    boolean moved = term.comparesEnds() && MOVED_ACROSS.matcher(term.source()).find();
    return (moved || ACROSS.matcher(term.source()).find())
        && !term.opposed()
        && term.probe().windows().min() < 0
        && term.probe().windows().max() > 0;
  }

  private static Finding finding(TermView term, String evidence, String suggestion) {
    return new Finding(Fault.UNIT_ERROR, term.name(), evidence, suggestion);
  }
}
