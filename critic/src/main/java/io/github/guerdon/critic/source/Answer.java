package io.github.guerdon.critic.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A designer's answer, taken apart.
 *
 * @param source the Java in it: of several fenced classes the last that is a reward, without prose
 *     behind it; all of the text if nothing looks like Java
 * @param rewards the complete reward classes in it, each one once however often it is repeated
 * @param prose what stands outside of the code, without thinking
 */
public record Answer(String source, List<String> rewards, String prose) {

  private static final int LONGEST = 1 << 20;

  /** Copies the list. */
  public Answer {
    rewards = List.copyOf(rewards);
  }

  /**
   * Returns the source in UTF-8: of several fenced classes the last that is a reward. Bytes are
   * kept as they are inside it, so that broken encodings are found by the text scan.
   */
  public static byte[] extract(byte[] answer) {
    // One char a byte: the markers are ASCII, and nothing is decoded with replacement.
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    return of(text).source().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Takes an answer apart; of a huge one only the first megabyte counts. */
  public static Answer of(String answer) {
    String text = answer.substring(0, Math.min(answer.length(), LONGEST)).replace("\r\n", "\n");
    String spoken = QuotedAnswer.unquoted(Thinking.removed(text));
    Answer plain = read(spoken);
    return plain.hasClass() && !StringAnswer.isJson(spoken)
        ? plain
        : read(StringAnswer.unwrapped(spoken));
  }

  private static Answer read(String spoken) {
    Fences fences = Fences.in(spoken);
    Optional<String> best =
        RewardClasses.lastOf(fences.blocks()).map(last -> whole(last, fences.blocks()));
    String source = HtmlText.decoded(best.orElseGet(() -> unfenced(spoken)));
    return new Answer(
        AnswerTail.cut(source),
        RewardClasses.in(best.isPresent() ? fences.blocks() : List.of(source)),
        Thinking.beforeUnclosed(
            best.isPresent() || !hasClass(source)
                ? fences.outside()
                : spoken.replace(source.stripTrailing(), "")));
  }

  /** Returns whether there is a class in the source, whatever it is worth. */
  public boolean hasClass() {
    return hasClass(source);
  }

  private static boolean hasClass(String source) {
    return RewardClasses.anyIn(source);
  }

  /** Returns the block that a model began to repeat when it was cut off, or else the last one. */
  private static String whole(String last, List<String> blocks) {
    boolean complete = !RewardClasses.in(List.of(last)).isEmpty();
    return blocks.stream()
        .filter(block -> !complete && block.startsWith(last.stripTrailing()))
        .findFirst()
        .orElse(last);
  }

  /** Cuts prose before the first line of code and after the last closing brace. */
  private static String unfenced(String text) {
    if (RewardClasses.lastOf(List.of(text)).isEmpty()) {
      return text.strip().isEmpty() ? "" : text;
    }
    String head = AnswerHead.cut(text);
    String code = AnswerHead.isCode(head) ? head : AnswerHead.cut(DiffBlock.added(text));
    int last = AnswerHead.isCode(code) ? code.lastIndexOf('}') : -1;
    return last < 0 ? head : code.substring(0, last + 1) + "\n";
  }
}
