package io.github.guerdon.critic.source;

import java.util.ArrayList;
import java.util.List;

/** Takes a class out of a Markdown quotation, each of whose lines begins with an angle bracket. */
final class QuotedAnswer {

  private static final String MARK = ">";

  private QuotedAnswer() {}

  /** Returns a text whose quotations with a class in them are quoted no longer, line by line. */
  static String unquoted(String text) {
    if (!text.contains(MARK)) {
      return text;
    }
    List<String> lines = new ArrayList<>();
    List<String> quotation = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.stripLeading().startsWith(MARK)) {
        quotation.add(line);
      } else {
        lines.addAll(read(quotation));
        quotation.clear();
        lines.add(line);
      }
    }
    lines.addAll(read(quotation));
    return String.join("\n", lines);
  }

  private static List<String> read(List<String> quotation) {
    List<String> read = quotation.stream().map(QuotedAnswer::withoutMark).toList();
    return RewardClasses.anyIn(String.join("\n", read)) ? read : quotation;
  }

  private static String withoutMark(String line) {
    String rest = line.stripLeading().substring(MARK.length());
    return rest.startsWith(" ") ? rest.substring(1) : rest;
  }
}
