package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.OptionalInt;
import java.util.Set;

/** ALLOC: local arrays have one dimension and a small size that is known beforehand. */
final class AllocRule implements Rule {

  private static final int LARGEST = 1_024;
  private static final Set<String> SIZES = Set.of("size", "qposSize", "qvelSize");

  @Override
  public void check(Program program, Findings findings) {
    program
        .rewardClass()
        .ifPresent(
            type ->
                type.findAll(ArrayCreationExpr.class)
                    .forEach(creation -> check(creation, program, findings)));
  }

  private static void check(ArrayCreationExpr creation, Program program, Findings findings) {
    if (creation.getLevels().size() > 1) {
      findings.add("ALLOC", creation, "an array has one dimension; use several arrays");
    }
    creation
        .getLevels()
        .forEach(
            level ->
                level
                    .getDimension()
                    .filter(size -> !small(size, program, 0, false))
                    .ifPresent(
                        size ->
                            findings.add(
                                "ALLOC",
                                size,
                                "an array's size is a constant from 0 to "
                                    + LARGEST
                                    + " or a size of the API, such as action.size()")));
  }

  /** Returns whether a size is known to be small; {@code added} to something, a length may not. */
  private static boolean small(Expression size, Program program, int depth, boolean added) {
    Expression e = Trees.bare(size);
    OptionalInt constant = new Constants(program).integer(e);
    if (constant.isPresent()) {
      return constant.getAsInt() >= 0 && constant.getAsInt() <= LARGEST;
    }
    if (e instanceof MethodCallExpr call) {
      return program.target(call) instanceof Target.Accessor accessor
          && SIZES.contains(accessor.member().name());
    } else if (e instanceof FieldAccessExpr field) {
      return program.type(field).equals(Type.INT)
          && field.getNameAsString().equals("length")
          && (!added || firstArrayOnly(field.getScope(), program, depth));
    } else if (e instanceof BinaryExpr sum && depth < 4) {
      boolean plus = sum.getOperator() == BinaryExpr.Operator.PLUS;
      return (plus || sum.getOperator() == BinaryExpr.Operator.MINUS)
          // What is taken away may be a difference itself and below 0: then it is added.
          && small(
              sum.getLeft(), program, depth + 1, added || plus || !simple(sum.getRight(), program))
          && small(sum.getRight(), program, depth + 1, true);
    }
    return depth < 4
        && program
            .variable(e)
            .filter(v -> v.role() == Variable.Role.LOCAL && v.writes().isEmpty())
            .flatMap(Variable::initialiser)
            .filter(i -> small(i, program, depth + 1, added))
            .isPresent();
  }

  /** Returns whether what is small is a number or a size and so not below 0. */
  private static boolean simple(Expression size, Program program) {
    Expression e = Trees.bare(size);
    return new Constants(program).integer(e).isPresent()
        || e instanceof FieldAccessExpr
        || e instanceof MethodCallExpr;
  }

  /**
   * Returns whether an array keeps the length that its declaration shows: {@code a = new
   * double[a.length + a.length]}, also by way of a helper, grows without end.
   */
  private static boolean firstArrayOnly(Expression array, Program program, int depth) {
    return program
        .variable(Trees.bare(array))
        .filter(v -> v.assignments().isEmpty())
        .flatMap(Variable::initialiser)
        .map(Trees::bare)
        .filter(
            i ->
                i instanceof ArrayInitializerExpr
                    || (i instanceof ArrayCreationExpr creation
                        && depth < 4
                        && creation.getLevels().stream()
                            .flatMap(level -> level.getDimension().stream())
                            .allMatch(d -> small(d, program, depth + 1, true))))
        .isPresent();
  }
}
