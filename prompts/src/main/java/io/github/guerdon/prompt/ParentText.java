package io.github.guerdon.prompt;

import java.util.Objects;

/**
 * A trained candidate as a designer sees it; every text may be empty but the id and the code.
 *
 * @param id the candidate's id
 * @param code its Java, without comments
 * @param analysis the analyzer's summary: fitness with requirements, terms over training, diagnosis
 * @param changes what changed since its parent and what that did
 * @param rationale what its designer said when it wrote it
 */
public record ParentText(
    String id, String code, String analysis, String changes, String rationale) {

  /** Checks for null and for missing code. */
  public ParentText {
    CandidateId.check(id);
    Objects.requireNonNull(analysis);
    Objects.requireNonNull(changes);
    Objects.requireNonNull(rationale);
    if (code.isBlank()) {
      throw new IllegalArgumentException("candidate " + id + " has no code; pass its source");
    }
  }
}
