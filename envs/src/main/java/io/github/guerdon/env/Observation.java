package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.Expression.Where;
import java.util.Objects;
import java.util.Optional;

/** One item of what a policy sees. */
public sealed interface Observation {

  /** Returns the item as written. */
  String text();

  /** Returns the item without noise and history. */
  default Observation plain() {
    return this;
  }

  /** Returns what is added to each number that a policy sees. */
  default Optional<Draw> noise() {
    return Optional.empty();
  }

  /** Returns of how many steps it shows the numbers, the newest first. */
  default int history() {
    return 1;
  }

  /**
   * A slice of a field, bounded where the task says so.
   *
   * @param text as written
   * @param slice such as {@code qpos[1:]}
   * @param bounds what the numbers are clipped to
   * @param where its place in the task file
   */
  record Slice(String text, String slice, Element.Range bounds, Where where)
      implements Observation {

    /** Checks for null. */
    public Slice {
      Objects.requireNonNull(text);
      Objects.requireNonNull(slice);
      Objects.requireNonNull(bounds);
      Objects.requireNonNull(where);
    }
  }

  /** A number computed by an expression. */
  record Scalar(Expression expression) implements Observation {

    /** Checks for null. */
    public Scalar {
      Objects.requireNonNull(expression);
    }

    @Override
    public String text() {
      return expression.text();
    }
  }

  /**
   * An item as an imperfect sensor shows it.
   *
   * @param plain a slice or a number
   * @param noise what is added to each number, drawn anew at each step
   * @param history of how many steps it shows the numbers, the newest first, at least 1
   */
  record Sensed(Observation plain, Optional<Draw> noise, int history) implements Observation {

    /** Checks the history. */
    public Sensed {
      Objects.requireNonNull(plain);
      Objects.requireNonNull(noise);
      if (history < 1) {
        throw new IllegalArgumentException("history is " + history + ", must be at least 1");
      }
    }

    @Override
    public String text() {
      return plain.text()
          + noise.map(n -> " + " + n.text()).orElse("")
          + (history == 1 ? "" : ", last " + history + " steps");
    }
  }
}
