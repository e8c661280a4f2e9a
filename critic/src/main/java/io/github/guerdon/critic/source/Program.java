package io.github.guerdon.critic.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parsed source and what its names mean. Nodes are keys by identity: JavaParser's equality is
 * that of text.
 */
public final class Program {

  private final SourceText text;
  private final CompilationUnit unit;
  private final Optional<ClassOrInterfaceDeclaration> type;
  final IdentityHashMap<Expression, Type> types = new IdentityHashMap<>();
  final IdentityHashMap<Expression, Variable> variables = new IdentityHashMap<>();
  final IdentityHashMap<Expression, Object> libraryConstants = new IdentityHashMap<>();
  final IdentityHashMap<Expression, String> libraryOwners = new IdentityHashMap<>();
  final IdentityHashMap<MethodCallExpr, Target> targets = new IdentityHashMap<>();
  final IdentityHashMap<SwitchExpr, Set<Variable>> captured = new IdentityHashMap<>();
  final List<MethodCallExpr> calls = new ArrayList<>();
  final List<Variable> declared = new ArrayList<>();
  final Map<String, Variable> constants = new LinkedHashMap<>();
  final List<Function> functions = new ArrayList<>();
  final List<Complaint> complaints = new ArrayList<>();
  final Set<String> simpleTypes = new LinkedHashSet<>();

  /**
   * Something wrong that the Java compiler would say as well, found while looking up names.
   *
   * @param rule the rule that reports it
   */
  public record Complaint(String rule, Node where, String message) {}

  Program(SourceText text, CompilationUnit unit, Optional<ClassOrInterfaceDeclaration> type) {
    this.text = text;
    this.unit = unit;
    this.type = type;
  }

  /** Returns the text it was parsed from. */
  public SourceText text() {
    return text;
  }

  /** Returns the tree. */
  public CompilationUnit unit() {
    return unit;
  }

  /** Returns the class {@code Reward}, if there is one. */
  public Optional<ClassOrInterfaceDeclaration> rewardClass() {
    return type;
  }

  /** Returns an expression's type. */
  public Type type(Expression expression) {
    return types.getOrDefault(expression, Type.ERROR);
  }

  /** Returns the variable that an expression names. */
  public Optional<Variable> variable(Expression name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** Returns the value of a constant of the JDK that an expression names. */
  public Optional<Object> libraryConstant(Expression name) {
    return Optional.ofNullable(libraryConstants.get(name));
  }

  /** Returns the class of a constant of the JDK that an expression names. */
  public Optional<String> libraryOwner(Expression name) {
    return Optional.ofNullable(libraryOwners.get(name));
  }

  /** Returns what a call goes to. */
  public Target target(MethodCallExpr call) {
    return targets.getOrDefault(call, new Target.Unknown());
  }

  /** Returns all calls in the order of the source. */
  public List<MethodCallExpr> calls() {
    return calls;
  }

  /** Returns all parameters, locals and constants. */
  public List<Variable> declared() {
    return declared;
  }

  /** Returns the constants by name, in the order of the source. */
  public Map<String, Variable> constants() {
    return constants;
  }

  /** Returns all functions, the reward method included, in the order of the source. */
  public List<Function> functions() {
    return functions;
  }

  /**
   * Returns the methods named {@code reward} and all that they call, directly or through others.
   */
  public Set<Function> reached() {
    Set<Function> found = new LinkedHashSet<>();
    Deque<Function> next = new ArrayDeque<>();
    functions.stream().filter(f -> f.name().equals("reward")).forEach(next::add);
    while (!next.isEmpty()) {
      Function function = next.pop();
      if (found.add(function)) {
        next.addAll(function.callees());
      }
    }
    return found;
  }

  /** Returns the functions of a class made of a task's expressions, one for each. */
  public List<Function> expressionFunctions() {
    return functions.stream().filter(f -> !f.name().equals("reward")).toList();
  }

  /** Returns the variables of its surroundings that a switch expression mentions. */
  public Set<Variable> captured(SwitchExpr expression) {
    return captured.getOrDefault(expression, Set.of());
  }

  /** Returns the locals and parameters that some switch expression assigns from inside. */
  public Set<Variable> assignedInSwitches() {
    Set<Variable> found = new LinkedHashSet<>();
    captured.forEach(
        (choice, variables) ->
            variables.stream()
                .filter(v -> v.assignments().stream().anyMatch(w -> Trees.inside(w, choice)))
                .forEach(found::add));
    return found;
  }

  /** Returns what looking up names complained about. */
  public List<Complaint> complaints() {
    return complaints;
  }

  /** Returns the simple names of classes and types that the source mentions. */
  public Set<String> mentionedTypes() {
    return simpleTypes;
  }
}
