package io.github.guerdon.critic.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds classes and rewards in text by its tokens alone, in linear time. */
final class RewardClasses {

  /** The most tokens between {@code class} and its brace. */
  private static final int LONGEST_HEADER = 32;

  private RewardClasses() {}

  /** Returns the last text that looks like a reward, or else the last that looks like a class. */
  static Optional<String> lastOf(List<String> texts) {
    Optional<String> last = Optional.empty();
    boolean reward = false;
    for (String text : texts) {
      List<Token> tokens = Tokens.of(text);
      boolean another = IntStream.range(0, tokens.size()).anyMatch(i -> rewardAt(tokens, i));
      if (another || (!reward && IntStream.range(0, tokens.size()).anyMatch(i -> at(tokens, i)))) {
        last = Optional.of(text);
        reward = another;
      }
    }
    return last;
  }

  private static boolean at(List<Token> tokens, int at) {
    return is(tokens, at, "class") && TypeHeader.at(tokens, at);
  }

  /** Returns whether a class begins that says it is a reward. */
  private static boolean rewardAt(List<Token> tokens, int at) {
    boolean implementing = false;
    int end = at(tokens, at) ? Math.min(at + LONGEST_HEADER, tokens.size()) : at;
    for (int i = at + 2; i < end && !is(tokens, i, "{"); i++) {
      implementing |= is(tokens, i, "implements");
      if (implementing && is(tokens, i, "RewardFunction")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the complete reward classes, in order, as their tokens: spaces and comments make no
   * difference, and no class is there twice.
   */
  static List<String> in(List<String> texts) {
    Set<String> found = new LinkedHashSet<>();
    for (String text : texts) {
      List<Token> tokens = Tokens.of(text);
      Map<Integer, Integer> closing = closing(tokens);
      int at = 0;
      while (at < tokens.size()) {
        int brace = brace(tokens, at);
        int end = brace < 0 ? -1 : closing.getOrDefault(brace, -1);
        if (end >= 0 && isReward(tokens.subList(at, end + 1), brace - at)) {
          found.add(
              tokens.subList(at, end + 1).stream()
                  .map(Token::text)
                  .collect(Collectors.joining(" ")));
          at = end;
        }
        at++;
      }
    }
    return List.copyOf(found);
  }

  /** Returns whether a class begins anywhere. */
  static boolean anyIn(String text) {
    List<Token> tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      if (brace(tokens, i) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the index of the brace of the class that begins at an index, −1 if none does. */
  private static int brace(List<Token> tokens, int at) {
    boolean header = at(tokens, at);
    for (int i = at + 2; header && i < at + LONGEST_HEADER && i < tokens.size(); i++) {
      if (is(tokens, i, "{")) {
        return i;
      }
      if (is(tokens, i, ";") || is(tokens, i, "}")) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isReward(List<Token> declaration, int brace) {
    boolean named =
        declaration.subList(0, brace).stream().anyMatch(t -> t.text().equals("RewardFunction"));
    for (int i = brace; named && i < declaration.size(); i++) {
      if (is(declaration, i, "reward") && is(declaration, i + 1, "(")) {
        return true;
      }
    }
    return false;
  }

  /** Returns the index of the closing brace of each brace that has one. */
  private static Map<Integer, Integer> closing(List<Token> tokens) {
    Map<Integer, Integer> closing = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (is(tokens, i, "{")) {
        open.push(i);
      } else if (is(tokens, i, "}") && !open.isEmpty()) {
        closing.put(open.pop(), i);
      }
    }
    return closing;
  }

  private static boolean is(List<Token> tokens, int at, String text) {
    return at >= 0 && at < tokens.size() && tokens.get(at).text().equals(text);
  }
}
