package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.search.Cancellation;
import java.util.Objects;
import java.util.function.Function;

/** How an experiment of a batch ended. */
public sealed interface ExperimentOutcome {

  /** The search came to its end. */
  record Done(ExperimentResult result) implements ExperimentOutcome {

    /** Checks for null. */
    public Done {
      Objects.requireNonNull(result);
    }
  }

  /** The search was stopped or never begun; the same command goes on with it. */
  record Stopped(Why why) implements ExperimentOutcome {

    /** Checks for null. */
    public Stopped {
      Objects.requireNonNull(why);
    }

    /** Says what stopped the batch. */
    public static Stopped by(Cancellation cancellation) {
      return new Stopped(cancellation.expired() ? Why.TIME : Why.INTERRUPTED);
    }
  }

  /** Something failed that is no fault of a reward's. */
  record Broken(String message, boolean user) implements ExperimentOutcome {

    /**
     * Checks for null.
     *
     * @param user whether a setting of the user's is wrong
     */
    public Broken {
      Objects.requireNonNull(message);
    }
  }

  /** Why an experiment was stopped. */
  enum Why {
    /** Somebody asked the batch to stop. */
    INTERRUPTED("interrupted; run the same command again to go on"),
    /** The budget of time is used up. */
    TIME("the batch's time was used up; run the same command again to go on");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }

    /** Says it in a sentence. */
    public String sentence() {
      return sentence;
    }
  }

  /** Folds the cases. */
  default <T> T match(
      Function<Done, T> done, Function<Stopped, T> stopped, Function<Broken, T> broken) {
    if (this instanceof Done d) {
      return done.apply(d);
    }
    return this instanceof Stopped s ? stopped.apply(s) : broken.apply((Broken) this);
  }
}
