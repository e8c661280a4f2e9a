package io.github.guerdon.critic.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The blocks around a place in a function, and the switch expressions among them. */
final class Scopes {

  private record Declared(Variable variable, int depth) {}

  private record Switch(SwitchExpr expression, int depth, List<Expression> results) {}

  private static final Set<String> SMALL = Set.of("byte", "short", "char");
  private static final List<String> WIDENING =
      List.of("byte", "char", "short", "int", "long", "float", "double");

  private final Program program;
  private final Deque<Map<String, Declared>> blocks = new ArrayDeque<>();
  private final Deque<Switch> switches = new ArrayDeque<>();

  Scopes(Program program) {
    this.program = program;
  }

  void open() {
    blocks.push(new HashMap<>());
  }

  void close() {
    blocks.pop();
  }

  void declare(Variable variable) {
    boolean twice = blocks.stream().anyMatch(b -> b.containsKey(variable.name()));
    if (twice) {
      program.complaints.add(
          new Program.Complaint(
              "COMPILE_ERROR",
              variable.where(),
              "there is a variable "
                  + Quote.name(variable.name())
                  + " here already; rename this one"));
    }
    program.declared.add(variable);
    Map<String, Declared> block = blocks.peek();
    if (block != null) {
      block.put(variable.name(), new Declared(variable, blocks.size()));
    }
  }

  /** Finds what a simple name stands for and notes the use. */
  Optional<Variable> find(String name, Expression use) {
    for (Map<String, Declared> block : blocks) {
      Declared found = block.get(name);
      if (found != null) {
        for (Switch around : switches) {
          if (found.depth() <= around.depth()) {
            program
                .captured
                .computeIfAbsent(around.expression(), s -> new LinkedHashSet<>())
                .add(found.variable());
          }
        }
        return use(found.variable(), use);
      }
    }
    return constant(name, use);
  }

  /** Finds a constant of the class, as after {@code this.}, and notes the use. */
  Optional<Variable> constant(String name, Expression use) {
    Variable constant = program.constants.get(name);
    return constant == null ? Optional.empty() : use(constant, use);
  }

  private Optional<Variable> use(Variable variable, Expression use) {
    variable.uses().add(use);
    program.variables.put(use, variable);
    return Optional.of(variable);
  }

  void enter(SwitchExpr expression) {
    switches.push(new Switch(expression, blocks.size(), new ArrayList<>()));
  }

  void result(Expression value) {
    Switch innermost = switches.peek();
    if (innermost != null) {
      innermost.results().add(value);
    }
  }

  /** Ends a switch expression and returns its type. */
  Type leave() {
    return unite(switches.pop().results());
  }

  /** Returns the type of a choice between values, by the rules of the Java compiler. */
  Type unite(List<Expression> values) {
    List<Type> types = values.stream().map(program::type).toList();
    if (types.stream().distinct().count() == 1) {
      return types.get(0);
    }
    if (types.isEmpty() || !types.stream().allMatch(Type::numeric)) {
      return Type.ERROR;
    }
    Constants constants = Constants.ofLanguage(program);
    for (Expression value : values) {
      Type small = program.type(value);
      boolean narrow = SMALL.contains(small.name());
      if (narrow && values.stream().allMatch(v -> joins(v, value, small, constants))) {
        return small;
      }
    }
    return WIDENING.stream()
        .map(Type::of)
        .filter(wide -> types.stream().allMatch(t -> t.widensTo(wide)))
        .findFirst()
        .orElse(Type.ERROR);
  }

  /** Returns whether a value lets a choice keep another value's small type. */
  private boolean joins(Expression value, Expression other, Type small, Constants constants) {
    boolean variable = constants.of(other).isEmpty() && constants.of(value).isEmpty();
    return Trees.same(value, other)
        || (variable && program.type(value).equals(small))
        || (program.type(value).equals(Type.INT) && constants.fits(value, small));
  }
}
