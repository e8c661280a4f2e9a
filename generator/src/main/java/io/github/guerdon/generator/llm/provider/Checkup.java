package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.AttemptBudget;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a model can do, found out with one small call and one more for each further probe.
 *
 * @param findings what was found, the first of them whether the model answers at all
 * @param calls requests sent
 * @param failure why it does not answer, if it does not
 */
public record Checkup(List<Finding> findings, int calls, Optional<CallFailure> failure) {

  /** Something that costs a request of its own to find out. */
  public enum Probe {
    /** Asks the provider's list of models for limits; costs no tokens. */
    LIMITS,
    /** Asks with a temperature. */
    SAMPLING,
    /** Asks for a streamed answer. */
    STREAMING
  }

  /** How a thing stands. */
  public enum Status {
    WORKS,
    FAILS,
    UNKNOWN
  }

  /**
   * One thing found out.
   *
   * @param name what it is about, such as {@code streaming}
   * @param status how it stands
   * @param text what was seen, in words
   */
  public record Finding(String name, Status status, String text) {

    /** Checks that nothing is missing. */
    public Finding {
      Objects.requireNonNull(name);
      Objects.requireNonNull(status);
      Objects.requireNonNull(text);
    }
  }

  /** Copies the list. */
  public Checkup {
    findings = List.copyOf(findings);
    Objects.requireNonNull(failure);
  }

  /**
   * Examines a model.
   *
   * @param further what is worth further requests; nothing of it is done if the model is silent
   * @throws IllegalArgumentException if there is no key and the provider needs one
   */
  public static Checkup of(
      ModelSettings settings,
      Optional<Secret> key,
      AttemptBudget budget,
      Seams seams,
      Set<Probe> further) {
    return new Examination(settings, key, budget, seams).run(further);
  }
}
