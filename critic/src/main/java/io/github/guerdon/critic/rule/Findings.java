package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects what rules report. */
final class Findings {

  /** More than this many of one rule help nobody; those of one must not crowd out another's. */
  private static final int MOST = 50;

  private final List<Finding> findings = new ArrayList<>();

  void add(String rule, int line, int column, String message) {
    Finding finding = new Finding(rule, line, column, message);
    long already = findings.stream().filter(f -> f.rule().equals(rule)).count();
    if (already < MOST && !findings.contains(finding)) {
      findings.add(finding);
    }
  }

  void add(String rule, Node where, String message) {
    add(rule, Trees.line(where), Trees.column(where), message);
  }

  List<Finding> inOrder() {
    return findings.stream().sorted(Finding.BY_PLACE).toList();
  }
}
