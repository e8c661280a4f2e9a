package io.github.guerdon.sandbox.nn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Makes and checks the buffers that the kernel reads without a copy. */
public final class DirectBuffers {
  private DirectBuffers() {}

  /** Allocates zeros outside the heap, in native byte order; the garbage collector frees them. */
  public static FloatBuffer floats(int count) {
    int bytes = Math.multiplyExact(count, Float.BYTES);
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  static FloatBuffer require(String name, FloatBuffer buffer, int rows, int columns) {
    long needed = (long) rows * columns;
    if (buffer.remaining() < needed) {
      throw new IllegalArgumentException(
          "%s has %d floats left but %d x %d are needed: give a larger buffer or rewind it"
              .formatted(name, buffer.remaining(), rows, columns));
    }
    if (!buffer.isDirect() || buffer.order() != ByteOrder.nativeOrder()) {
      throw new IllegalArgumentException(
          name + " must be direct and in native byte order: make it with DirectBuffers.floats");
    }
    return buffer;
  }
}
