package io.github.guerdon.critic.compile;

import io.github.guerdon.critic.verdict.Finding;
import java.util.List;

/** Says why a source did not compile. */
public final class Complaints extends Exception {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // An immutable list; never serialised.
  private final List<Finding> findings;

  Complaints(List<Finding> findings) {
    super(findings.toString());
    this.findings = List.copyOf(findings);
  }

  /** Returns at least one finding. */
  public List<Finding> findings() {
    return findings;
  }
}
