package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.BiFunction;

/** Follows control through expressions, in the order in which Java evaluates them. */
final class FlowExpressions {

  private final Program program;
  private final Findings findings;
  private final BiFunction<SwitchExpr, Known, Split> switches;
  private final Constants constants;
  private final IdentityHashMap<VariableDeclarator, Variable> variables = new IdentityHashMap<>();

  FlowExpressions(
      Program program, Findings findings, BiFunction<SwitchExpr, Known, Split> switches) {
    this.program = program;
    this.findings = findings;
    this.switches = switches;
    constants = Constants.ofLanguage(program);
    program.declared().forEach(v -> v.declaration().ifPresent(d -> variables.put(d, v)));
  }

  /** Returns the variable of a declaration. */
  Variable variable(VariableDeclarator declarator) {
    Variable variable = variables.get(declarator);
    if (variable == null) {
      throw new IllegalStateException(declarator.getNameAsString() + " was not resolved");
    }
    return variable;
  }

  /** Returns a condition's value if the language calls it constant. */
  Optional<Boolean> constant(Expression condition) {
    return constants.of(condition).filter(Boolean.class::isInstance).map(Boolean.class::cast);
  }

  /** Returns what is known after an expression. */
  Known after(Expression expression, Known in) {
    Expression e = Trees.bare(expression);
    if (e instanceof AssignExpr assign) {
      return assign(assign, in);
    } else if (e instanceof UnaryExpr unary && writes(unary)) {
      return increment(unary, in);
    } else if (e instanceof SwitchExpr choice) {
      return switches.apply(choice, in).joined();
    } else if (e instanceof ConditionalExpr choice && !program.type(e).equals(Type.BOOLEAN)) {
      Split condition = split(choice.getCondition(), in);
      return after(choice.getThenExpr(), condition.whenTrue())
          .join(after(choice.getElseExpr(), condition.whenFalse()));
    } else if (branches(e)) {
      return split(e, in).joined();
    }
    program.variable(e).ifPresent(v -> read(v, e, in));
    return parts(e, in);
  }

  /** Returns what is known after a condition, by its value. */
  Split split(Expression condition, Known in) {
    Expression e = Trees.bare(condition);
    Optional<Boolean> constant = constant(e);
    if (constant.isPresent()) {
      Known other = in.impossible();
      return constant.get() ? new Split(in, other) : new Split(other, in);
    } else if (e instanceof UnaryExpr not && branches(not)) {
      return split(not.getExpression(), in).negated();
    } else if (e instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
      Split left = split(both.getLeft(), in);
      Split right = split(both.getRight(), left.whenTrue());
      return new Split(right.whenTrue(), left.whenFalse().join(right.whenFalse()));
    } else if (e instanceof BinaryExpr either && either.getOperator() == BinaryExpr.Operator.OR) {
      Split left = split(either.getLeft(), in);
      Split right = split(either.getRight(), left.whenFalse());
      return new Split(left.whenTrue().join(right.whenTrue()), right.whenFalse());
    } else if (e instanceof ConditionalExpr choice && branches(choice)) {
      Split by = split(choice.getCondition(), in);
      return split(choice.getThenExpr(), by.whenTrue())
          .join(split(choice.getElseExpr(), by.whenFalse()));
    } else if (e instanceof SwitchExpr choice && program.type(e).equals(Type.BOOLEAN)) {
      return switches.apply(choice, in);
    }
    return Split.both(after(e, in));
  }

  private Known assign(AssignExpr assign, Known in) {
    Expression target = Trees.bare(assign.getTarget());
    Optional<Variable> variable = program.variable(target);
    if (variable.isEmpty()) {
      return after(assign.getValue(), after(target, in));
    }
    if (assign.getOperator() != AssignExpr.Operator.ASSIGN) {
      read(variable.get(), target, in);
    }
    return write(variable.get(), target, after(assign.getValue(), in));
  }

  private Known increment(UnaryExpr increment, Known in) {
    Expression target = Trees.bare(increment.getExpression());
    Optional<Variable> variable = program.variable(target);
    if (variable.isEmpty()) {
      return after(target, in);
    }
    read(variable.get(), target, in);
    return write(variable.get(), target, in);
  }

  private void read(Variable variable, Expression use, Known in) {
    if (in.unset().contains(variable)) {
      findings.add(
          "COMPILE_ERROR",
          use,
          Quote.name(variable.name())
              + " may have no value here; give it one where it is declared");
    }
  }

  private Known write(Variable variable, Expression target, Known in) {
    if (in.touched().contains(variable)) {
      findings.add(
          "COMPILE_ERROR",
          target,
          "final " + Quote.name(variable.name()) + " may have its value already; remove final");
    }
    return in.assigned(variable);
  }

  /** Follows what an expression consists of, also where it stands in something else. */
  private Known parts(Node node, Known in) {
    Known known = in;
    for (Node part : node.getChildNodes()) {
      known = part instanceof Expression e ? after(e, known) : parts(part, known);
    }
    return known;
  }

  private boolean branches(Expression e) {
    return (e instanceof UnaryExpr unary
            && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT)
        || (e instanceof BinaryExpr binary
            && (binary.getOperator() == BinaryExpr.Operator.AND
                || binary.getOperator() == BinaryExpr.Operator.OR))
        || (e instanceof ConditionalExpr && program.type(e).equals(Type.BOOLEAN));
  }

  private static boolean writes(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }
}
