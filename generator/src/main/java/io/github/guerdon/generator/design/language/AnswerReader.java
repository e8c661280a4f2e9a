package io.github.guerdon.generator.design.language;

import io.github.guerdon.critic.source.Answer;
import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.llm.ModelReply;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads a model's reply: is there one class, and why was it written so. */
final class AnswerReader {

  private static final int LONGEST_RATIONALE = 300;

  /** More than the critic takes, so that it still refuses what is longer. */
  private static final int LONGEST_CODE = SourceText.MAX_BYTES + 8_000;

  /** More of an answer that could not be read helps nobody. */
  private static final int LONGEST_UNREAD = 8_000;

  /** A refusal says so at once. */
  private static final int OPENING = 400;

  private static final Pattern REFUSAL =
      Pattern.compile(
          "\\b(I['’]?m|I am) (very |so |really )?(sorry|unable|not able|not"
              + " comfortable)\\b|\\b(I|we) (can['’]?t|cannot|can not|won['’]?t|will not|must"
              + " decline|decline|refuse)\\b|\\bunable to (help|assist|comply|provide|fulfil)",
          Pattern.CASE_INSENSITIVE);

  private AnswerReader() {}

  /**
   * What a reply holds.
   *
   * @param reading whether there is code, and what is wrong if not
   * @param text the code alone; what there is of the answer if it could not be read
   * @param rationale what was said beside the code, on one line
   */
  record Answered(Reading reading, String text, String rationale) {}

  static Answered read(ModelReply reply) {
    String text = paired(reply.text());
    Answer answer = Answer.of(text);
    Reading reading = reading(reply.ending(), answer);
    return new Answered(
        reading,
        reading == Reading.CODE
            ? first(answer.source(), LONGEST_CODE)
            : first(text, LONGEST_UNREAD),
        rationale(answer.prose()));
  }

  private static Reading reading(ModelReply.Ending ending, Answer answer) {
    if (ending == ModelReply.Ending.CUT_OFF) {
      return Reading.CUT_OFF;
    }
    if (ending == ModelReply.Ending.FILTERED) {
      return Reading.DECLINED;
    }
    if (answer.rewards().size() > 1) {
      return Reading.TWO_CLASSES;
    }
    if (answer.hasClass()) {
      return Reading.CODE;
    }
    if (answer.prose().isBlank()) {
      return saysNothing(answer.source()) ? Reading.EMPTY : Reading.NO_CODE;
    }
    return REFUSAL.matcher(first(answer.prose().strip(), OPENING)).find()
        ? Reading.DECLINED
        : Reading.NO_CODE;
  }

  /** Returns whether all there is are empty fences, or thinking whose tag was never closed. */
  private static boolean saysNothing(String source) {
    return source.strip().startsWith("<")
        || source.lines().allMatch(l -> l.isBlank() || l.strip().startsWith("```"));
  }

  /** Returns prose on one line, without what a terminal or a model could take for a command. */
  static String rationale(String prose) {
    String line = plain(prose).replaceAll("[`\\s]+", " ").strip();
    return line.length() > LONGEST_RATIONALE
        ? first(line, LONGEST_RATIONALE - 2).strip() + " …"
        : line;
  }

  /** Returns text without characters that cannot be seen; line feeds stay. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\n\t]]+", " ");
  }

  /** Replaces halves of surrogate pairs, which no file could hold. */
  static String paired(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Returns the first characters, never half of a pair. */
  static String first(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
