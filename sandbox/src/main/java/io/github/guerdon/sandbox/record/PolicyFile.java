package io.github.guerdon.sandbox.record;

import io.github.guerdon.sandbox.nn.Activation;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import io.github.guerdon.sandbox.nn.Tensor;
import io.github.guerdon.sandbox.ppo.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A policy as a safetensors file: weights, observation statistics, shape and origin. */
public final class PolicyFile {

  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 1;

  private static final String FORMAT = "guerdon-policy";
  private static final String MEAN = "observation.mean";
  private static final String VARIANCE = "observation.variance";

  private PolicyFile() {}

  /**
   * Writes a policy.
   *
   * @param origin how it came about, for people and tools; kept as it is
   */
  public static void write(Path file, Policy policy, Map<String, String> origin)
      throws IOException {
    AtomicFile.write(file, bytes(policy, origin));
  }

  static byte[] bytes(Policy policy, Map<String, String> origin) {
    NetworkSpec spec = policy.spec();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FORMAT);
    metadata.put("version", Integer.toString(VERSION));
    metadata.put("activation", spec.activation().name());
    metadata.put(
        "hidden", spec.hidden().stream().map(String::valueOf).collect(Collectors.joining(",")));
    metadata.put("observation_size", Integer.toString(spec.observationSize()));
    metadata.put("action_size", Integer.toString(spec.actionSize()));
    metadata.put("step", Long.toString(policy.step()));
    origin.forEach((name, value) -> metadata.put("origin." + name, value));
    Safetensors file = Safetensors.empty(metadata);
    // Doubles come first, so that each number stands at a multiple of its size.
    file.put(MEAN, policy.observationMean());
    file.put(VARIANCE, policy.observationVariance());
    float[] parameters = policy.parameters();
    for (Tensor tensor : spec.tensors()) {
      file.put(tensor.name(), shape(tensor), parameters, tensor.offset());
    }
    return file.bytes();
  }

  /**
   * Reads a policy.
   *
   * @throws RecordException if the file is not a policy of a known version
   */
  public static Policy read(Path file) throws IOException {
    try {
      return parse(Files.readAllBytes(file));
    } catch (RecordException e) {
      throw new RecordException(file + ": " + e.getMessage(), e);
    }
  }

  static Policy parse(byte[] bytes) throws RecordException {
    Safetensors file = Safetensors.parse(bytes);
    Map<String, String> metadata = file.metadata();
    if (!FORMAT.equals(metadata.get("format"))) {
      throw new RecordException(
          "format is '%s', must be '%s'".formatted(metadata.get("format"), FORMAT));
    }
    if (!Integer.toString(VERSION).equals(metadata.get("version"))) {
      throw new RecordException(
          "policy of version %s; this program reads version %d: use the one that wrote it"
              .formatted(metadata.get("version"), VERSION));
    }
    try {
      NetworkSpec spec =
          new NetworkSpec(
              Integer.parseInt(text(metadata, "observation_size")),
              Integer.parseInt(text(metadata, "action_size")),
              Arrays.stream(text(metadata, "hidden").split(",")).map(Integer::valueOf).toList(),
              Activation.valueOf(text(metadata, "activation")),
              0);
      float[] parameters = new float[spec.parameterCount()];
      for (Tensor tensor : spec.tensors()) {
        file.get(tensor.name(), shape(tensor), parameters, tensor.offset());
      }
      return new Policy(
          spec,
          parameters,
          file.doubles(MEAN, spec.observationSize()),
          file.doubles(VARIANCE, spec.observationSize()),
          Long.parseLong(text(metadata, "step")));
    } catch (IllegalArgumentException e) {
      throw new RecordException("the policy's shape is not valid: " + e.getMessage(), e);
    }
  }

  private static String text(Map<String, String> metadata, String name) throws RecordException {
    String value = metadata.get(name);
    if (value == null) {
      throw new RecordException("the metadata lack '" + name + "'");
    }
    return value;
  }

  private static List<Integer> shape(Tensor tensor) {
    return List.of(tensor.rows(), tensor.columns());
  }
}
