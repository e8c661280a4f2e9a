package io.github.guerdon.critic.compile;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import io.github.guerdon.critic.source.Api;
import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.NamePosition;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.TermName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns an accepted program into Java over handle numbers: one class, static helpers, no fields. A
 * switch expression becomes a helper of its own, which keeps the order of evaluation.
 */
final class Lowering {

  private static final String SLOT = Api.PACKAGE + ".slot.";

  private final Program program;
  private final Names names;
  private final LoweredText out = new LoweredText();
  private final Reads reads;
  private final List<String> terms;
  private final ExpressionLowering expressions;
  private final Deque<Runnable> outlined = new ArrayDeque<>();

  private Lowering(Program program, Vocabulary vocabulary) {
    this.program = program;
    names = new Names(program.assignedInSwitches());
    reads = new Reads(program, vocabulary);
    terms = List.copyOf(terms(program));
    expressions = new ExpressionLowering(program, reads, terms, names, this::outline);
  }

  /** Lowers a reward. */
  static Lowered reward(Program program, Vocabulary vocabulary) {
    Lowering lowering = new Lowering(program, vocabulary);
    lowering.header("Reward", "SlotReward");
    for (Function function : program.functions()) {
      boolean entry = function.name().equals("reward");
      lowering.function(function, entry ? "public void reward" : lowering.helper(function));
    }
    return lowering.finish("Reward");
  }

  /** Lowers a class of one function for each expression of a task. */
  static Lowered expressions(Program program, Vocabulary vocabulary) {
    Lowering lowering = new Lowering(program, vocabulary);
    lowering.header("Expressions", "SlotExpressions");
    lowering.out.add(
        "public void evaluate(SlotState before, Action action, SlotState after, double[] values) {");
    int index = 0;
    for (Function function : program.expressionFunctions()) {
      String call = lowering.names.of(function) + "(before, action, after)";
      boolean condition = function.result().equals(Type.BOOLEAN);
      lowering.out.add(
          "values[" + index++ + "] = " + (condition ? "(" + call + " ? 1.0 : 0.0)" : call) + "; ");
    }
    lowering.out.add("} ");
    for (Function function : program.expressionFunctions()) {
      lowering.function(function, lowering.helper(function));
    }
    return lowering.finish("Expressions");
  }

  private void header(String name, String implemented) {
    Api.TYPES.values().forEach(type -> out.add("import " + type.getName() + ";"));
    out.add("import " + Api.PACKAGE + ".Shape;");
    for (String type : List.of("SlotState", "SlotTerms", implemented)) {
      out.add("import " + SLOT + type + ";");
    }
    out.add("public final class " + name + " implements " + implemented + " { ");
  }

  private String helper(Function function) {
    return "static " + Names.type(function.result()) + " " + names.of(function);
  }

  private void function(Function function, String head) {
    out.add(LoweredText.at(Trees.line(function.declaration())));
    out.add(
        head
            + function.parameters().stream()
                .map(p -> Names.type(p.type()) + " " + parameter(p))
                .collect(Collectors.joining(", ", "(", ") { ")));
    function.parameters().stream()
        .filter(names::boxed)
        .forEach(p -> out.add(names.declared(p, parameter(p)) + "; "));
    function
        .declaration()
        .getBody()
        .ifPresent(
            body ->
                withTemporaries(
                    () -> {
                      constantArrays(body);
                      statements().body(body, function.result());
                    }));
    out.add(" } ");
    while (!outlined.isEmpty()) {
      outlined.pop().run();
    }
  }

  /** Writes a body and, before it, the temporaries that it turns out to need. */
  private void withTemporaries(Runnable body) {
    int start = out.length();
    expressions.assignments().beginFunction();
    body.run();
    out.insert(start, expressions.assignments().temporaries());
  }

  private String parameter(Variable parameter) {
    return names.boxed(parameter) ? names.holder(parameter) + "given" : names.of(parameter);
  }

  private StatementLowering statements() {
    return new StatementLowering(program, names, expressions, out);
  }

  /** Makes locals of the constant arrays that are mentioned: the class has no initialiser. */
  private void constantArrays(Node body) {
    Set<Variable> mentioned = new LinkedHashSet<>();
    body.walk(
        node -> {
          if (node instanceof Expression e) {
            program
                .variable(e)
                .filter(v -> v.role() == Variable.Role.CONSTANT && v.type().dimensions() > 0)
                .ifPresent(mentioned::add);
          }
        });
    for (Variable constant : mentioned) {
      Expression list =
          constant
              .initialiser()
              .flatMap(
                  i ->
                      i instanceof ArrayCreationExpr c
                          ? c.getInitializer()
                          : i.toArrayInitializerExpr())
              .orElseThrow();
      out.add(
          Names.type(constant.type())
              + " "
              + names.of(constant)
              + " = "
              + expressions.as(constant.type(), list)
              + "; ");
    }
  }

  private String outline(SwitchExpr choice, Type type) {
    String name = names.fresh("choose");
    String selector = names.fresh("selector");
    List<Variable> captured = List.copyOf(program.captured(choice));
    outlined.add(
        () -> {
          out.add(LoweredText.at(Trees.line(choice)));
          out.add("static " + Names.type(type) + " " + name + "(int " + selector);
          captured.forEach(v -> out.add(", " + names.holderType(v) + " " + names.holder(v)));
          out.add(") { ");
          withTemporaries(
              () -> {
                constantArrays(choice);
                statements().body(choice, selector, type);
              });
          out.add(" } ");
        });
    return name
        + captured.stream()
            .map(v -> ", " + names.holder(v))
            .collect(Collectors.joining("", "(" + expressions.of(choice.getSelector()), ")"));
  }

  private Lowered finish(String className) {
    out.add(expressions.assignments().functions() + "}");
    return new Lowered(className, out, reads.table(), terms, reads.start());
  }

  /** Returns the terms' normal names in the order in which a step first meets them. */
  private static Set<String> terms(Program program) {
    Set<String> found = new LinkedHashSet<>();
    Set<Function> seen = new HashSet<>();
    program.functions().stream()
        .filter(f -> f.name().equals("reward"))
        .forEach(f -> collect(program, f, seen, found));
    // Helpers that nothing calls still compile, so their terms need numbers.
    program.functions().forEach(f -> collect(program, f, seen, found));
    return found;
  }

  private static void collect(
      Program program, Function function, Set<Function> seen, Set<String> found) {
    if (!seen.add(function)) {
      return;
    }
    List<MethodCallExpr> calls = new ArrayList<>();
    function.declaration().walk(Node.TreeTraversal.POSTORDER, n -> addCall(n, calls));
    for (MethodCallExpr call : calls) {
      if (program.target(call) instanceof Target.Helper helper) {
        collect(program, helper.function(), seen, found);
      } else if (NamePosition.addsTerm(program, call)) {
        Trees.plainLiteral(call.getArgument(0)).flatMap(TermName::normalise).ifPresent(found::add);
      }
    }
  }

  private static void addCall(Node node, List<MethodCallExpr> calls) {
    if (node instanceof MethodCallExpr call) {
      calls.add(call);
    }
  }
}
