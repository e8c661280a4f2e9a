package io.github.guerdon.critic.verdict;

import java.util.List;
import java.util.Objects;

/** What the critic says of a source. */
public sealed interface Verdict {

  /**
   * The source may run.
   *
   * @param reward it, compiled
   * @param warnings what looks wrong but is legal
   */
  record Accepted(CompiledReward reward, List<Finding> warnings) implements Verdict {

    /** Copies the list. */
    public Accepted {
      Objects.requireNonNull(reward);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The source may not run.
   *
   * @param reason which gate refused it
   * @param findings all that is wrong, in the order of the source
   */
  record Rejected(Reason reason, List<Finding> findings) implements Verdict {

    /** Copies the list and checks that something is said. */
    public Rejected {
      Objects.requireNonNull(reason);
      findings = List.copyOf(findings);
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a refusal has at least one finding");
      }
    }
  }

  /** The gate that refused a source. */
  enum Reason {
    /** It uses what rewards may not use. */
    STATIC_REJECT,
    /** It is no correct Java. */
    COMPILE_ERROR
  }
}
