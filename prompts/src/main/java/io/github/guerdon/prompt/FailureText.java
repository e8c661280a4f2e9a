package io.github.guerdon.prompt;

import java.util.Objects;

/**
 * A candidate that gave no result, as a designer sees it; texts may be empty but the id and the
 * outcome.
 *
 * @param id the candidate's id
 * @param attempted what it tried, in its designer's words or its terms
 * @param outcome how it ended, such as {@code STATIC_REJECT}
 * @param findings what was wrong, with places
 */
public record FailureText(String id, String attempted, String outcome, String findings) {

  /** Checks for null and for a missing outcome. */
  public FailureText {
    CandidateId.check(id);
    Objects.requireNonNull(attempted);
    Objects.requireNonNull(findings);
    if (outcome.isBlank()) {
      throw new IllegalArgumentException("candidate " + id + " has no outcome; pass how it ended");
    }
  }
}
