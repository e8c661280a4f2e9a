package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.ExpressionProgram;
import java.util.List;

/**
 * Compiles a task's scalar expressions; the critic implements it, so that tasks and rewards are one
 * language.
 */
public interface ExpressionCompiler {

  /**
   * Compiles expressions into one program, in order.
   *
   * @throws TaskException with all that is wrong, each with its place in the task file
   */
  ExpressionProgram compile(List<Expression> expressions, Vocabulary vocabulary)
      throws TaskException;
}
