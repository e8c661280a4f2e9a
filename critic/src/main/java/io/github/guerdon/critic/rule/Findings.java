package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects what rules report. */
final class Findings {

  /** More than this many from one source help nobody. */
  private static final int MOST = 50;

  private final List<Finding> findings = new ArrayList<>();

  void add(String rule, int line, int column, String message) {
    Finding finding = new Finding(rule, line, column, message);
    if (findings.size() < MOST && !findings.contains(finding)) {
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
