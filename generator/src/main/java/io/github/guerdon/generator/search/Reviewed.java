package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.sandbox.training.ProbeResult;
import java.util.Objects;
import java.util.function.Function;

/** A draft after the critic, the probe and the screen for duplicates. */
sealed interface Reviewed {

  <R> R match(
      Function<? super Sound, ? extends R> sound,
      Function<? super Unsound, ? extends R> unsound,
      Function<? super Twin, ? extends R> twin);

  /** May be trained. */
  record Sound(Draft draft, CompiledReward reward, ProbeResult.Passed probe) implements Reviewed {

    /** Checks for null. */
    public Sound {
      Objects.requireNonNull(draft);
      Objects.requireNonNull(reward);
      Objects.requireNonNull(probe);
    }

    @Override
    public <R> R match(
        Function<? super Sound, ? extends R> sound,
        Function<? super Unsound, ? extends R> unsound,
        Function<? super Twin, ? extends R> twin) {
      return sound.apply(this);
    }
  }

  /** Was refused. */
  record Unsound(Failed candidate) implements Reviewed {

    /** Checks for null. */
    public Unsound {
      Objects.requireNonNull(candidate);
    }

    @Override
    public <R> R match(
        Function<? super Sound, ? extends R> sound,
        Function<? super Unsound, ? extends R> unsound,
        Function<? super Twin, ? extends R> twin) {
      return unsound.apply(this);
    }
  }

  /**
   * Is there already, so that it is not trained.
   *
   * @param of the id of the one that is
   * @param how by what they are the same, in a phrase
   */
  record Twin(Draft draft, String source, String of, String how) implements Reviewed {

    /** Checks for null. */
    public Twin {
      Objects.requireNonNull(draft);
      Objects.requireNonNull(source);
      Objects.requireNonNull(of);
      Objects.requireNonNull(how);
    }

    @Override
    public <R> R match(
        Function<? super Sound, ? extends R> sound,
        Function<? super Unsound, ? extends R> unsound,
        Function<? super Twin, ? extends R> twin) {
      return twin.apply(this);
    }
  }
}
