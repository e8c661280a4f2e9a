package io.github.guerdon.critic.compile;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
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
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes accepted statements as Java that Janino compiles correctly. */
final class StatementLowering {

  /** Where {@code yield} leaves its value, and the label it then leaves. */
  private record Result(String variable, Type type, String label) {}

  private final Program program;
  private final Constants constants;
  private final Constants constantsOfLanguage;
  private final Names names;
  private final ExpressionLowering expressions;
  private final LoweredText out;
  private final IdentityHashMap<VariableDeclarator, Variable> variables = new IdentityHashMap<>();

  /** What an unlabelled {@code break} leaves: nothing said for loops and old switches. */
  private final Deque<String> breaks = new ArrayDeque<>();

  private final Deque<Result> results = new ArrayDeque<>();
  private Type returned = Type.VOID;

  StatementLowering(Program program, Names names, ExpressionLowering expressions, LoweredText out) {
    this.program = program;
    this.constants = new Constants(program);
    this.constantsOfLanguage = Constants.ofLanguage(program);
    this.names = names;
    this.expressions = expressions;
    this.out = out;
    program.declared().forEach(v -> v.declaration().ifPresent(d -> variables.put(d, v)));
  }

  /** Writes a function's body. */
  void body(BlockStmt body, Type result) {
    returned = result;
    body.getStatements().forEach(this::statement);
  }

  /** Writes the body of the function that a switch expression becomes. */
  void body(SwitchExpr choice, String selector, Type type) {
    String result = names.fresh("result");
    String label = names.fresh("choice");
    out.add(Names.type(type) + " " + result + " = " + zero(type) + ";");
    results.push(new Result(result, type, label));
    entries(choice.getEntries(), selector, label);
    results.pop();
    out.add("return " + result + ";");
  }

  private void statement(Statement s) {
    out.add(LoweredText.at(Trees.line(s)));
    if (s instanceof ExpressionStmt e) {
      expression(e.getExpression());
    } else if (s instanceof BlockStmt block) {
      block(block.getStatements());
    } else if (s instanceof IfStmt branch) {
      branch(branch);
    } else if (s instanceof ForStmt loop) {
      loop(loop, "");
    } else if (s instanceof ForEachStmt loop) {
      loop(loop, "");
    } else if (s instanceof WhileStmt loop) {
      out.add("while (" + condition(loop.getCondition()) + ") ");
      loopBody(loop.getBody());
    } else if (s instanceof DoStmt loop) {
      out.add("do ");
      loopBody(loop.getBody());
      out.add(" while (" + condition(loop.getCondition()) + ");");
    } else if (s instanceof LabeledStmt labelled) {
      labelled(labelled);
    } else if (s instanceof SwitchStmt choice) {
      choice(choice);
    } else if (s instanceof ReturnStmt back) {
      out.add(
          back.getExpression()
              .map(e -> "return " + expressions.assigned(returned, e) + ";")
              .orElse("return;"));
    } else if (s instanceof YieldStmt yield) {
      give(yield.getExpression());
    } else if (s instanceof BreakStmt leave) {
      String label = leave.getLabel().map(l -> names.ofLabel(l.asString())).orElseGet(breaks::peek);
      out.add(label == null || label.isEmpty() ? "break;" : "break " + label + ";");
    } else if (s instanceof ContinueStmt next) {
      out.add(
          next.getLabel().map(l -> "continue " + names.ofLabel(l.asString())).orElse("continue")
              + ";");
    } else if (!(s instanceof EmptyStmt)) {
      throw new IllegalStateException(
          s.getClass().getSimpleName() + " passed the rules and cannot be lowered");
    }
  }

  private void expression(Expression e) {
    if (e instanceof VariableDeclarationExpr declaration) {
      declaration.getVariables().forEach(d -> out.add(declare(d) + ";"));
      return;
    }
    out.add(expressions.statement(e) + ";");
  }

  private String declare(VariableDeclarator declarator) {
    Variable variable = variable(declarator);
    Type type = variable.type();
    return names.declared(
        variable,
        declarator
            .getInitializer()
            .map(i -> expressions.assigned(type, i))
            .orElseGet(() -> zero(type)));
  }

  private Variable variable(VariableDeclarator declarator) {
    Variable variable = variables.get(declarator);
    if (variable == null) {
      throw new IllegalStateException(declarator.getNameAsString() + " was not resolved");
    }
    return variable;
  }

  private static String zero(Type type) {
    if (type.equals(Type.BOOLEAN)) {
      return "false";
    } else if (type.numeric()) {
      return type.name().equals("int") ? "0" : "(" + type + ") 0";
    }
    return "null";
  }

  private void block(List<Statement> statements) {
    out.add("{ ");
    statements.forEach(this::statement);
    out.add(" }");
  }

  private void branch(IfStmt branch) {
    String condition = expressions.of(branch.getCondition());
    boolean constant = constants.of(branch.getCondition()).isPresent();
    if (constant) {
      // A constant condition would make the rest unreachable for Janino, not for Java.
      String held = names.fresh("held");
      out.add("{ boolean " + held + " = " + condition + "; ");
      condition = held;
    }
    out.add("if (" + condition + ") ");
    block(List.of(branch.getThenStmt()));
    branch
        .getElseStmt()
        .ifPresent(
            other -> {
              out.add(" else ");
              block(List.of(other));
            });
    out.add(constant ? " }" : "");
  }

  /** Writes a loop's condition; what only we know to be constant must not look so to Janino. */
  private String condition(Expression condition) {
    Optional<Object> value = constants.of(condition);
    return value.isPresent() && constantsOfLanguage.of(condition).isEmpty()
        ? "(Integer.sum(0, 0) == " + (value.get().equals(true) ? "0)" : "1)")
        : expressions.of(condition);
  }

  private void loopBody(Statement body) {
    breaks.push("");
    block(List.of(body));
    breaks.pop();
  }

  private void loop(ForStmt loop, String label) {
    // Declarations go before the loop, in a block of their own: a list of mixed ones is no Java.
    out.add("{ ");
    for (Expression initial : loop.getInitialization()) {
      expression(initial);
    }
    out.add(
        label
            + "for (; "
            + loop.getCompare().map(this::condition).orElse("")
            + "; "
            + loop.getUpdate().stream()
                .map(expressions::statement)
                .collect(Collectors.joining(", "))
            + ") ");
    loopBody(loop.getBody());
    out.add(" }");
  }

  private void loop(ForEachStmt loop, String label) {
    Variable variable = variable(loop.getVariable().getVariable(0));
    Type array = program.type(loop.getIterable());
    boolean group = array.group();
    String all = names.fresh("all");
    String index = names.fresh("index");
    out.add(
        "{ " + Names.type(array) + " " + all + " = " + expressions.of(loop.getIterable()) + "; ");
    out.add(
        label
            + "for (int "
            + index
            + " = 0; "
            + index
            + " < "
            + all
            + (group ? ".size(); " : ".length; ")
            + index
            + "++) { ");
    String element = all + (group ? ".get(" + index + ")" : "[" + index + "]");
    out.add(
        names.declared(
                variable,
                (variable.type().equals(array.element()) ? "" : "(" + variable.type() + ") ")
                    + element)
            + "; ");
    loopBody(loop.getBody());
    out.add(" } }");
  }

  private void labelled(LabeledStmt labelled) {
    String label = names.ofLabel(labelled.getLabel().asString()) + ": ";
    if (labelled.getStatement() instanceof ForStmt loop) {
      loop(loop, label);
    } else if (labelled.getStatement() instanceof ForEachStmt loop) {
      loop(loop, label);
    } else {
      out.add(label);
      statement(labelled.getStatement());
    }
  }

  private void choice(SwitchStmt choice) {
    String selector = names.fresh("selector");
    out.add("{ int " + selector + " = " + expressions.of(choice.getSelector()) + "; ");
    entries(choice.getEntries(), selector, names.fresh("choice"));
    out.add(" }");
  }

  private void entries(List<SwitchEntry> entries, String selector, String label) {
    boolean old = entries.stream().anyMatch(e -> e.getType() == SwitchEntry.Type.STATEMENT_GROUP);
    if (old) {
      groups(entries, selector, label);
    } else {
      arrows(entries, selector, label);
    }
  }

  private void groups(List<SwitchEntry> entries, String selector, String label) {
    breaks.push(label);
    out.add(label + ": { switch (" + selector + ") { ");
    for (SwitchEntry entry : entries) {
      // The selector is an int; a constant of another type would be written with a cast, which
      // Janino does not take here.
      entry.getLabels().forEach(l -> out.add("case " + expressions.as(Type.INT, l) + ": "));
      out.add(entry.getLabels().isEmpty() ? "default: " : "");
      entry.getStatements().forEach(this::statement);
    }
    out.add(" } }");
    breaks.pop();
  }

  /** Writes arrows as a chain of ifs, inside a label that {@code break} and {@code yield} leave. */
  private void arrows(List<SwitchEntry> entries, String selector, String label) {
    breaks.push(label);
    out.add(label + ": { ");
    List<SwitchEntry> ordered = new ArrayList<>(entries);
    // The default arm is taken when no other is, wherever it stands.
    ordered.sort((a, b) -> Boolean.compare(a.getLabels().isEmpty(), b.getLabels().isEmpty()));
    boolean first = true;
    for (SwitchEntry entry : ordered) {
      out.add(first ? "" : " else ");
      if (!entry.getLabels().isEmpty()) {
        out.add(
            entry.getLabels().stream()
                .map(l -> selector + " == " + expressions.of(l))
                .collect(Collectors.joining(" || ", "if (", ") ")));
      }
      arm(entry);
      first = false;
    }
    out.add(" }");
    breaks.pop();
  }

  private void arm(SwitchEntry entry) {
    boolean value = entry.getType() == SwitchEntry.Type.EXPRESSION && !results.isEmpty();
    if (value && entry.getStatement(0) instanceof ExpressionStmt e && yields(entry)) {
      out.add("{ " + LoweredText.at(Trees.line(e)));
      Result result = results.getFirst();
      out.add(
          result.variable()
              + " = "
              + expressions.assigned(result.type(), e.getExpression())
              + "; }");
    } else {
      block(entry.getStatements());
    }
  }

  /** Returns whether an arm gives the value of a switch expression. */
  private static boolean yields(SwitchEntry entry) {
    return entry.getParentNode().filter(p -> p instanceof SwitchExpr).isPresent();
  }

  private void give(Expression value) {
    Result result = results.getFirst();
    out.add(
        result.variable()
            + " = "
            + expressions.assigned(result.type(), value)
            + "; break "
            + result.label()
            + ";");
  }
}
