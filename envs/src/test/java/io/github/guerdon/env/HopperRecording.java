package io.github.guerdon.env;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What {@code record_hopper.py} wrote; its first comment defines the format. */
record HopperRecording(
    Map<String, String> header, List<Step> steps, List<List<Step>> rollouts, Resets resets) {

  /** A step; a rollout's later steps have no state of their own. */
  @SuppressWarnings("ArrayRecordComponent") // Numbers to compare with, never compared as a whole.
  record Step(
      double[] state,
      double[] action,
      double[] observation,
      double reward,
      boolean terminated,
      double[] torso) {}

  /** Statistics of qpos and qvel after resets. */
  @SuppressWarnings("ArrayRecordComponent") // Numbers to compare with, never compared as a whole.
  record Resets(double[] mean, double[] sd) {}

  static HopperRecording load() {
    Map<String, String> header = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    List<List<Step>> rollouts = new ArrayList<>();
    Resets resets = new Resets(new double[0], new double[0]);
    double[] begin = {};
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    HopperRecording.class.getResourceAsStream("/parity/hopper.txt.gz")),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int space = line.indexOf(' ');
        String word = line.substring(0, space);
        String[] fields = line.substring(space + 1).split(" \\| ");
        switch (word) {
          case "step" -> steps.add(step(numbers(fields[0]), Arrays.copyOfRange(fields, 1, 6)));
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
    return new HopperRecording(header, steps, rollouts, resets);
  }

  private static Step step(double[] state, String[] fields) {
    return new Step(
        state,
        numbers(fields[0]),
        numbers(fields[1]),
        Double.parseDouble(fields[2]),
        fields[3].equals("1"),
        numbers(fields[4]));
  }

  private static double[] numbers(String field) {
    return Arrays.stream(field.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
