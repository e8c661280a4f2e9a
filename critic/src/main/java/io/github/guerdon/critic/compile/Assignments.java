package io.github.guerdon.critic.compile;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes assignments without compound operators and without the values of element assignments:
 * Janino makes unverifiable code of some. The order of evaluation stays that of Java.
 */
final class Assignments {

  private final Program program;
  private final Names names;
  private final ExpressionLowering expressions;
  private final Set<String> used = new LinkedHashSet<>();
  private List<String> temporaries = new ArrayList<>();

  Assignments(Program program, Names names, ExpressionLowering expressions) {
    this.program = program;
    this.names = names;
    this.expressions = expressions;
  }

  /** An element or a variable that is written: how it is stored to and read again. */
  private record Place(String array, String index, String again, Type type) {

    static Place variable(String name, Type type) {
      return new Place("", "", name, type);
    }

    boolean element() {
      return !array.isEmpty();
    }
  }

  /** Begins a function, whose temporaries are its own. */
  void beginFunction() {
    temporaries = new ArrayList<>();
  }

  /** Returns the declarations of the function's temporaries. */
  String temporaries() {
    return String.join("", temporaries);
  }

  /** Returns the small functions that assignments call. */
  String functions() {
    return String.join("", used);
  }

  /** Writes an assignment as a value or, without parentheses, as a statement. */
  String of(AssignExpr assign, boolean statement) {
    if (assign.getOperator() == AssignExpr.Operator.ASSIGN) {
      Place place = place(assign.getTarget(), false, assign.getValue());
      String value = expressions.assigned(place.type(), assign.getValue());
      return store(place, value, statement);
    }
    Place place = place(assign.getTarget(), true, assign.getValue());
    BinaryExpr.Operator operator = assign.getOperator().toBinaryOperator().orElseThrow();
    String value = expressions.binary(operator, place.type(), place.again(), assign.getValue());
    Type given = ExpressionLowering.common(operator, place.type(), program.type(assign.getValue()));
    return store(place, converted(place.type(), given, value), statement);
  }

  /** Writes an increment or decrement as a value or, without parentheses, as a statement. */
  String of(UnaryExpr unary, boolean statement) {
    Place place = place(unary.getExpression(), true, unary.getExpression());
    boolean up =
        unary.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
            || unary.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT;
    String value =
        converted(
            place.type(), place.type().promoted(), "(" + place.again() + (up ? " + 1)" : " - 1)"));
    if (statement || !unary.getOperator().isPostfix()) {
      return store(place, value, statement);
    }
    Type type = place.type();
    if (!place.element()) {
      // The old value is an argument before the new one is assigned.
      return keep(type) + "(" + place.again() + ", " + place.again() + " = " + value + ")";
    }
    return replace(type)
        + "("
        + place.array()
        + ", "
        + place.index()
        + ", "
        + place.again()
        + ", "
        + value
        + ")";
  }

  private static String converted(Type type, Type from, String value) {
    return type.equals(Type.BOOLEAN) ? value : ExpressionLowering.cast(type, from, value);
  }

  private String store(Place place, String value, boolean statement) {
    if (!place.element()) {
      String text = place.again() + " = " + value;
      return statement ? text : "(" + text + ")";
    }
    boolean plain = place.again().equals(place.array() + "[" + place.index() + "]");
    if (statement && plain) {
      return place.again() + " = " + value;
    }
    return put(place.type()) + "(" + place.array() + ", " + place.index() + ", " + value + ")";
  }

  /**
   * Looks at what is written. What is read again must not be evaluated again: where evaluating
   * could change anything, its parts are held in temporaries.
   */
  private Place place(Expression target, boolean readAgain, Expression value) {
    Expression bare = Trees.bare(target);
    Type type = program.type(bare);
    Optional<Variable> variable = program.variable(bare);
    if (variable.isPresent() && !names.boxed(variable.get())) {
      return Place.variable(names.of(variable.get()), type);
    } else if (variable.isPresent()) {
      String holder = names.holder(variable.get());
      return new Place(holder, "0", holder + "[0]", type);
    }
    ArrayAccessExpr access = (ArrayAccessExpr) bare;
    String array = expressions.of(access.getName());
    String index = expressions.of(access.getIndex());
    boolean quiet = quiet(access) && quiet(value);
    if (!readAgain || quiet) {
      return new Place(array, index, array + "[" + index + "]", type);
    }
    String heldArray = temporary(program.type(access.getName()), "null");
    String heldIndex = temporary(Type.INT, "0");
    return new Place(
        "(" + heldArray + " = " + array + ")",
        "(" + heldIndex + " = " + index + ")",
        heldArray + "[" + heldIndex + "]",
        type);
  }

  /** Returns whether an expression assigns nothing and calls nothing of the source's own. */
  private boolean quiet(Expression expression) {
    return expression.findFirst(AssignExpr.class).isEmpty()
        && expression.findFirst(UnaryExpr.class, Assignments::writes).isEmpty()
        && expression.findFirst(com.github.javaparser.ast.expr.SwitchExpr.class).isEmpty();
  }

  private static boolean writes(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private String temporary(Type type, String initial) {
    String name = names.fresh("held");
    temporaries.add(Names.type(type) + " " + name + " = " + initial + "; ");
    return name;
  }

  private String put(Type t) {
    used.add(
        "static "
            + t
            + " put_"
            + t
            + "("
            + t
            + "[] a, int i, "
            + t
            + " v) { a[i] = v; return v; } ");
    return "put_" + t;
  }

  private String replace(Type t) {
    used.add(
        "static "
            + t
            + " replace_"
            + t
            + "("
            + t
            + "[] a, int i, "
            + t
            + " o, "
            + t
            + " v) { a[i] = v; return o; } ");
    return "replace_" + t;
  }

  private String keep(Type t) {
    used.add("static " + t + " keep_" + t + "(" + t + " o, " + t + " v) { return o; } ");
    return "keep_" + t;
  }
}
