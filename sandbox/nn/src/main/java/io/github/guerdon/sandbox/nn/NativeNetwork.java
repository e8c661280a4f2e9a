package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** Owns a network in native memory. */
public final class NativeNetwork implements PolicyValueNetwork {
  private static final long CLOSED = 0;

  private final NetworkSpec spec;
  private final int parameterCount;
  private long address;

  private NativeNetwork(NetworkSpec spec, Device device) {
    this.spec = spec;
    parameterCount = spec.parameterCount();
    int[] widths = spec.hidden().stream().mapToInt(Integer::intValue).toArray();
    int relu = spec.activation() == Activation.RELU ? 1 : 0;
    address =
        Kernel.create(
            device == Device.CUDA,
            spec.observationSize(),
            spec.actionSize(),
            widths,
            widths.length,
            relu);
    if (address == CLOSED) {
      throw new OutOfMemoryError(
          "no native memory for a network of "
              + parameterCount
              + " parameters: run fewer at once or make it smaller");
    }
  }

  /** Makes a network on the CPU with orthogonal weights; the same seed gives the same bits. */
  public static NativeNetwork create(NetworkSpec spec, long seed) {
    return create(spec, seed, Device.CPU);
  }

  /**
   * Makes a network with orthogonal weights; the same seed gives the same bits on the same device.
   *
   * @throws DeviceException if the device is not there, or not able
   */
  public static NativeNetwork create(NetworkSpec spec, long seed, Device device) {
    if (device == Device.CUDA) {
      CudaDevice.Probe probe = CudaDevice.probe();
      if (!probe.usable()) {
        throw new DeviceException("no GPU to use: " + probe.text() + "; use the device cpu");
      }
    }
    FloatBuffer parameters = OrthogonalInitialisation.parameters(spec, seed);
    NativeNetwork network = new NativeNetwork(spec, device);
    network.writeParameters(parameters);
    return network;
  }

  /** Counts the bytes that the open networks of this process hold. */
  public static long liveBytes() {
    return Kernel.liveBytes();
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public void forward(FloatBuffer observations, int rows, FloatBuffer means, FloatBuffer values) {
    requireAtLeastOne("rows", rows);
    long network = open();
    Kernel.forward(
        network,
        DirectBuffers.require("observations", observations, rows, spec.observationSize()),
        rows,
        DirectBuffers.require("means", means, rows, spec.actionSize()),
        DirectBuffers.require("values", values, rows, 1));
    checkDevice(network);
  }

  @Override
  public void values(FloatBuffer observations, int rows, FloatBuffer values) {
    requireAtLeastOne("rows", rows);
    long network = open();
    Kernel.values(
        network,
        DirectBuffers.require("observations", observations, rows, spec.observationSize()),
        rows,
        DirectBuffers.require("values", values, rows, 1));
    checkDevice(network);
  }

  @Override
  public UpdateStatistics update(
      Rollout rollout, int[] rows, int miniBatch, UpdateSettings settings, float learningRate) {
    long network = open();
    requireAtLeastOne("rows.length", rows.length);
    requireAtLeastOne("miniBatch", miniBatch);
    if (!(learningRate >= 0) || !Float.isFinite(learningRate)) {
      throw new IllegalArgumentException(
          "learningRate " + learningRate + " must be finite, at least 0: change it");
    }
    Kernel.configure(
        network,
        settings.clipRange(),
        settings.clipValues(),
        settings.valueCoefficient(),
        settings.entropyCoefficient(),
        settings.normaliseAdvantages(),
        settings.maxGradientNorm(),
        settings.adamBeta1(),
        settings.adamBeta2(),
        settings.adamEpsilon());
    int capacity = rollout.capacity();
    float[] means = new float[6];
    int updates =
        Kernel.update(
            network,
            DirectBuffers.require(
                "observations", rollout.observations(), capacity, spec.observationSize()),
            DirectBuffers.require("actions", rollout.actions(), capacity, spec.actionSize()),
            DirectBuffers.require("logProbabilities", rollout.logProbabilities(), capacity, 1),
            DirectBuffers.require("values", rollout.values(), capacity, 1),
            DirectBuffers.require("advantages", rollout.advantages(), capacity, 1),
            DirectBuffers.require("returns", rollout.returns(), capacity, 1),
            capacity,
            rows,
            rows.length,
            miniBatch,
            learningRate,
            means);
    checkDevice(network);
    if (updates < 0) {
      throw new IndexOutOfBoundsException(
          "rows holds an index outside 0.."
              + (capacity - 1)
              + ", the rollout's rows: give indices of this rollout");
    }
    return new UpdateStatistics(
        updates, means[0], means[1], means[2], means[3], means[4], means[5]);
  }

  @Override
  public void useThreads(int threads) {
    requireAtLeastOne("threads", threads);
    Kernel.setThreads(open(), threads);
  }

  @Override
  public void readParameters(FloatBuffer target) {
    long network = open();
    Kernel.read(network, Kernel.PARAMETERS, parameterShaped("target", target));
    checkDevice(network);
  }

  @Override
  public void writeParameters(FloatBuffer source) {
    long network = open();
    Kernel.write(network, Kernel.PARAMETERS, parameterShaped("source", source));
    checkDevice(network);
  }

  @Override
  public void readMoments(FloatBuffer first, FloatBuffer second) {
    long network = open();
    Kernel.read(network, Kernel.FIRST_MOMENT, parameterShaped("first", first));
    Kernel.read(network, Kernel.SECOND_MOMENT, parameterShaped("second", second));
    checkDevice(network);
  }

  @Override
  public void writeMoments(FloatBuffer first, FloatBuffer second, long adamSteps) {
    if (adamSteps < 0) {
      throw new IllegalArgumentException(
          "adamSteps " + adamSteps + " is negative: give the stored count");
    }
    long network = open();
    parameterShaped("first", first);
    parameterShaped("second", second);
    Kernel.write(network, Kernel.FIRST_MOMENT, first);
    Kernel.write(network, Kernel.SECOND_MOMENT, second);
    Kernel.setAdamSteps(network, adamSteps);
    checkDevice(network);
  }

  @Override
  public long adamSteps() {
    return Kernel.adamSteps(open());
  }

  @Override
  public void readLogStd(FloatBuffer target) {
    long network = open();
    Kernel.readLogStd(network, DirectBuffers.require("target", target, 1, spec.actionSize()));
    checkDevice(network);
  }

  @Override
  public void close() {
    if (address != CLOSED) {
      Kernel.destroy(address);
      address = CLOSED;
    }
  }

  private FloatBuffer parameterShaped(String name, FloatBuffer buffer) {
    return DirectBuffers.require(name, buffer, 1, parameterCount);
  }

  /** A device may fail in any call; what that call gave is nothing then. */
  private static void checkDevice(long network) {
    @Nullable String failure = Kernel.failure(network);
    if (failure != null) {
      throw new DeviceException("the device failed: " + failure);
    }
  }

  private long open() {
    if (address == CLOSED) {
      throw new IllegalStateException(
          "the network is closed: use it before close, or make a new one");
    }
    return address;
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          name + " " + value + " must be at least 1: give a positive count");
    }
  }
}
