package io.github.guerdon.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sections of a rendered prompt. */
final class Sections {

  private static final String HEADING = "## ";
  private static final Pattern LINE = Pattern.compile("(?<=\n)");
  private static final Pattern FENCE = Pattern.compile("(`{3,})([^`]*)");

  private Sections() {}

  static List<Part> of(String rendered) {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String name = "";
    int fence = 0;
    for (String line : LINE.splitAsStream(rendered).toList()) {
      Matcher ticks = FENCE.matcher(line.stripTrailing());
      if (ticks.matches()) {
        int length = ticks.group(1).length();
        if (fence == 0) {
          fence = length;
        } else if (length >= fence && ticks.group(2).isBlank()) {
          fence = 0;
        }
      } else if (fence == 0 && line.startsWith(HEADING)) {
        add(parts, name, text);
        text.setLength(0);
        name = line.substring(HEADING.length()).strip();
      }
      text.append(line);
    }
    add(parts, name, text);
    return List.copyOf(parts);
  }

  private static void add(List<Part> parts, String name, StringBuilder text) {
    if (!text.toString().isBlank()) {
      parts.add(new Part(name, text.toString()));
    }
  }
}
