package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns MuJoCo's errors into exceptions; loading this class installs the native handlers, once a
 * process.
 */
final class Natives {

  static {
    MuJoCo.guerdon_installHandlers();
  }

  private Natives() {}

  /**
   * Forgets what the calling thread's earlier calls left behind, and makes sure that the handlers
   * are installed.
   */
  static void begin() {
    MuJoCo.guerdon_takeError();
  }

  /** Throws what the calling thread raised since {@link #begin}. */
  static void check() {
    String text = takeError();
    if (text != null) {
      throw new MujocoException(text);
    }
  }

  static @Nullable String takeError() {
    BytePointer text = MuJoCo.guerdon_takeError();
    return text == null || text.isNull() ? null : text.getString();
  }

  /** Returns what MuJoCo wrote into an error buffer, or what it raised if it wrote nothing. */
  static String text(byte[] zeroTerminated, @Nullable String raised) {
    int length = 0;
    while (length < zeroTerminated.length && zeroTerminated[length] != 0) {
      length++;
    }
    String text = new String(zeroTerminated, 0, length, StandardCharsets.UTF_8).strip();
    return text.isEmpty() && raised != null ? raised : text;
  }
}
