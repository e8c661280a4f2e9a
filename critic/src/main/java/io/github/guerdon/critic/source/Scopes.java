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

/** The blocks around a place in a function, and the switch expressions among them. */
final class Scopes {

  private record Declared(Variable variable, int depth) {}

  private record Switch(SwitchExpr expression, int depth, List<Type> results) {}

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

  void result(Type type) {
    Switch innermost = switches.peek();
    if (innermost != null) {
      innermost.results().add(type);
    }
  }

  /** Ends a switch expression and returns its type. */
  Type leave() {
    return switches.pop().results().stream().reduce(Scopes::unite).orElse(Type.ERROR);
  }

  /** Returns the type of a choice between two values. */
  static Type unite(Type a, Type b) {
    if (a.equals(b)) {
      return a;
    }
    return a.numeric() && b.numeric() ? a.promoted(b) : Type.ERROR;
  }
}
