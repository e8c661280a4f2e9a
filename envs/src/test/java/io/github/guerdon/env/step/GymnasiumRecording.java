package io.github.guerdon.env.step;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What {@code record_hopper.py} or {@code record_gymnasium.py} wrote; their comments define it. */
record GymnasiumRecording(
    Map<String, String> header, List<Step> steps, List<List<Step>> rollouts, Resets resets) {

  private static final String SUMS = "sums ";

  /**
   * A step; a rollout's later steps have no state of their own, and either the observation is
   * recorded or weighted sums of all its numbers.
   */
  @SuppressWarnings("ArrayRecordComponent") // Numbers to compare with, never compared as a whole.
  record Step(
      double[] state,
      double[] action,
      double[] observation,
      double[] sums,
      double reward,
      boolean terminated,
      double[] torso) {

    private static final double[] NONE = {};
  }

  /** Statistics of qpos and qvel after resets. */
  @SuppressWarnings("ArrayRecordComponent") // Numbers to compare with, never compared as a whole.
  record Resets(double[] mean, double[] sd) {}

  static GymnasiumRecording load(String name) {
    Map<String, String> header = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    List<List<Step>> rollouts = new ArrayList<>();
    Resets resets = new Resets(new double[0], new double[0]);
    double[] begin = {};
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    GymnasiumRecording.class.getResourceAsStream("/parity/" + name + ".txt.gz")),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int space = line.indexOf(' ');
        String word = line.substring(0, space);
        String[] fields = line.substring(space + 1).split(" \\| ");
        switch (word) {
          case "step" ->
              steps.add(step(numbers(fields[0]), Arrays.copyOfRange(fields, 1, fields.length)));
          case "rollout" -> {
            begin = numbers(fields[0]);
            rollouts.add(new ArrayList<>());
          }
          case "free" -> rollouts.get(rollouts.size() - 1).add(step(begin, fields));
          case "resets" -> resets = new Resets(numbers(fields[1]), numbers(fields[2]));
          default -> header.put(word, fields[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new GymnasiumRecording(header, steps, rollouts, resets);
  }

  private static Step step(double[] state, String[] fields) {
    return new Step(
        state,
        numbers(fields[0]),
        fields[1].startsWith(SUMS) ? Step.NONE : numbers(fields[1]),
        fields[1].startsWith(SUMS) ? numbers(fields[1].substring(SUMS.length())) : Step.NONE,
        Double.parseDouble(fields[2]),
        fields[3].equals("1"),
        fields.length > 4 ? numbers(fields[4]) : Step.NONE);
  }

  /** Sums an observation's numbers with the weights that the recording script gives them. */
  static double[] sums(double[] observation, int count) {
    double[] sums = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < observation.length; j++) {
        long hash = (i * 1009L + j + 1) * 2654435761L & 0xFFFFFFFFL;
        sums[i] += (hash / 0x1p31 - 1) * observation[j];
      }
    }
    return sums;
  }

  /** Returns what decides the bits of a long rollout, as the recording scripts write it. */
  static String cpuKind() {
    Path info = Path.of("/proc/cpuinfo");
    Map<String, String> found = new LinkedHashMap<>();
    try {
      for (String line : Files.exists(info) ? Files.readAllLines(info) : List.<String>of()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          found.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join(
        " ",
        List.of("vendor_id", "cpu family", "model", "stepping").stream()
            .map(k -> found.getOrDefault(k, "?"))
            .toList());
  }

  /** Skips a test of free rollouts where their bits may differ. */
  void assumeItsKindOfCpu() {
    String cpu = cpuKind();
    String recorded = header.getOrDefault("cpu", "");
    assumeTrue(
        cpu.equals(recorded),
        "missing device: a CPU of the recording's kind (" + recorded + "), this one is " + cpu);
  }

  private static double[] numbers(String field) {
    return Arrays.stream(field.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
