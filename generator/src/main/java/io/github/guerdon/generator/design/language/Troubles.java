package io.github.guerdon.generator.design.language;

import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.CallFailure.Remedy;
import io.github.guerdon.generator.llm.ModelOutcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Decides which failed calls end a search and which cost one candidate only. */
final class Troubles {

  private Troubles() {}

  /**
   * Passes on what the user has to act upon: a cancelled run, a wrong setting, an empty account.
   *
   * @throws CancellationException if a call was cancelled
   */
  static void check(List<ModelOutcome> outcomes) throws DesignerException {
    List<CallFailure> failures = outcomes.stream().flatMap(o -> Calls.failure(o).stream()).toList();
    if (has(failures, CallFailure.Kind.CANCELLED).isPresent()) {
      throw new CancellationException("a call to a language model was cancelled");
    }
    for (CallFailure failure : failures) {
      if (failure.kind().remedy() == Remedy.CHANGE_SETTING
          || failure.kind() == CallFailure.Kind.NOT_RECORDED) {
        throw new DesignerException(DesignerException.Kind.SETTING, failure.message());
      }
      if (failure.kind() == CallFailure.Kind.QUOTA) {
        throw new DesignerException(DesignerException.Kind.UNREACHABLE, failure.message());
      }
    }
  }

  /** Passes on as well that nothing at all was answered. */
  static void checkAny(List<ModelOutcome> outcomes) throws DesignerException {
    check(outcomes);
    List<CallFailure> failures = outcomes.stream().flatMap(o -> Calls.failure(o).stream()).toList();
    if (failures.isEmpty() || failures.size() < outcomes.size()) {
      return;
    }
    Optional<CallFailure> budget = has(failures, CallFailure.Kind.BUDGET);
    throw budget.isPresent()
        ? new DesignerException(DesignerException.Kind.BUDGET, budget.get().message())
        : new DesignerException(DesignerException.Kind.UNREACHABLE, failures.get(0).message());
  }

  private static Optional<CallFailure> has(List<CallFailure> failures, CallFailure.Kind kind) {
    return failures.stream().filter(f -> f.kind() == kind).findFirst();
  }
}
