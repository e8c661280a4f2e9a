package io.github.guerdon.env;

import io.github.guerdon.env.Expression.Where;
import java.util.List;
import java.util.Objects;

/**
 * Says how an episode's first state is drawn; what no rule names starts at the model's default, at
 * rest.
 *
 * @param rules in the order of the file; a later one wins
 */
public record Start(List<Rule> rules) {

  /** The name that stands for all joints. */
  public static final String ALL = "";

  /** Copies the list. */
  public Start {
    rules = List.copyOf(rules);
  }

  /** The part of the state that a rule sets. */
  public enum Field {
    QPOS,
    QVEL
  }

  /**
   * Draws one joint's or all joints' positions or velocities.
   *
   * @param field what is drawn
   * @param joint the joint's name, or {@link #ALL}
   * @param draw the distribution, drawn for each number apart
   * @param where its place in the task file
   */
  public record Rule(Field field, String joint, Draw draw, Where where) {

    /** Checks for null. */
    public Rule {
      Objects.requireNonNull(field);
      Objects.requireNonNull(joint);
      Objects.requireNonNull(draw);
      Objects.requireNonNull(where);
    }
  }
}
