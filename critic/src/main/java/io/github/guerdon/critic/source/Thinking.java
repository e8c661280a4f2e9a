package io.github.guerdon.critic.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out what a language model writes for itself or for the program that runs it. */
final class Thinking {

  private static final List<String> TAGS = List.of("think", "thinking", "reasoning");

  /** The marks between the parts of a conversation, as servers leave them in when set up badly. */
  private static final Pattern TURN =
      Pattern.compile("<\\|(im_start|im_end|start|end|return|eot_id|endoftext)\\|>|</s>");

  private static final Pattern FINAL_CHANNEL =
      Pattern.compile("<\\|channel\\|>final[^<]{0,80}<\\|message\\|>");

  private Thinking() {}

  /** Returns what is said aloud. */
  static String removed(String text) {
    String rest = afterLast(FINAL_CHANNEL, text);
    for (String tag : TAGS) {
      rest = without(opening(tag), closing(tag), rest);
    }
    return TURN.matcher(rest).replaceAll("\n");
  }

  /** Returns what is said before a thought that does not end. */
  static String beforeUnclosed(String prose) {
    String rest = prose;
    for (String tag : TAGS) {
      Matcher open = opening(tag).matcher(rest);
      rest = open.find() ? rest.substring(0, open.start()) : rest;
    }
    return rest;
  }

  private static String without(Pattern opening, Pattern closing, String text) {
    Matcher open = opening.matcher(text);
    Matcher close = closing.matcher(text);
    StringBuilder spoken = new StringBuilder();
    int from = 0;
    // An opening tag without its closing one: cut off or quoted; the class may still follow.
    while (open.find(from) && close.find(open.end())) {
      spoken.append(text, from, open.start());
      from = close.end();
    }
    return afterLast(closing, spoken.append(text, from, text.length()).toString());
  }

  private static String afterLast(Pattern mark, String text) {
    return Stream.of(mark.matcher(text))
        .flatMap(Matcher::results)
        .reduce((first, last) -> last)
        .map(last -> text.substring(last.end()))
        .orElse(text);
  }

  private static Pattern opening(String tag) {
    return ignoringCase("<" + tag + "(\\s[^<>]{0,200})?>|\\[" + tag + "]");
  }

  private static Pattern closing(String tag) {
    return ignoringCase("</" + tag + ">|\\[/" + tag + "]");
  }

  private static Pattern ignoringCase(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
