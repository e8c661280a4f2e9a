package io.github.guerdon.generator.analysis.source;

import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.source.Token;
import io.github.guerdon.reward.slot.TermName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds a reward's terms, constants, locals and helpers among its tokens. */
final class RewardReader {

  private static final List<String> USUAL = List.of("before", "action", "after", "terms");
  private static final Set<String> CONTROL = Set.of("if", "for", "while", "switch", "catch");
  private static final Set<String> ASSIGNING = Set.of("=", "+=", "-=", "*=", "/=");

  private RewardReader() {}

  /** Reads a source. */
  static RewardText read(String source) {
    List<Token> tokens = SourceText.of(source.getBytes(StandardCharsets.UTF_8)).tokens();
    List<List<Token>> statements = statements(tokens);
    Map<String, String> terms = new LinkedHashMap<>();
    Map<String, List<String>> feeds = new LinkedHashMap<>();
    Map<String, String> constants = new LinkedHashMap<>();
    for (List<Token> statement : statements) {
      if (isConstant(statement)) {
        constants.put(name(statement), value(statement));
      }
      int add = add(statement);
      if (add >= 0) {
        String literal = statement.get(add).text();
        List<Token> expression =
            statement.subList(add + 2, Math.max(add + 2, statement.size() - 1));
        TermName.normalise(literal.substring(1, literal.length() - 1))
            .ifPresent(
                name -> {
                  terms.merge(name, text(expression), (a, b) -> a + " + " + b);
                  feeds
                      .computeIfAbsent(name, n -> new ArrayList<>())
                      .addAll(feeding(statements, words(expression)));
                });
      }
    }
    Map<String, String> helpers = new LinkedHashMap<>();
    List<String> parameters = new ArrayList<>();
    methods(tokens, helpers, parameters);
    return new RewardText(
        terms,
        feeds,
        constants,
        locals(statements),
        helpers,
        parameters.size() == USUAL.size() ? parameters : USUAL);
  }

  private static Map<String, String> locals(List<List<Token>> statements) {
    Map<String, String> once = new LinkedHashMap<>();
    Set<String> again = new LinkedHashSet<>();
    for (List<Token> statement : statements) {
      if (assigned(statement) >= 0
          && !isConstant(statement)
          && once.putIfAbsent(name(statement), value(statement)) != null) {
        again.add(name(statement));
      }
    }
    once.keySet().removeAll(again);
    return once;
  }

  private static boolean isConstant(List<Token> statement) {
    return assigned(statement) > 0
        && words(statement).contains("final")
        && words(statement).contains("static");
  }

  /** Returns the name that a statement assigns. */
  private static String name(List<Token> statement) {
    return statement.get(assigned(statement)).text();
  }

  /** Returns what a statement assigns. */
  private static String value(List<Token> statement) {
    int sign = assigned(statement) + 1;
    while (!statement.get(sign).text().equals("=")) {
      sign++;
    }
    return text(statement.subList(sign + 1, statement.size()));
  }

  /** Finds methods: a name, parentheses, and a body in braces. */
  private static void methods(
      List<Token> tokens, Map<String, String> helpers, List<String> parameters) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean named = tokens.get(i).kind() == Token.Kind.WORD && isSign(tokens, i + 1, "(");
      int close = named ? matching(tokens, i + 1, "(", ")") : -1;
      if (close < 0 || !isSign(tokens, close + 1, "{") || CONTROL.contains(tokens.get(i).text())) {
        continue;
      }
      int end = matching(tokens, close + 1, "{", "}");
      if (tokens.get(i).text().equals("reward")) {
        for (int p = i + 2; p < close; p++) {
          if (isSign(tokens, p + 1, ",") || p + 1 == close) {
            parameters.add(tokens.get(p).text());
          }
        }
      } else if (end > 0) {
        helpers.put(tokens.get(i).text(), text(tokens.subList(close + 2, end)));
      }
    }
  }

  private static int matching(List<Token> tokens, int from, String opens, String closes) {
    int open = 0;
    for (int i = from; i < tokens.size(); i++) {
      open += isSign(tokens, i, opens) ? 1 : isSign(tokens, i, closes) ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the assignments that some names depend on, directly or through others. */
  private static List<String> feeding(List<List<Token>> statements, Set<String> names) {
    Set<String> wanted = new LinkedHashSet<>(names);
    Set<Integer> taken = new LinkedHashSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (int i = 0; i < statements.size(); i++) {
        List<Token> statement = statements.get(i);
        int assigned = assigned(statement);
        if (assigned >= 0
            && !isConstant(statement)
            && wanted.contains(statement.get(assigned).text())
            && taken.add(i)) {
          grew = wanted.addAll(words(statement.subList(assigned + 1, statement.size()))) || grew;
        }
      }
    }
    return taken.stream().sorted().map(i -> text(statements.get(i))).toList();
  }

  /** Cuts at semicolons and braces outside of parentheses. */
  private static List<List<Token>> statements(List<Token> tokens) {
    List<List<Token>> statements = new ArrayList<>();
    List<Token> statement = new ArrayList<>();
    int round = 0;
    for (Token token : tokens) {
      round += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
      boolean ends =
          token.text().equals(";") || token.text().equals("{") || token.text().equals("}");
      if (ends && round <= 0) {
        statements.add(List.copyOf(statement));
        statement.clear();
        round = 0;
      } else {
        statement.add(token);
      }
    }
    return statements;
  }

  /** Returns the index of the variable that a statement assigns, −1 if it assigns none. */
  private static int assigned(List<Token> statement) {
    for (int i = 1; i < statement.size(); i++) {
      Token token = statement.get(i);
      boolean outside = token.depth() == statement.get(0).depth();
      if (outside && token.text().equals("=") && !isSign(statement, i + 1, "=")) {
        int at = ASSIGNING.contains(statement.get(i - 1).text() + "=") ? i - 2 : i - 1;
        return at >= 0 && statement.get(at).kind() == Token.Kind.WORD ? at : -1;
      }
    }
    return -1;
  }

  /** Returns the index of a term's name in a call that adds one, −1 if it is none. */
  private static int add(List<Token> statement) {
    for (int i = 1; i + 3 < statement.size(); i++) {
      if (statement.get(i).text().equals("add")
          && isSign(statement, i - 1, ".")
          && isSign(statement, i + 1, "(")
          && statement.get(i + 2).kind() == Token.Kind.STRING
          && statement.get(i + 2).text().length() > 2
          && isSign(statement, i + 3, ",")) {
        return i + 2;
      }
    }
    return -1;
  }

  private static boolean isSign(List<Token> statement, int at, String sign) {
    return at >= 0 && at < statement.size() && statement.get(at).text().equals(sign);
  }

  private static Set<String> words(List<Token> tokens) {
    Set<String> words = new LinkedHashSet<>();
    tokens.stream().filter(t -> t.kind() == Token.Kind.WORD).forEach(t -> words.add(t.text()));
    return words;
  }

  /** Returns tokens as text, with a space where the source had one or a line end. */
  private static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (i > 0) {
        Token before = tokens.get(i - 1);
        boolean apart =
            token.line() != before.line()
                || token.column() > before.column() + before.text().length();
        boolean glued = before.text().equals("(") || token.text().equals(")");
        boolean dotted = token.text().equals(".") || before.text().equals(".");
        text.append(apart && !glued && !dotted ? " " : "");
      }
      text.append(token.text());
    }
    return text.toString();
  }
}
