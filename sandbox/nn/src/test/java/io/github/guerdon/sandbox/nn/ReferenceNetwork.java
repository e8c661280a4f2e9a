package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** Computes what the kernel computes, in doubles and one sample at a time: the oracle. */
final class ReferenceNetwork implements PolicyValueNetwork {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final NetworkSpec spec;
  private final List<Tensor> policy;
  private final List<Tensor> value;
  private final int logStd;
  final double[] parameters;
  private final double[] first;
  private final double[] second;
  private long adamSteps;

  ReferenceNetwork(NetworkSpec spec) {
    this.spec = spec;
    policy = spec.tensors().stream().filter(t -> t.name().matches("policy\\.\\d.*")).toList();
    value = spec.tensors().stream().filter(t -> t.name().startsWith("value")).toList();
    logStd = spec.parameterCount() - spec.actionSize();
    parameters = new double[spec.parameterCount()];
    first = new double[parameters.length];
    second = new double[parameters.length];
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public void forward(FloatBuffer observations, int rows, FloatBuffer means, FloatBuffer values) {
    for (int row = 0; row < rows; row++) {
      double[][] outputs = outputs(policy, row(observations, row, spec.observationSize()));
      for (int j = 0; j < spec.actionSize(); j++) {
        means.put(
            means.position() + row * spec.actionSize() + j, (float) outputs[outputs.length - 1][j]);
      }
    }
    values(observations, rows, values);
  }

  @Override
  public void values(FloatBuffer observations, int rows, FloatBuffer values) {
    for (int row = 0; row < rows; row++) {
      double[][] outputs = outputs(value, row(observations, row, spec.observationSize()));
      values.put(values.position() + row, (float) outputs[outputs.length - 1][0]);
    }
  }

  @Override
  public UpdateStatistics update(
      Rollout rollout, int[] rows, int miniBatch, UpdateSettings settings, float learningRate) {
    double[] sums = new double[6];
    int updates = 0;
    int seen = 0;
    for (int start = 0; start < rows.length && seen == updates; start += miniBatch, seen++) {
      int[] batch = Arrays.copyOfRange(rows, start, Math.min(start + miniBatch, rows.length));
      double[] gradient = new double[parameters.length];
      double[] figures = lossAndGradient(rollout, batch, settings, gradient);
      figures[5] = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
      for (int i = 0; i < figures.length; i++) {
        sums[i] += figures[i];
      }
      if (Arrays.stream(figures).allMatch(Double::isFinite)) {
        adam(gradient, figures[5], settings, learningRate);
        updates++;
      }
    }
    float[] means = new float[6];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (sums[i] / seen);
    }
    return new UpdateStatistics(
        updates, means[0], means[1], means[2], means[3], means[4], means[5]);
  }

  /** Gives the whole objective, which {@link #lossAndGradient} differentiates. */
  double loss(Rollout rollout, int[] rows, UpdateSettings settings) {
    double[] figures = lossAndGradient(rollout, rows, settings, new double[parameters.length]);
    return figures[0]
        + settings.valueCoefficient() * figures[1]
        - settings.entropyCoefficient() * figures[2];
  }

  double[] lossAndGradient(
      Rollout rollout, int[] rows, UpdateSettings settings, double[] gradient) {
    double[] advantages = advantages(rollout, rows, settings);
    double[] figures = new double[6];
    for (int j = 0; j < spec.actionSize(); j++) {
      figures[2] += parameters[logStd + j] + 0.5 + 0.5 * LOG_TWO_PI;
      gradient[logStd + j] -= settings.entropyCoefficient();
    }
    for (int i = 0; i < rows.length; i++) {
      double[] observation = row(rollout.observations(), rows[i], spec.observationSize());
      policyLoss(
          rollout,
          rows[i],
          observation,
          advantages[i],
          1.0 / rows.length,
          settings,
          figures,
          gradient);
      valueLoss(rollout, rows[i], observation, 1.0 / rows.length, settings, figures, gradient);
    }
    return figures;
  }

  private void policyLoss(
      Rollout rollout,
      int row,
      double[] observation,
      double advantage,
      double share,
      UpdateSettings settings,
      double[] figures,
      double[] gradient) {
    double[][] outputs = outputs(policy, observation);
    double[] mean = outputs[outputs.length - 1];
    double[] action = row(rollout.actions(), row, spec.actionSize());
    double logProbability = 0;
    for (int j = 0; j < mean.length; j++) {
      double z = (action[j] - mean[j]) / Math.exp(parameters[logStd + j]);
      logProbability -= 0.5 * z * z + parameters[logStd + j] + 0.5 * LOG_TWO_PI;
    }
    double logRatio = logProbability - rollout.logProbabilities().get(row);
    double ratio = Math.exp(logRatio);
    double clipped = Math.max(1 - settings.clipRange(), Math.min(1 + settings.clipRange(), ratio));
    figures[0] -= share * Math.min(ratio * advantage, clipped * advantage);
    figures[3] += share * (ratio - 1 - logRatio);
    figures[4] += clipped == ratio ? 0 : share;
    double slope = clipped * advantage < ratio * advantage ? 0 : -advantage * ratio * share;
    double[] delta = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      double std = Math.exp(parameters[logStd + j]);
      double z = (action[j] - mean[j]) / std;
      delta[j] = slope * z / std;
      gradient[logStd + j] += slope * (z * z - 1);
    }
    backward(policy, observation, outputs, delta, gradient);
  }

  private void valueLoss(
      Rollout rollout,
      int row,
      double[] observation,
      double share,
      UpdateSettings settings,
      double[] figures,
      double[] gradient) {
    double[][] outputs = outputs(value, observation);
    double told = outputs[outputs.length - 1][0];
    double error = told - rollout.returns().get(row);
    double slope = error;
    if (settings.clipValues()) {
      double old = rollout.values().get(row);
      double range = settings.clipRange();
      double clipped = old + Math.max(-range, Math.min(range, told - old));
      if (Math.abs(clipped - rollout.returns().get(row)) > Math.abs(error)) {
        error = clipped - rollout.returns().get(row);
        slope = Math.abs(told - old) > range ? 0 : error;
      }
    }
    figures[1] += share * 0.5 * error * error;
    backward(
        value,
        observation,
        outputs,
        new double[] {settings.valueCoefficient() * share * slope},
        gradient);
  }

  private static double[] advantages(Rollout rollout, int[] rows, UpdateSettings settings) {
    double[] advantages =
        Arrays.stream(rows).mapToDouble(r -> rollout.advantages().get(r)).toArray();
    if (!settings.normaliseAdvantages() || rows.length == 1) {
      return advantages;
    }
    double mean = Arrays.stream(advantages).sum() / rows.length;
    double squares = Arrays.stream(advantages).map(a -> (a - mean) * (a - mean)).sum();
    double std = Math.sqrt(squares / (rows.length - 1));
    return Arrays.stream(advantages).map(a -> (a - mean) / (std + 1e-8)).toArray();
  }

  /** Gives each layer's output, activation included. */
  private double[][] outputs(List<Tensor> network, double[] observation) {
    double[][] outputs = new double[network.size() / 2][];
    double[] input = observation;
    for (int layer = 0; layer < outputs.length; layer++) {
      Tensor weight = network.get(2 * layer);
      double[] output = new double[weight.columns()];
      for (int j = 0; j < output.length; j++) {
        output[j] = parameters[network.get(2 * layer + 1).offset() + j];
        for (int i = 0; i < input.length; i++) {
          output[j] += input[i] * parameters[weight.offset() + i * weight.columns() + j];
        }
        if (layer + 1 < outputs.length) {
          boolean tanh = spec.activation() == Activation.TANH;
          output[j] = tanh ? Math.tanh(output[j]) : Math.max(0, output[j]);
        }
      }
      outputs[layer] = output;
      input = output;
    }
    return outputs;
  }

  private void backward(
      List<Tensor> network,
      double[] observation,
      double[][] outputs,
      double[] lastDelta,
      double[] gradient) {
    double[] delta = lastDelta;
    for (int layer = outputs.length - 1; layer >= 0; layer--) {
      Tensor weight = network.get(2 * layer);
      double[] input = layer == 0 ? observation : outputs[layer - 1];
      double[] next = new double[input.length];
      for (int j = 0; j < delta.length; j++) {
        gradient[network.get(2 * layer + 1).offset() + j] += delta[j];
        for (int i = 0; i < input.length; i++) {
          int index = weight.offset() + i * weight.columns() + j;
          gradient[index] += input[i] * delta[j];
          next[i] += parameters[index] * delta[j];
        }
      }
      for (int i = 0; i < next.length; i++) {
        boolean tanh = spec.activation() == Activation.TANH;
        next[i] *= tanh ? 1 - input[i] * input[i] : input[i] > 0 ? 1 : 0;
      }
      delta = next;
    }
  }

  private void adam(double[] gradient, double norm, UpdateSettings settings, double learningRate) {
    adamSteps++;
    double scale = Math.min(1, settings.maxGradientNorm() / (norm + 1e-6));
    double beta1 = settings.adamBeta1();
    double beta2 = settings.adamBeta2();
    for (int i = 0; i < parameters.length; i++) {
      double g = gradient[i] * scale;
      first[i] = beta1 * first[i] + (1 - beta1) * g;
      second[i] = beta2 * second[i] + (1 - beta2) * g * g;
      double m = first[i] / (1 - Math.pow(beta1, (double) adamSteps));
      double v = second[i] / (1 - Math.pow(beta2, (double) adamSteps));
      parameters[i] -= learningRate * m / (Math.sqrt(v) + settings.adamEpsilon());
    }
  }

  @Override
  public void useThreads(int threads) {
    // One is enough for a reference.
  }

  @Override
  public void readParameters(FloatBuffer target) {
    read(parameters, 0, target);
  }

  @Override
  public void writeParameters(FloatBuffer source) {
    write(parameters, source);
  }

  @Override
  public void readMoments(FloatBuffer firstTarget, FloatBuffer secondTarget) {
    read(first, 0, firstTarget);
    read(second, 0, secondTarget);
  }

  @Override
  public void writeMoments(FloatBuffer firstSource, FloatBuffer secondSource, long steps) {
    write(first, firstSource);
    write(second, secondSource);
    adamSteps = steps;
  }

  @Override
  public long adamSteps() {
    return adamSteps;
  }

  @Override
  public void readLogStd(FloatBuffer target) {
    read(parameters, logStd, target);
  }

  @Override
  public void close() {}

  private static double[] row(FloatBuffer buffer, int row, int width) {
    double[] values = new double[width];
    for (int j = 0; j < width; j++) {
      values[j] = buffer.get(buffer.position() + row * width + j);
    }
    return values;
  }

  private static void read(double[] from, int offset, FloatBuffer target) {
    for (int i = offset; i < from.length; i++) {
      target.put(target.position() + i - offset, (float) from[i]);
    }
  }

  private static void write(double[] to, FloatBuffer source) {
    for (int i = 0; i < to.length; i++) {
      to[i] = source.get(source.position() + i);
    }
  }
}
