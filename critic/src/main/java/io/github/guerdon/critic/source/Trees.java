package io.github.guerdon.critic.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.Optional;

/** Small questions about nodes. */
public final class Trees {

  private Trees() {}

  /** Returns the line where a node begins, from 1. */
  public static int line(Node node) {
    return node.getBegin().map(p -> p.line).orElse(0);
  }

  /** Returns the column where a node begins, from 1. */
  public static int column(Node node) {
    return node.getBegin().map(p -> p.column).orElse(0);
  }

  /** Returns an expression without parentheses around it. */
  public static Expression bare(Expression expression) {
    Expression inner = expression;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    return inner;
  }

  /** Returns the node around an expression and the parentheses around that. */
  public static Optional<Node> user(Expression expression) {
    Optional<Node> parent = expression.getParentNode();
    while (parent.isPresent() && parent.get() instanceof EnclosedExpr) {
      parent = parent.get().getParentNode();
    }
    return parent;
  }

  /** Returns a literal's characters if none of them is written as an escape. */
  public static Optional<String> plainLiteral(Expression expression) {
    return bare(expression) instanceof StringLiteralExpr literal
            && !literal.getValue().contains("\\")
        ? Optional.of(literal.getValue())
        : Optional.empty();
  }

  /** Returns whether a node is a part of another. */
  public static boolean inside(Node part, Node whole) {
    Optional<Node> at = Optional.of(part);
    while (at.isPresent() && !same(at.get(), whole)) {
      at = at.get().getParentNode();
    }
    return at.isPresent();
  }

  /** Returns whether two expressions are the same node, not merely the same text. */
  @SuppressWarnings("ReferenceEquality") // JavaParser's equality is that of text.
  public static boolean same(Node a, Node b) {
    return a == b;
  }
}
