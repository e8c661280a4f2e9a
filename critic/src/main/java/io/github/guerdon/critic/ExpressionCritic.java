package io.github.guerdon.critic;

import io.github.guerdon.critic.compile.Compilation;
import io.github.guerdon.critic.compile.Complaints;
import io.github.guerdon.critic.rule.Rules;
import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.Parser;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.env.ExpressionCompiler;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.ExpressionProgram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles a task's scalar expressions by the rules of rewards: the same names, functions and
 * arithmetic.
 *
 * <p>A problem reads {@code line:column: key: sentence}, the place being that in the task file.
 */
public final class ExpressionCritic implements ExpressionCompiler {

  private static final String HEADER =
      "import io.github.guerdon.reward.*; import static java.lang.Math.*;"
          + " public final class Reward implements RewardFunction {"
          + " public void reward(State before, Action action, State after, Terms terms) {}\n";

  private final Compilation compilation = Compilation.ofRuntime();

  /** Makes one; it is worth keeping, the first compilation warms it up. */
  public ExpressionCritic() {}

  @Override
  public ExpressionProgram compile(List<Expression> expressions, Vocabulary vocabulary)
      throws TaskException {
    Result result =
        Deadline.run(() -> compileHere(List.copyOf(expressions), vocabulary))
            .fold(done -> done, finding -> new Problems(List.of(finding.message())));
    if (result instanceof Done done) {
      return done.program();
    }
    throw new TaskException(((Problems) result).problems());
  }

  private sealed interface Result {}

  private record Done(ExpressionProgram program) implements Result {}

  private record Problems(List<String> problems) implements Result {}

  /** The class that holds the expressions, and the lines where each begins and ends. */
  private record Sheet(String text, List<Integer> begins, List<Expression> expressions) {

    static Sheet of(List<Expression> expressions) {
      StringBuilder text = new StringBuilder(HEADER);
      List<Integer> begins = new ArrayList<>();
      int line = 2;
      int index = 0;
      for (Expression expression : expressions) {
        String type = expression.type() == Expression.Type.CONDITION ? "boolean" : "double";
        text.append("private static ").append(type).append(" expression").append(index++);
        text.append("(State before, Action action, State after) { return (\n");
        begins.add(line + 1);
        String written = expression.text().replace("\r\n", "\n");
        text.append(written).append("\n); }\n");
        line += 3 + (int) written.chars().filter(c -> c == '\n').count();
      }
      return new Sheet(text.append("}\n").toString(), begins, expressions);
    }

    /** Returns a problem with its place in the task file. */
    String problem(int line, int column, String message) {
      int index = 0;
      while (index + 1 < begins.size() && begins.get(index + 1) <= line) {
        index++;
      }
      return problem(expressions.get(index), line - begins.get(index), column, message);
    }

    static String problem(Expression expression, int down, int column, String message) {
      Expression.Where where = expression.where();
      int line = where.line() + Math.max(0, down);
      int at = down <= 0 ? where.column() + Math.max(0, column - 1) : Math.max(1, column);
      return line + ":" + at + ": " + where.key() + ": " + message;
    }
  }

  private Result compileHere(List<Expression> expressions, Vocabulary vocabulary) {
    List<String> syntax = syntax(expressions);
    if (!syntax.isEmpty()) {
      return new Problems(syntax);
    }
    Sheet sheet = Sheet.of(expressions);
    SourceText text = SourceText.of(sheet.text().getBytes(StandardCharsets.UTF_8));
    Parser.Result parsed = Parser.parse(text);
    if (parsed.program().isEmpty() || !parsed.mistakes().isEmpty()) {
      return new Problems(
          parsed.mistakes().stream()
              .map(m -> sheet.problem(m.line(), m.column(), m.message()))
              .toList());
    }
    Program program = parsed.program().get();
    List<String> problems =
        new ArrayList<>(
            Rules.checkExpressions(program, vocabulary).stream()
                .map(f -> sheet.problem(f.line(), f.column(), f.message()))
                .toList());
    problems.addAll(types(program, sheet));
    if (!problems.isEmpty()) {
      return new Problems(problems);
    }
    try {
      return new Done(compilation.expressions(program, vocabulary));
    } catch (Complaints e) {
      return new Problems(
          e.findings().stream()
              .map(f -> sheet.problem(f.line(), f.column(), f.message()))
              .toList());
    }
  }

  /** Looks at each expression alone, so that none can swallow the next. */
  private static List<String> syntax(List<Expression> expressions) {
    List<String> problems = new ArrayList<>();
    for (Expression expression : expressions) {
      SourceText text = SourceText.of(expression.text().getBytes(StandardCharsets.UTF_8));
      List<Finding> inText = Rules.check(text);
      inText.forEach(
          f -> problems.add(Sheet.problem(expression, f.line() - 1, f.column(), f.message())));
      if (inText.isEmpty()) {
        Parser.mistakesInExpression(text.text())
            .forEach(
                m ->
                    problems.add(
                        Sheet.problem(
                            expression, m.line() - 1, m.column(), "no Java: " + m.message())));
      }
    }
    return problems;
  }

  private static List<String> types(Program program, Sheet sheet) {
    List<String> problems = new ArrayList<>();
    List<Function> functions = program.expressionFunctions();
    for (int i = 0; i < functions.size(); i++) {
      com.github.javaparser.ast.expr.Expression value =
          functions
              .get(i)
              .declaration()
              .findFirst(com.github.javaparser.ast.stmt.ReturnStmt.class)
              .flatMap(r -> r.getExpression())
              .orElseThrow();
      Type type = program.type(value);
      boolean condition = sheet.expressions().get(i).type() == Expression.Type.CONDITION;
      boolean fits = condition ? type.equals(Type.BOOLEAN) : type.numeric();
      if (!fits && type.known()) {
        problems.add(
            sheet.problem(
                Trees.line(value) + 1,
                1,
                condition
                    ? "gives " + type + "; wanted a condition, such as a comparison"
                    : "gives " + type + "; wanted a number"));
      }
    }
    return problems;
  }
}
