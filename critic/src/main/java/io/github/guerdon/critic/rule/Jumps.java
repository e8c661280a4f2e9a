package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The statements around a place that jumps can leave or begin anew, the innermost first. */
final class Jumps {

  /** What a jump can go to. */
  enum Kind {
    LOOP,
    SWITCH,
    LABEL,
    VALUE
  }

  /** One of them, and what is known where jumps arrive. */
  static final class Target {

    private final Kind kind;
    private final Node node;
    private Known left = Known.NEVER;
    private Known continued = Known.NEVER;
    private Split given = Split.NEVER;

    private Target(Kind kind, Node node) {
      this.kind = kind;
      this.node = node;
    }

    /** Returns what is known after the jumps that leave it. */
    Known left() {
      return left;
    }

    /** Returns what is known after the jumps to its next round. */
    Known continued() {
      return continued;
    }

    /** Returns what is known after the values of a switch expression. */
    Split given() {
      return given;
    }

    private boolean labelled(String label) {
      return node instanceof LabeledStmt statement && statement.getLabel().asString().equals(label);
    }
  }

  private final Findings findings;
  private final Deque<Target> around = new ArrayDeque<>();

  Jumps(Findings findings) {
    this.findings = findings;
  }

  Target enter(Kind kind, Node node) {
    if (node instanceof LabeledStmt labelled) {
      String label = labelled.getLabel().asString();
      if (around.stream().anyMatch(t -> t.labelled(label))) {
        complain(labelled, "label " + Quote.name(label) + " is around this already; rename one");
      }
    }
    Target target = new Target(kind, node);
    around.push(target);
    return target;
  }

  void leave() {
    around.pop();
  }

  void leave(BreakStmt jump, Known known) {
    Optional<Target> target =
        jump.getLabel().isPresent()
            ? labelled(jump, jump.getLabel().get().asString(), known)
            : innermost(jump, "break", known, Kind.LOOP, Kind.SWITCH);
    target.ifPresent(t -> t.left = t.left.join(known));
  }

  void again(ContinueStmt jump, Known known) {
    Optional<Target> target =
        jump.getLabel().isPresent()
            ? labelled(jump, jump.getLabel().get().asString(), known).flatMap(t -> loop(jump, t))
            : innermost(jump, "continue", known, Kind.LOOP);
    target.ifPresent(t -> t.continued = t.continued.join(known));
  }

  /** Notes the value that an arm gives to the innermost switch expression. */
  void give(Split known) {
    around.stream()
        .filter(t -> t.kind == Kind.VALUE)
        .findFirst()
        .ifPresent(t -> t.given = t.given.join(known));
  }

  void check(ReturnStmt jump, Known known) {
    if (around.stream().anyMatch(t -> t.kind == Kind.VALUE)) {
      mayNotLeave(jump, "return", known);
    }
  }

  private Optional<Target> innermost(Statement jump, String word, Known known, Kind... kinds) {
    for (Target target : around) {
      for (Kind kind : kinds) {
        if (target.kind == kind) {
          return Optional.of(target);
        }
      }
      if (target.kind == Kind.VALUE) {
        mayNotLeave(jump, word, known);
        return Optional.empty();
      }
    }
    complain(jump, Quote.name(word) + " has nothing around it to go to; use return or if");
    return Optional.empty();
  }

  private Optional<Target> labelled(Statement jump, String label, Known known) {
    boolean inValue = false;
    for (Target target : around) {
      if (target.labelled(label)) {
        if (inValue) {
          mayNotLeave(jump, "a jump to " + label, known);
        }
        return inValue ? Optional.empty() : Optional.of(target);
      }
      inValue |= target.kind == Kind.VALUE;
    }
    complain(jump, "there is no label " + Quote.name(label) + " around this");
    return Optional.empty();
  }

  /** Returns the loop that a label stands before. */
  private Optional<Target> loop(ContinueStmt jump, Target labelled) {
    Node statement = labelled.node;
    while (statement instanceof LabeledStmt label) {
      statement = label.getStatement();
    }
    Node named = statement;
    Optional<Target> loop =
        around.stream().filter(t -> t.kind == Kind.LOOP && Trees.same(t.node, named)).findFirst();
    if (loop.isEmpty()) {
      complain(jump, "this label is of no loop, so there is nothing to continue; use break");
    }
    return loop;
  }

  private void mayNotLeave(Statement jump, String word, Known known) {
    give(Split.both(known)); // As if it did what it is told to, so that no more is said of it.
    complain(
        jump,
        "a switch expression ends with a value, so "
            + Quote.name(word)
            + " may not leave it; write yield value;");
  }

  private void complain(Node where, String message) {
    findings.add("COMPILE_ERROR", where, message);
  }
}
