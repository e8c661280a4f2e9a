package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Draft;
import java.util.Objects;
import java.util.function.Function;

/** A draft after the critic and the probe. */
sealed interface Reviewed {

  <R> R match(
      Function<? super Sound, ? extends R> sound, Function<? super Unsound, ? extends R> unsound);

  /** May be trained. */
  record Sound(Draft draft, CompiledReward reward) implements Reviewed {

    /** Checks for null. */
    public Sound {
      Objects.requireNonNull(draft);
      Objects.requireNonNull(reward);
    }

    @Override
    public <R> R match(
        Function<? super Sound, ? extends R> sound,
        Function<? super Unsound, ? extends R> unsound) {
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
        Function<? super Unsound, ? extends R> unsound) {
      return unsound.apply(this);
    }
  }
}
