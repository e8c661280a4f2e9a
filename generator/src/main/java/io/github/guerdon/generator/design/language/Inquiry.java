package io.github.guerdon.generator.design.language;

import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.Turn;
import io.github.guerdon.prompt.DesignPrompts;
import io.github.guerdon.prompt.TaskText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a model what is unclear in a task's description. */
public final class Inquiry {

  private static final Pattern LINE = Pattern.compile("\\s*\\d{1,2}[.)]\\s*([^|]+)(?:\\|(.*))?");
  private static final int MOST = 7;
  private static final int LONGEST = 400;

  private Inquiry() {}

  /**
   * A question.
   *
   * @param text what is asked, in one line
   * @param why how the answer would change the reward; may be empty
   */
  public record Question(String text, String why) {}

  /**
   * Returns what the model asks, the most important question first.
   *
   * @throws DesignerException if it gives no answer
   */
  public static List<Question> ask(
      LanguageModel model, DesignPrompts prompts, TaskText task, int maxOutputTokens)
      throws DesignerException {
    ModelRequest request =
        new ModelRequest(
            "ask",
            prompts.system(),
            List.of(new Turn(Turn.Role.USER, prompts.ask(task))),
            maxOutputTokens);
    ModelOutcome outcome = model.ask(request);
    if (outcome instanceof ModelOutcome.Failed failed) {
      CallFailure failure = failed.failure();
      throw new DesignerException(
          failure.kind().remedy() == CallFailure.Remedy.CHANGE_SETTING
              ? DesignerException.Kind.SETTING
              : DesignerException.Kind.UNREACHABLE,
          failure.message());
    }
    return questions(((ModelOutcome.Answered) outcome).reply().text());
  }

  static List<Question> questions(String answer) {
    return AnswerReader.paired(answer)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(m -> new Question(plain(m.group(1)), m.group(2) == null ? "" : plain(m.group(2))))
        .filter(q -> !q.text().isEmpty())
        .limit(MOST)
        .toList();
  }

  /** Makes a model's words fit for a terminal and a file. */
  private static String plain(String text) {
    String line = AnswerReader.plain(text).strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? AnswerReader.first(line, LONGEST) + " …" : line;
  }
}
