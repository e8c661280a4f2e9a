package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.KeyName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says how an episode's first state is drawn; what no rule names starts at the model's default, at
 * rest, or as the keyframe says.
 *
 * @param rules in the order of the file; a later one wins
 * @param until the condition that a drawn state must meet; it is drawn again until it does
 * @param key name of the keyframe whose positions and velocities stand for the defaults
 */
public record Start(List<Rule> rules, Optional<Expression> until, Optional<KeyName> key) {

  /** The name that stands for all joints. */
  public static final String ALL = "";

  /** Copies the list. */
  public Start {
    rules = List.copyOf(rules);
    Objects.requireNonNull(until);
    Objects.requireNonNull(key);
  }

  /** Makes a start that takes every state that the rules draw. */
  public Start(List<Rule> rules) {
    this(rules, Optional.empty(), Optional.empty());
  }

  /** The part of the state that a rule sets. */
  public enum Field {
    QPOS,
    QVEL
  }

  /**
   * Draws positions or velocities of one joint, of several, or of all.
   *
   * @param field what is drawn
   * @param joint as written: a joint's name, several with commas, with {@code [i]} or {@code
   *     [from:to]} for a part of a joint's numbers; or {@link #ALL}
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
