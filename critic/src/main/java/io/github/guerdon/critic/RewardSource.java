package io.github.guerdon.critic;

import io.github.guerdon.critic.source.Answer;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The text of a reward as it came, before anything looked at it. */
public final class RewardSource {

  private final byte[] text;
  private final boolean answer;

  private RewardSource(byte[] text, boolean answer) {
    this.text = text.clone();
    this.answer = answer;
  }

  /** Takes bytes that are one Java source and nothing else. */
  public static RewardSource java(byte[] text) {
    return new RewardSource(text, false);
  }

  /** Takes one Java source. */
  public static RewardSource of(String text) {
    return java(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes a designer's answer, from which the one Java class is extracted. */
  public static RewardSource answer(byte[] text) {
    return new RewardSource(text, true);
  }

  /** Writes the text as it is, for a reviewer. */
  public void write(DataOutput out) throws IOException {
    out.writeBoolean(answer);
    out.writeInt(text.length);
    out.write(text);
  }

  /** Reads what {@link #write} wrote, from a side that is trusted. */
  public static RewardSource read(DataInput in) throws IOException {
    boolean answer = in.readBoolean();
    byte[] text = new byte[in.readInt()];
    in.readFully(text);
    return new RewardSource(text, answer);
  }

  /** Returns the Java source in it, in UTF-8; empty if an answer holds none. */
  byte[] source() {
    return answer ? Answer.extract(text) : text.clone();
  }
}
