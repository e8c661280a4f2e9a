package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import java.util.Objects;
import java.util.Optional;

/**
 * Says how an episode begins and ends.
 *
 * @param steps control steps after which it is truncated, at least 1
 * @param start how the first state is drawn
 * @param healthy the condition whose failure terminates it; if empty, only the time limit ends it
 */
public record Episode(int steps, Start start, Optional<Expression> healthy) {

  /** Checks the number of steps. */
  public Episode {
    Objects.requireNonNull(start);
    Objects.requireNonNull(healthy);
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ", must be at least 1");
    }
  }
}
