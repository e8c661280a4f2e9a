package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Follows control through a method's statements, each of them once. */
final class Flow {

  private final Findings findings;
  private final FlowExpressions expressions;
  private final Jumps jumps;

  Flow(Program program, Findings findings) {
    this.findings = findings;
    jumps = new Jumps(findings);
    expressions = new FlowExpressions(program, findings, this::value);
  }

  /** Returns what is known after a statement, if control leaves it at its end. */
  Known after(Statement s, Known before) {
    Known in = before;
    if (!in.reachable()) {
      complain(s, "this is never reached; remove it, or what leaves before it");
      in = in.reachable(true); // Once is enough.
    }
    if (s instanceof BlockStmt block) {
      return after(block.getStatements(), in);
    } else if (s instanceof ExpressionStmt e) {
      return expression(e.getExpression(), in);
    } else if (s instanceof IfStmt branch) {
      return branch(branch, in);
    } else if (s instanceof WhileStmt loop) {
      return loop(loop, in);
    } else if (s instanceof DoStmt loop) {
      return loop(loop, in);
    } else if (s instanceof ForStmt loop) {
      return loop(loop, in);
    } else if (s instanceof ForEachStmt loop) {
      return loop(loop, in);
    } else if (s instanceof SwitchStmt choice) {
      return choice(choice, in);
    } else if (s instanceof LabeledStmt labelled) {
      Jumps.Target target = jumps.enter(Jumps.Kind.LABEL, labelled);
      Known end = after(labelled.getStatement(), in);
      jumps.leave();
      return end.join(target.left());
    } else if (s instanceof BreakStmt jump) {
      jumps.leave(jump, in);
      return Known.NEVER;
    } else if (s instanceof ContinueStmt jump) {
      jumps.again(jump, in);
      return Known.NEVER;
    } else if (s instanceof YieldStmt yield) {
      jumps.give(expressions.split(yield.getExpression(), in));
      return Known.NEVER;
    } else if (s instanceof ReturnStmt jump) {
      Known here = in;
      jump.getExpression().ifPresent(e -> expressions.after(e, here));
      jumps.check(jump, in);
      return Known.NEVER;
    }
    return in;
  }

  private Known after(List<Statement> statements, Known in) {
    Known known = in;
    for (Statement statement : statements) {
      known = after(statement, known);
    }
    return known;
  }

  private Known expression(Expression e, Known in) {
    if (!(e instanceof VariableDeclarationExpr declaration)) {
      return expressions.after(e, in);
    }
    Known known = in;
    for (VariableDeclarator declarator : declaration.getVariables()) {
      Variable variable = expressions.variable(declarator);
      Optional<Expression> initial = declarator.getInitializer();
      known = known.declared(variable);
      if (initial.isPresent()) {
        known = expressions.after(initial.get(), known).assigned(variable);
      }
    }
    return known;
  }

  private Known branch(IfStmt branch, Known in) {
    Split condition = expressions.split(branch.getCondition(), in);
    // A constant condition makes neither part unreachable: so Java lets code be switched off.
    Known then = after(branch.getThenStmt(), condition.whenTrue());
    Known other =
        branch
            .getElseStmt()
            .map(e -> after(e, condition.whenFalse()))
            .orElse(condition.whenFalse());
    return then.join(other);
  }

  private Known loop(WhileStmt loop, Known in) {
    Split condition = looped(loop.getCondition(), in);
    Jumps.Target target = jumps.enter(Jumps.Kind.LOOP, loop);
    Known end = after(loop.getBody(), condition.whenTrue());
    jumps.leave();
    checkRounds(in, end.join(target.continued()), loop.getCondition(), loop.getBody());
    return condition.whenFalse().join(target.left());
  }

  private Known loop(DoStmt loop, Known in) {
    Jumps.Target target = jumps.enter(Jumps.Kind.LOOP, loop);
    Known end = after(loop.getBody(), in).join(target.continued());
    jumps.leave();
    Split condition = looped(loop.getCondition(), end);
    checkRounds(in, condition.whenTrue(), loop.getBody(), loop.getCondition());
    return condition.whenFalse().join(target.left());
  }

  private Known loop(ForStmt loop, Known in) {
    Known begun = in;
    for (Expression initial : loop.getInitialization()) {
      begun = expression(initial, begun);
    }
    Known first = begun;
    Split condition =
        loop.getCompare().map(c -> looped(c, first)).orElse(new Split(first, Known.NEVER));
    Jumps.Target target = jumps.enter(Jumps.Kind.LOOP, loop);
    Known end = after(loop.getBody(), condition.whenTrue()).join(target.continued());
    jumps.leave();
    for (Expression update : loop.getUpdate()) {
      end = expressions.after(update, end);
    }
    List<Node> repeated = new ArrayList<>(loop.getUpdate());
    repeated.add(loop.getBody());
    loop.getCompare().ifPresent(repeated::add);
    checkRounds(first, end, repeated.toArray(Node[]::new));
    return condition.whenFalse().join(target.left());
  }

  private Known loop(ForEachStmt loop, Known in) {
    Known begun = expressions.after(loop.getIterable(), in);
    Variable element = expressions.variable(loop.getVariable().getVariable(0));
    Jumps.Target target = jumps.enter(Jumps.Kind.LOOP, loop);
    Known end = after(loop.getBody(), begun.declared(element).assigned(element));
    jumps.leave();
    checkRounds(begun, end.join(target.continued()), loop.getBody());
    return begun.join(target.left());
  }

  /** Returns what is known after a loop's condition; a constant one leads one way only. */
  private Split looped(Expression condition, Known in) {
    Split split = expressions.split(condition, in);
    Optional<Boolean> constant = expressions.constant(condition);
    return new Split(
        constant.equals(Optional.of(false)) ? Known.NEVER : split.whenTrue(),
        constant.equals(Optional.of(true)) ? Known.NEVER : split.whenFalse());
  }

  /** Reports final locals from outside a loop that get a value in each of its rounds. */
  private void checkRounds(Known first, Known next, Node... repeated) {
    for (Variable variable : next.touched()) {
      boolean outside = Arrays.stream(repeated).noneMatch(p -> Trees.inside(variable.where(), p));
      if (outside && !first.touched().contains(variable)) {
        variable.assignments().stream()
            .filter(a -> Arrays.stream(repeated).anyMatch(p -> Trees.inside(a, p)))
            .findFirst()
            .ifPresent(
                a ->
                    complain(
                        a,
                        "final "
                            + Quote.name(variable.name())
                            + " gets a value in each round of the loop; remove final"));
      }
    }
  }

  private Known choice(SwitchStmt choice, Known in) {
    Known selected = expressions.after(choice.getSelector(), in);
    Jumps.Target target = jumps.enter(Jumps.Kind.SWITCH, choice);
    Known end = entries(choice.getEntries(), selected, false);
    jumps.leave();
    boolean all = choice.getEntries().stream().anyMatch(e -> e.getLabels().isEmpty());
    return end.join(target.left()).join(all ? Known.NEVER : selected);
  }

  /** Follows a switch expression. */
  private Split value(SwitchExpr choice, Known in) {
    Known selected = expressions.after(choice.getSelector(), in);
    Jumps.Target target = jumps.enter(Jumps.Kind.VALUE, choice);
    Known end = entries(choice.getEntries(), selected, true);
    jumps.leave();
    if (end.reachable()) {
      complain(choice, "an arm of this switch expression gives no value; end it with yield value;");
    } else if (!target.given().joined().reachable()) {
      complain(
          choice, "this switch expression never gives a value; end its arms with yield value;");
    }
    return target.given().join(Split.both(end));
  }

  /** Follows a switch's arms and returns what is known behind the last of their statements. */
  private Known entries(List<SwitchEntry> entries, Known selected, boolean value) {
    Known out = Known.NEVER;
    Known through = Known.NEVER; // What falls from one group into the next.
    List<Variable> before = new ArrayList<>(); // What the groups before declare is seen, unset.
    for (SwitchEntry entry : entries) {
      if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
        Known jumped = selected;
        for (Variable variable : before) {
          jumped = jumped.declared(variable);
        }
        through = after(entry.getStatements(), jumped.join(through));
        entry.getStatements().forEach(s -> before.addAll(declared(s)));
      } else if (value && entry.getType() == SwitchEntry.Type.EXPRESSION) {
        entry
            .getStatement(0)
            .toExpressionStmt()
            .ifPresent(s -> jumps.give(expressions.split(s.getExpression(), selected)));
      } else {
        out = out.join(after(entry.getStatements(), selected));
      }
    }
    return out.join(through);
  }

  private List<Variable> declared(Statement statement) {
    return statement instanceof ExpressionStmt e
            && e.getExpression() instanceof VariableDeclarationExpr declaration
        ? declaration.getVariables().stream().map(expressions::variable).toList()
        : List.of();
  }

  private void complain(Node where, String message) {
    findings.add("COMPILE_ERROR", where, message);
  }
}
