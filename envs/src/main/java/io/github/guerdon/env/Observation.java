package io.github.guerdon.env;

import io.github.guerdon.env.Expression.Where;
import java.util.Objects;

/** One item of what a policy sees. */
public sealed interface Observation {

  /** Returns the item as written. */
  String text();

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
}
