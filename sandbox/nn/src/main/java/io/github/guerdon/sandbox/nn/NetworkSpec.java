package io.github.guerdon.sandbox.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * Describes a Gaussian policy and a value network: two perceptrons with the same hidden layers and
 * weights of their own.
 *
 * @param observationSize inputs of both networks
 * @param actionSize means that the policy gives
 * @param hidden widths of the hidden layers, at least one
 * @param activation after each hidden layer; outputs are linear
 * @param initialLogStd natural logarithm of each action's standard deviation before the first
 *     update
 */
public record NetworkSpec(
    int observationSize,
    int actionSize,
    List<Integer> hidden,
    Activation activation,
    float initialLogStd) {

  // Keeps every array's length an int, here and in the kernel.
  private static final int LARGEST = 8192;

  public NetworkSpec {
    requireSize("observationSize", observationSize);
    requireSize("actionSize", actionSize);
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty()) {
      throw new IllegalArgumentException(
          "hidden is empty but needs a layer: give a width, as in [64, 64]");
    }
    hidden.forEach(width -> requireSize("hidden", width));
    if (!Float.isFinite(initialLogStd)) {
      throw new IllegalArgumentException(
          "initialLogStd " + initialLogStd + " is not finite: give a number, as in -1");
    }
  }

  /** Counts the floats of all parameters: policy, value network, log standard deviations. */
  public int parameterCount() {
    List<Tensor> tensors = tensors();
    Tensor last = tensors.get(tensors.size() - 1);
    return last.offset() + last.size();
  }

  /** Lists the parameters in the order of the flat parameter buffer; weights are [in][out]. */
  public List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    int offset = addNetwork(tensors, "policy", actionSize, 0);
    offset = addNetwork(tensors, "value", 1, offset);
    tensors.add(new Tensor("policy.log_std", offset, 1, actionSize));
    return List.copyOf(tensors);
  }

  private int addNetwork(List<Tensor> tensors, String name, int outputs, int start) {
    int offset = start;
    int in = observationSize;
    for (int layer = 0; layer <= hidden.size(); layer++) {
      int out = layer < hidden.size() ? hidden.get(layer) : outputs;
      String prefix = name + "." + layer;
      tensors.add(new Tensor(prefix + ".weight", offset, in, out));
      offset = Math.addExact(offset, in * out);
      tensors.add(new Tensor(prefix + ".bias", offset, 1, out));
      offset = Math.addExact(offset, out);
      in = out;
    }
    return offset;
  }

  private static void requireSize(String name, int value) {
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException(
          name + " " + value + " is outside 1.." + LARGEST + ": choose a size in this range");
    }
  }
}
