package io.github.guerdon.reward;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a numeric constant as a weight that a tuner may move within bounds, without changing the
 * reward's structure.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.FIELD)
public @interface Tune {

  /** The smallest value, finite and below {@link #max()}. */
  double min();

  /** The largest value, finite. */
  double max();
}
