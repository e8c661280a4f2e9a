package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** FIELD: fields are constants, numbers or arrays of numbers; a reward remembers nothing. */
final class FieldRule implements Rule {

  /** How many helpers an array is followed through. */
  private static final int DEEPEST = 8;

  private static final Set<UnaryExpr.Operator> WITHOUT_EFFECT =
      Set.of(
          UnaryExpr.Operator.PLUS,
          UnaryExpr.Operator.MINUS,
          UnaryExpr.Operator.BITWISE_COMPLEMENT,
          UnaryExpr.Operator.LOGICAL_COMPLEMENT);

  @Override
  public void check(Program program, Findings findings) {
    Constants constants = new Constants(program);
    boolean aliasWritten =
        program.declared().stream().anyMatch(FieldRule::writtenThrough)
            || program.rewardClass().stream().anyMatch(t -> writesElementOfValue(t, program));
    Set<Variable> onlyRead = aliasWritten ? onlyRead(program) : Set.of();
    for (Variable field : program.constants().values()) {
      checkValue(field, constants, findings);
      for (Expression write : field.writes()) {
        findings.add(
            "FIELD",
            write,
            "field "
                + Quote.name(field.name())
                + " is written: a reward has no memory between steps; use a local");
      }
      if (aliasWritten && field.type().primitiveArray()) {
        field.uses().stream()
            .filter(use -> escapes(use, program, onlyRead))
            .findFirst()
            .ifPresent(
                use ->
                    findings.add(
                        "FIELD",
                        use,
                        "constant array "
                            + Quote.name(field.name())
                            + " could be written under another name; use its elements only"));
      }
    }
  }

  private static void checkValue(Variable field, Constants constants, Findings findings) {
    boolean constant =
        field.type().primitiveArray()
            ? elements(field)
                .filter(l -> l.stream().allMatch(e -> constants.of(e).isPresent()))
                .isPresent()
            : field.type().primitive() && constants.of(field).isPresent();
    if (!constant) {
      field
          .declaration()
          .ifPresent(
              d ->
                  findings.add(
                      "FIELD",
                      d,
                      "field "
                          + Quote.name(field.name())
                          + " is no constant: write static final, a primitive or an array of"
                          + " primitives, with a literal value"));
    }
  }

  private static Optional<List<Expression>> elements(Variable field) {
    return field
        .initialiser()
        .flatMap(
            i ->
                i instanceof ArrayCreationExpr creation
                    ? creation.getInitializer()
                    : i.toArrayInitializerExpr())
        .map(ArrayInitializerExpr::getValues);
  }

  /** Returns whether elements are written through a name that may stand for another's array. */
  private static boolean writtenThrough(Variable variable) {
    if (!variable.type().primitiveArray()
        || variable.role() == Variable.Role.CONSTANT
        || variable.writes().isEmpty()) {
      return false;
    }
    List<Expression> assignments = variable.assignments();
    boolean elements = variable.writes().size() > assignments.size();
    boolean fresh =
        variable.role() == Variable.Role.LOCAL
            && variable.initialiser().map(FieldRule::fresh).orElse(true)
            && assignments.stream().allMatch(a -> fresh(((AssignExpr) a).getValue()));
    return elements && !fresh;
  }

  private static boolean fresh(Expression value) {
    return value.isArrayInitializerExpr() || Trees.bare(value).isArrayCreationExpr();
  }

  /** Returns whether an element of an array is written that has no name, as in {@code f()[0]++}. */
  private static boolean writesElementOfValue(Node type, Program program) {
    return type.findAll(ArrayAccessExpr.class).stream()
        .filter(FieldRule::written)
        .anyMatch(a -> program.variable(Trees.bare(a.getName())).isEmpty());
  }

  private static boolean written(ArrayAccessExpr access) {
    Optional<Node> user = Trees.user(access);
    return user.filter(
            u ->
                (u instanceof UnaryExpr unary && !WITHOUT_EFFECT.contains(unary.getOperator()))
                    || (u instanceof AssignExpr assign
                        && Trees.same(Trees.bare(assign.getTarget()), access)))
        .isPresent();
  }

  /** Returns whether an array gets another name, but for that of a parameter that is only read. */
  private static boolean escapes(Expression use, Program program, Set<Variable> onlyRead) {
    return Trees.user(use)
        .filter(
            user ->
                user instanceof ArrayAccessExpr
                    || user instanceof FieldAccessExpr
                    || user instanceof ForEachStmt
                    || (user instanceof MethodCallExpr call
                        && parameter(call, use, program).filter(onlyRead::contains).isPresent()))
        .isEmpty();
  }

  /**
   * Returns the parameters that are only read, also in the helpers that they are given to: each
   * round knows one helper more on the way, and looks at each use once.
   */
  private static Set<Variable> onlyRead(Program program) {
    Set<Variable> found = Set.of();
    for (int round = 0; round < DEEPEST; round++) {
      Set<Variable> known = found;
      found =
          program.declared().stream()
              .filter(v -> v.role() == Variable.Role.PARAMETER && v.writes().isEmpty())
              .filter(v -> v.uses().stream().noneMatch(use -> escapes(use, program, known)))
              .collect(Collectors.toSet());
    }
    return found;
  }

  /** Finds the parameter that an argument of a helper becomes. */
  private static Optional<Variable> parameter(
      MethodCallExpr call, Expression argument, Program program) {
    return program.target(call) instanceof Target.Helper helper && !helper.packed()
        ? IntStream.range(0, call.getArguments().size())
            .filter(i -> Trees.same(Trees.bare(call.getArgument(i)), argument))
            .mapToObj(i -> helper.function().parameters().get(i))
            .findFirst()
        : Optional.empty();
  }
}
