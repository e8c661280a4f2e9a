package io.github.guerdon.critic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes sources of the allowed Java at random: typed expressions, statements and helpers. */
final class Generated {

  private static final List<String> NUMBERS =
      List.of("double", "int", "double", "int", "long", "float", "char", "short", "byte");
  private static final List<String> SMALL = List.of("int", "char", "short", "byte");

  private record Local(String type, String name, boolean fixed) {}

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<Local> scope = new ArrayList<>();
  private final int deepest;
  private int names;
  private boolean inHelper;

  private Generated(Random random) {
    this.random = random;
    deepest = 1 + random.nextInt(3);
  }

  /** Returns a source that the critic must accept. */
  static String source(Random random) {
    return new Generated(random).program();
  }

  private String program() {
    text.append("import io.github.guerdon.reward.*;\npublic final class Reward implements ");
    text.append("RewardFunction {\n");
    for (int i = random.nextInt(4); i >= 0; i--) {
      String type = NUMBERS.get(random.nextInt(NUMBERS.size()));
      String name = fresh("C");
      String value = "(" + type + ") (" + constant(2) + ")";
      text.append("  static final ").append(type).append(' ').append(name);
      text.append(" = ").append(value).append(";\n");
      scope.add(new Local(type, name, true));
    }
    text.append("  static final double[] TABLE = {1, -2.5f, 'c', ")
        .append(constant(1))
        .append("};\n");
    helper("double h(double p, int q)", "double");
    helper("int k(int p, long q)", "int");
    helper("float g(float p, double... q)", "float");
    text.append("  public void reward(State before, Action action, State after, Terms terms) {\n");
    text.append("    double x = after.qpos(0), y = before.joint(\"rooty\").velocity();\n");
    text.append("    int n = (int) (x * 7); int[] w = {3, n, 'd', -1}; float f = (float) y;\n");
    scope.add(new Local("double", "x", false));
    scope.add(new Local("double", "y", false));
    scope.add(new Local("int", "n", false));
    scope.add(new Local("float", "f", false));
    statements(2 + random.nextInt(5), 0);
    for (String term : List.of("a", "b")) {
      text.append("    terms.add(\"").append(term).append("\", ");
      text.append(number("double", 0)).append(");\n");
    }
    scope.stream()
        .filter(l -> !l.type().equals("boolean"))
        .forEach(l -> text.append("    terms.add(\"s\", ").append(l.name()).append(");\n"));
    return text.append("  }\n}\n").toString();
  }

  private void helper(String head, String type) {
    int outside = scope.size();
    inHelper = true;
    text.append("  static ").append(head).append(" {\n");
    scope.add(
        new Local(
            head.contains("float p") ? "float" : head.contains("int p") ? "int" : "double",
            "p",
            false));
    if (!head.contains("...")) {
      scope.add(new Local(head.contains("long q") ? "long" : "int", "q", false));
    }
    statements(random.nextInt(3), 1);
    text.append("    return ").append(cast(type, number(type, 1))).append(";\n  }\n");
    inHelper = false;
    scope.subList(outside, scope.size()).clear();
  }

  private void statements(int count, int depth) {
    for (int i = 0; i < count; i++) {
      statement(depth);
    }
  }

  private void block(int depth) {
    int outside = scope.size();
    text.append("{\n");
    statements(1 + random.nextInt(2), depth + 1);
    scope.subList(outside, scope.size()).clear();
    text.append("    }\n");
  }

  private void statement(int depth) {
    switch (random.nextInt(depth > 2 ? 4 : 11)) {
      case 0, 1 -> declare();
      case 2, 3 -> text.append("    ").append(assignment(1)).append(";\n");
      case 4 -> {
        text.append("    if (").append(condition(0)).append(") ");
        block(depth);
        text.append("    else ");
        block(depth);
      }
      case 5 -> {
        String i = fresh("i");
        text.append("    for (int ").append(i).append(" = 0; ").append(i).append(" < ");
        text.append(1 + random.nextInt(3)).append("; ").append(i).append("++) ");
        loop(new Local("int", i, true), depth);
      }
      case 6 -> {
        String e = fresh("e");
        String type = random.nextBoolean() ? "var" : "double";
        text.append("    for (").append(type).append(' ').append(e).append(" : TABLE) ");
        loop(new Local("double", e, false), depth);
      }
      case 7 -> oldSwitch(depth);
      case 8 -> arrowSwitch(depth);
      case 9 -> {
        String i = fresh("d");
        String label = fresh("label");
        text.append("    int ").append(i).append(" = 0; ").append(label).append(": do {\n");
        text.append("    if (").append(condition(1)).append(") ");
        text.append(random.nextBoolean() ? "break " : "continue ").append(label).append(";\n");
        block(depth);
        text.append("    } while (").append(i).append("++ < 2);\n");
      }
      default -> {
        text.append("    ").append(label()).append(": ");
        block(depth);
      }
    }
  }

  private String label() {
    return fresh("l");
  }

  private void loop(Local variable, int depth) {
    int outside = scope.size();
    scope.add(variable);
    text.append("{\n    if (").append(condition(1)).append(") ");
    text.append(random.nextBoolean() ? "continue" : "break").append(";\n");
    statements(1 + random.nextInt(2), depth + 1);
    scope.subList(outside, scope.size()).clear();
    text.append("    }\n");
  }

  private void oldSwitch(int depth) {
    text.append("    switch (").append(pick()).append(") {\n");
    for (int i = 0; i < 3; i++) {
      text.append("    case ").append(i).append(": ");
      block(depth);
      text.append(random.nextBoolean() ? "    break;\n" : "");
    }
    text.append("    default: ");
    block(depth);
    text.append("    }\n");
  }

  private void arrowSwitch(int depth) {
    text.append("    switch (").append(pick()).append(") {\n    case 0, 2 -> ");
    block(depth);
    text.append("    case 1 -> ").append(assignment(1)).append(";\n    default -> ");
    block(depth);
    text.append("    }\n");
  }

  private String pick() {
    return "Math.floorMod(" + cast("int", number("int", 1)) + ", 4)";
  }

  private void declare() {
    String type = random.nextInt(6) == 0 ? "boolean" : NUMBERS.get(random.nextInt(NUMBERS.size()));
    String name = fresh("v");
    boolean fixed = random.nextInt(4) == 0;
    String value = type.equals("boolean") ? condition(0) : initial(type);
    boolean infer = random.nextInt(6) == 0 && !SMALL.contains(type);
    text.append("    ").append(fixed ? "final " : "").append(infer ? "var " : type + " ");
    text.append(name).append(" = ").append(infer ? "(" + type + ") (" + value + ")" : value);
    text.append(";\n");
    if (!infer || !type.equals("boolean")) {
      scope.add(new Local(type, name, fixed));
    }
  }

  /** Returns a value that can be assigned to a type without a cast, or with one. */
  private String initial(String type) {
    boolean small = List.of("char", "short", "byte").contains(type);
    if (small && random.nextBoolean()) {
      return random.nextBoolean()
          ? "" + random.nextInt(100)
          : "'" + (char) ('a' + random.nextInt(20)) + "'";
    }
    return random.nextInt(4) == 0 && !small ? choice(type, 1) : cast(type, number(type, 0));
  }

  /** Writes a switch expression whose arms have types that fit. */
  private String choice(String type, int depth) {
    String side = assignable().isEmpty() ? "" : assignment(depth + 1) + "; ";
    return "switch ("
        + pick()
        + ") { case 0 -> "
        + narrower(type, depth + 1)
        + "; case 1, 2 -> { "
        + side
        + "yield "
        + narrower(type, depth + 1)
        + "; } default -> "
        + narrower(type, depth + 1)
        + "; }";
  }

  private String narrower(String type, int depth) {
    String less =
        switch (type) {
          case "double" -> NUMBERS.get(random.nextInt(NUMBERS.size()));
          case "float" -> List.of("int", "long", "char", "float").get(random.nextInt(4));
          case "long" -> List.of("int", "long", "char", "short").get(random.nextInt(4));
          case "int" -> SMALL.get(random.nextInt(SMALL.size()));
          default -> type;
        };
    return cast(less, number(less, depth));
  }

  private static String cast(String type, String value) {
    return "(" + type + ") (" + value + ")";
  }

  private List<Local> assignable() {
    return scope.stream().filter(l -> !l.fixed()).toList();
  }

  private String assignment(int depth) {
    List<Local> targets = assignable();
    if (targets.isEmpty()) {
      return "Math.abs(1)";
    }
    Local target = targets.get(random.nextInt(targets.size()));
    if (target.type().equals("boolean")) {
      String sign = List.of("=", "&=", "|=", "^=").get(random.nextInt(4));
      return target.name() + " " + sign + " " + condition(depth);
    }
    boolean whole = !List.of("double", "float").contains(target.type());
    int kind = random.nextInt(whole ? 12 : 8);
    if (kind == 0) {
      return target.name() + (random.nextBoolean() ? "++" : "--");
    } else if (kind == 1) {
      return (random.nextBoolean() ? "++" : "--") + target.name();
    } else if (kind == 2) {
      return target.name() + " = " + cast(target.type(), number(target.type(), depth));
    } else if (kind < 8) {
      String sign = List.of("+=", "-=", "*=", "/=", "%=").get(kind - 3);
      return target.name() + " " + sign + " " + any(depth);
    }
    String sign = List.of("<<=", ">>=", ">>>=", "&=").get(kind - 8);
    return target.name() + " " + sign + " " + cast("int", number("int", depth));
  }

  private String any(int depth) {
    return number(NUMBERS.get(random.nextInt(NUMBERS.size())), depth);
  }

  /** Writes an expression whose value is a number of, or near, a type. */
  private String number(String type, int depth) {
    if (depth >= deepest) {
      return leaf(type);
    }
    int next = depth + 1;
    boolean fraction = List.of("double", "float").contains(type);
    switch (random.nextInt(inHelper ? 10 : 13)) {
      case 0, 1 -> {
        return leaf(type);
      }
      case 2, 3 -> {
        String sign = List.of("+", "-", "*", "/", "%").get(random.nextInt(5));
        return "(" + number(type, next) + " " + sign + " " + any(next) + ")";
      }
      case 4 -> {
        return "(" + condition(next) + " ? " + number(type, next) + " : " + any(next) + ")";
      }
      case 5 -> {
        return List.of("-", "+", "- -").get(random.nextInt(3)) + "(" + number(type, next) + ")";
      }
      case 6 -> {
        if (fraction) {
          String f =
              List.of("sin", "tanh", "abs", "sqrt", "floor", "exp", "signum", "round", "cbrt")
                  .get(random.nextInt(9));
          return "Math." + f + "(" + any(next) + ")";
        }
        String sign = List.of("<<", ">>", ">>>", "&", "|", "^").get(random.nextInt(6));
        return "("
            + cast("int", number("int", next))
            + " "
            + sign
            + " "
            + cast(random.nextBoolean() ? "int" : "long", number("int", next))
            + ")";
      }
      case 7 -> {
        String f = List.of("max", "min").get(random.nextInt(2));
        return "Math." + f + "(" + any(next) + ", " + number(type, next) + ")";
      }
      case 8 -> {
        return cast(type, any(next));
      }
      case 9 -> {
        return "(" + choice(type, next) + ")";
      }
      case 10 -> {
        return switch (random.nextInt(3)) {
          case 0 -> "h(" + any(next) + ", " + cast("int", number("int", next)) + ")";
          case 1 -> "k(" + cast("int", number("int", next)) + ", " + cast("long", any(next)) + ")";
          default ->
              "g("
                  + cast("float", any(next))
                  + (random.nextBoolean() ? ", " + any(next) : "")
                  + ")";
        };
      }
      case 11 -> {
        return "w["
            + pick()
            + (random.nextInt(9) == 0 ? " + 1" : "")
            + "]"
            + (random.nextBoolean() ? "++" : "");
      }
      default -> {
        return "(" + assignment(next) + ")";
      }
    }
  }

  private String condition(int depth) {
    if (depth >= deepest) {
      return "x > y"
          .replace(inHelper ? "x" : "\u0000", "p")
          .replace(inHelper ? "y" : "\u0000", "1");
    }
    int next = depth + 1;
    return switch (random.nextInt(6)) {
      case 0 -> "(" + condition(next) + " && " + condition(next) + ")";
      case 1 -> "(" + condition(next) + " || !" + "(" + condition(next) + "))";
      case 2 -> "(" + condition(next) + " ^ " + condition(next) + ")";
      default -> {
        String sign = List.of("<", ">", "<=", ">=", "==", "!=").get(random.nextInt(6));
        yield "(" + any(next) + " " + sign + " " + any(next) + ")";
      }
    };
  }

  private String leaf(String type) {
    List<Local> fitting = scope.stream().filter(l -> l.type().equals(type)).toList();
    if (!fitting.isEmpty() && random.nextInt(3) > 0) {
      return fitting.get(random.nextInt(fitting.size())).name();
    }
    if (!inHelper && random.nextInt(3) == 0) {
      return List.of(
              "x", "y", "n", "f", "after.time()", "action.get(1)", "TABLE[n & 3]", "w.length")
          .get(random.nextInt(8));
    }
    return literal(type);
  }

  private String literal(String type) {
    return switch (type) {
      case "double" ->
          List.of("0.5", "-3.0", "1e3", "2", "0.0", "1e-320", "Math.PI", "-0.0")
              .get(random.nextInt(8));
      case "float" -> List.of("0.1f", "-2f", "1e10f", "3").get(random.nextInt(4));
      case "long" -> List.of("3L", "-7L", "9007199254740993L", "(1L << 40)").get(random.nextInt(4));
      case "char" -> "'" + (char) ('A' + random.nextInt(26)) + "'";
      case "byte" -> "(byte) " + (random.nextInt(400) - 100);
      case "short" -> "(short) " + (random.nextInt(70000) - 100);
      default ->
          List.of("0", "1", "-1", "7", "2147483647", "-2147483648", "0x1F", "100")
              .get(random.nextInt(8));
    };
  }

  private String constant(int depth) {
    if (depth == 0) {
      return literal(NUMBERS.get(random.nextInt(NUMBERS.size())));
    }
    return IntStream.range(0, 2)
        .mapToObj(i -> constant(depth - 1))
        .collect(Collectors.joining(random.nextBoolean() ? " * " : " - ", "(", ")"));
  }

  private String fresh(String stem) {
    return stem + ++names;
  }
}
