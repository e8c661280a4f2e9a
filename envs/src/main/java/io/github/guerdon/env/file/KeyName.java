package io.github.guerdon.env.file;

import io.github.guerdon.env.file.Expression.Where;
import java.util.Objects;

/**
 * Names a keyframe of the model.
 *
 * @param name its name, or its number where it has none
 * @param where its place in the task file
 */
public record KeyName(String name, Where where) {

  /** Checks for null. */
  public KeyName {
    Objects.requireNonNull(name);
    Objects.requireNonNull(where);
  }
}
