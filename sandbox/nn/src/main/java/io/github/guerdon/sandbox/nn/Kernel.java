package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Name;
import org.bytedeco.javacpp.annotation.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@code devices.cpp}; {@code kernel.h} describes the functions. A network is its address.
 */
@Platform(
    include = {"kernel.cpp", "devices.cpp"},
    library = "guerdon_nn",
    link = {"dl", "pthread"})
final class Kernel {
  static final int PARAMETERS = 0;
  static final int FIRST_MOMENT = 1;
  static final int SECOND_MOMENT = 2;

  static {
    Baseline.require();
    Loader.load();
  }

  private Kernel() {}

  @Name("nn_create")
  @Cast("jlong")
  static native long create(
      boolean onGpu,
      int observations,
      int actions,
      @Cast("const int*") int[] widths,
      int layers,
      int relu);

  @Name("nn_cuda_open")
  static native int openCuda(String library, @Cast("char*") byte[] text, int size);

  /** Gives why the network failed, or null. */
  @Name("nn_failure")
  static native @Nullable String failure(@Cast("const nn_network*") long network);

  @Name("nn_destroy")
  static native void destroy(@Cast("nn_network*") long network);

  @Name("nn_live_bytes")
  static native long liveBytes();

  @Name("nn_read")
  static native void read(@Cast("nn_network*") long network, int state, FloatBuffer target);

  @Name("nn_write")
  static native void write(
      @Cast("nn_network*") long network, int state, @Cast("const float*") FloatBuffer source);

  @Name("nn_adam_steps")
  static native long adamSteps(@Cast("const nn_network*") long network);

  @Name("nn_set_adam_steps")
  static native void setAdamSteps(@Cast("nn_network*") long network, long steps);

  @Name("nn_read_log_std")
  static native void readLogStd(@Cast("nn_network*") long network, FloatBuffer target);

  @Name("nn_forward")
  static native void forward(
      @Cast("nn_network*") long network,
      @Cast("const float*") FloatBuffer observations,
      int rows,
      FloatBuffer means,
      FloatBuffer values);

  @Name("nn_values")
  static native void values(
      @Cast("nn_network*") long network,
      @Cast("const float*") FloatBuffer observations,
      int rows,
      FloatBuffer values);

  @Name("nn_set_threads")
  static native void setThreads(@Cast("nn_network*") long network, int threads);

  @Name("nn_configure")
  static native void configure(
      @Cast("nn_network*") long network,
      float clipRange,
      boolean clipValues,
      float valueCoefficient,
      float entropyCoefficient,
      boolean normaliseAdvantages,
      float maxGradientNorm,
      float adamBeta1,
      float adamBeta2,
      float adamEpsilon);

  @Name("nn_update")
  static native int update(
      @Cast("nn_network*") long network,
      @Cast("const float*") FloatBuffer observations,
      @Cast("const float*") FloatBuffer actions,
      @Cast("const float*") FloatBuffer logProbabilities,
      @Cast("const float*") FloatBuffer values,
      @Cast("const float*") FloatBuffer advantages,
      @Cast("const float*") FloatBuffer returns,
      int capacity,
      @Cast("const int*") int[] rows,
      int count,
      int miniBatch,
      float learningRate,
      float[] statistics);
}
