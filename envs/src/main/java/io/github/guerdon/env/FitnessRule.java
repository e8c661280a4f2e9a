package io.github.guerdon.env;

import java.util.List;
import java.util.Objects;

/**
 * Says what makes one policy better than another.
 *
 * @param require bounds on the means over episodes; who misses one ranks below all who meet them
 * @param maximize the metric whose mean ranks the others
 */
public record FitnessRule(List<Requirement> require, String maximize) {

  /** Copies the list. */
  public FitnessRule {
    require = List.copyOf(require);
    Objects.requireNonNull(maximize);
  }
}
