package io.github.guerdon.critic.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A constant, parameter or local of a source. */
public final class Variable {

  /** What a variable is. */
  public enum Role {
    CONSTANT,
    PARAMETER,
    LOCAL
  }

  private final String name;
  private final Type type;
  private final Role role;
  private final Node where;
  private final List<Expression> writes = new ArrayList<>();
  private final List<Expression> uses = new ArrayList<>();

  Variable(VariableDeclarator where, Type type, Role role) {
    this(where.getNameAsString(), type, role, where);
  }

  Variable(Parameter where, Type type) {
    this(where.getNameAsString(), type, Role.PARAMETER, where);
  }

  private Variable(String name, Type type, Role role, Node where) {
    this.name = name;
    this.type = type;
    this.role = role;
    this.where = where;
  }

  /** Returns its name in the source. */
  public String name() {
    return name;
  }

  /** Returns its type, for {@code var} that of its initialiser. */
  public Type type() {
    return type;
  }

  /** Returns what it is. */
  public Role role() {
    return role;
  }

  /** Returns what it begins with. */
  public Optional<Expression> initialiser() {
    return declaration().flatMap(VariableDeclarator::getInitializer);
  }

  /** Returns whether it is a local that is declared final. */
  boolean finalLocal() {
    return role == Role.LOCAL
        && where
            .getParentNode()
            .filter(p -> p instanceof VariableDeclarationExpr d && d.isFinal())
            .isPresent();
  }

  /** Returns whether it is final and has its value from the start. */
  public boolean unchangeable() {
    boolean parameter = where instanceof Parameter declared && declared.isFinal();
    return parameter || (finalLocal() && (initialiser().isPresent() || element()));
  }

  /** Returns whether it is final and gets its value later. */
  public boolean blankFinal() {
    return finalLocal() && !unchangeable();
  }

  /** Returns whether a loop gives it one element after the other. */
  private boolean element() {
    return where
        .getParentNode()
        .flatMap(Node::getParentNode)
        .filter(p -> p instanceof ForEachStmt)
        .isPresent();
  }

  /** Returns where it is declared. */
  public Node where() {
    return where;
  }

  /** Returns its declaration; parameters have none. */
  public Optional<VariableDeclarator> declaration() {
    return where instanceof VariableDeclarator declarator
        ? Optional.of(declarator)
        : Optional.empty();
  }

  /** Returns the assignments, increments and decrements of it or of an element of it. */
  public List<Expression> writes() {
    return writes;
  }

  /** Returns the assignments, increments and decrements of the variable itself. */
  public List<Expression> assignments() {
    return writes.stream()
        .filter(w -> uses.stream().anyMatch(u -> Trees.same(u, Trees.bare(target(w)))))
        .toList();
  }

  private static Expression target(Expression write) {
    return write instanceof AssignExpr assign
        ? assign.getTarget()
        : ((UnaryExpr) write).getExpression();
  }

  /** Returns all mentions of it. */
  public List<Expression> uses() {
    return uses;
  }
}
