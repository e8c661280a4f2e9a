package io.github.guerdon.sandbox.nn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** Finds the GPU and the kernel that was built for it. */
public final class CudaDevice {
  private static final int LONGEST_TEXT = 512;

  private CudaDevice() {}

  /**
   * Says whether networks can be computed on a GPU.
   *
   * @param usable whether they can
   * @param text the GPU's name, or what is missing
   */
  public record Probe(boolean usable, String text) {}

  /** Looks for the GPU, each time anew. */
  public static Probe probe() {
    String file = Loader.getPlatform() + "/" + System.mapLibraryName("guerdon_nn_cuda");
    @Nullable URL library = CudaDevice.class.getResource(file);
    if (library == null) {
      return new Probe(
          false, "this build has no CUDA kernel, as no nvcc was found when it was made");
    }
    try {
      byte[] text = new byte[LONGEST_TEXT];
      String path = Loader.cacheResource(library).getPath();
      boolean usable = Kernel.openCuda(path, text, text.length) != 0;
      return new Probe(usable, upToZero(text));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + library, e);
    }
  }

  private static String upToZero(byte[] text) {
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }
}
