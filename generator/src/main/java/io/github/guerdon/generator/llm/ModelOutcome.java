package io.github.guerdon.generator.llm;

import java.util.Objects;
import java.util.function.Function;

/** How a request to a language model ended. */
public sealed interface ModelOutcome {

  /** Folds the outcome. */
  <R> R match(
      Function<? super Answered, ? extends R> answered,
      Function<? super Failed, ? extends R> failed);

  /** The model answered. */
  record Answered(ModelReply reply) implements ModelOutcome {

    /** Checks that there is a reply. */
    public Answered {
      Objects.requireNonNull(reply);
    }

    @Override
    public <R> R match(
        Function<? super Answered, ? extends R> answered,
        Function<? super Failed, ? extends R> failed) {
      return answered.apply(this);
    }
  }

  /** There is no answer. */
  record Failed(CallFailure failure) implements ModelOutcome {

    /** Checks that there is a failure. */
    public Failed {
      Objects.requireNonNull(failure);
    }

    @Override
    public <R> R match(
        Function<? super Answered, ? extends R> answered,
        Function<? super Failed, ? extends R> failed) {
      return failed.apply(this);
    }
  }
}
