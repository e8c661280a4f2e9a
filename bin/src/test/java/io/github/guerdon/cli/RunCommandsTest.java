package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.guerdon.sandbox.ppo.Policy;
import io.github.guerdon.sandbox.record.PolicyFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is done with runs once they have ended, on one small real run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunCommandsTest {

  @TempDir private static Path folder;

  private Path run;
  private String winner = "";

  @BeforeAll
  void search() throws IOException {
    Path task = SmallTasks.write(folder, "push", "after.joint(\"slide\").position()");
    run = folder.resolve("run");
    Shell.Result result = SmallTasks.search(task, 2, run);
    assertThat(result.exit()).as(result.err()).isZero();
    winner = result.event("finished").path("winner").path("id").asText();
  }

  @Test
  void showTellsHowTheWinnerCameAboutAndWhatFitnessCost() {
    assertThat(Shell.run("show", run.toString()).out())
        .contains("## How the winner came about", "- " + winner + ", ")
        .contains("## What fitness cost", "| g0c0 |");
  }

  @Test
  void compareGivesARowForEachRunAndASentenceForEachPair() {
    Shell.Result table = Shell.run("compare", run.toString(), run.toString());
    assertThat(table.exit()).isZero();
    assertThat(table.out().lines().filter(l -> l.startsWith(run.toString()))).hasSize(3);
    assertThat(table.out()).contains("fresh IQM", "probability of improvement 0.50");
    JsonNode pair = Shell.run("compare", run.toString(), run.toString(), "--json").event("pair");
    assertThat(pair.path("standing").asText()).isEqualTo("TIED");
    assertThat(pair.path("difference").asDouble()).isZero();
  }

  @Test
  void exportedRewardCompilesWithTheApiJarAlone() throws IOException {
    Path out = export("java");
    String source = Files.readString(out.resolve("Reward.java"));
    assertThat(source)
        .startsWith("// Found by guerdon")
        .contains("// Task push, identity ", "// On fresh seeds: ", "The baseline official");
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                out.resolve("guerdon-reward.jar").toString(),
                "-d",
                out.resolve("classes").toString(),
                out.resolve("Reward.java").toString());
    assertThat(exit).isZero();
    assertThat(
            Shell.run(
                    "review",
                    out.resolve("Reward.java").toString(),
                    "--task",
                    folder.resolve("push.yaml").toString())
                .exit())
        .isZero();
  }

  /** Acts by what the guide says alone. */
  @Test
  void exportedPolicyActsByItsGuideAsItDidInTraining() throws IOException {
    Path out = export("policy");
    JsonNode guide = new ObjectMapper().readTree(out.resolve("policy.json").toFile());
    Tensors tensors = new Tensors(Files.readAllBytes(out.resolve("policy.safetensors")));
    float[] seen = {0.3f, -1.2f};
    assertThat(guide.path("observation").path("size").asInt()).isEqualTo(seen.length);
    assertThat(guide.path("observation").path("items"))
        .extracting(i -> i.path("item").asText() + " " + i.path("from").asInt())
        .containsExactly("qpos 0", "qvel 1");
    assertThat(guide.path("action").path("actuators").get(0).path("low").asDouble()).isEqualTo(-1);

    Policy policy = PolicyFile.read(out.resolve("policy.safetensors"));
    float[] expected = new float[1];
    try (Policy.Actor actor = policy.open(1)) {
      actor.act(seen, 1, expected);
    }
    assertThat(tensors.output(guide, seen)[0]).isCloseTo(expected[0], within(1e-4));
  }

  /** The tensors of a safetensors file, read by its published format. */
  private record Tensors(JsonNode header, ByteBuffer data) {

    Tensors(byte[] file) throws IOException {
      this(header(file), data(file));
    }

    private static int length(byte[] file) {
      return (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static JsonNode header(byte[] file) throws IOException {
      return new ObjectMapper().readTree(new String(file, 8, length(file), StandardCharsets.UTF_8));
    }

    private static ByteBuffer data(byte[] file) {
      int from = 8 + length(file);
      return ByteBuffer.wrap(file, from, file.length - from).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    double[] values(String name) {
      JsonNode tensor = header.path(name);
      int from = tensor.path("data_offsets").get(0).asInt();
      int to = tensor.path("data_offsets").get(1).asInt();
      boolean wide = tensor.path("dtype").asText().equals("F64");
      double[] values = new double[(to - from) / (wide ? 8 : 4)];
      for (int i = 0; i < values.length; i++) {
        values[i] = wide ? data.getDouble(from + 8 * i) : data.getFloat(from + 4 * i);
      }
      return values;
    }

    double[] output(JsonNode guide, float[] seen) {
      JsonNode scale = guide.path("observation");
      double[] mean = values(scale.path("mean").asText());
      double[] variance = values(scale.path("variance").asText());
      double[] x = new double[seen.length];
      for (int i = 0; i < x.length; i++) {
        double z = (seen[i] - mean[i]) / Math.sqrt(variance[i] + scale.path("epsilon").asDouble());
        double clip = scale.path("clip").asDouble();
        x[i] = Math.max(-clip, Math.min(clip, z));
      }
      JsonNode layers = guide.path("network").path("layers");
      for (int layer = 0; layer < layers.size(); layer++) {
        double[] weight = values(layers.get(layer).path("weight").asText());
        double[] y = values(layers.get(layer).path("bias").asText());
        for (int j = 0; j < y.length; j++) {
          for (int i = 0; i < x.length; i++) {
            y[j] += x[i] * weight[i * y.length + j];
          }
          y[j] = layer + 1 < layers.size() ? Math.tanh(y[j]) : y[j];
        }
        x = y;
      }
      return x;
    }
  }

  @Test
  void tuningAWinnerIsARunWithBothMeasured() {
    Path tuned = folder.resolve("tuned");
    Shell.Result result =
        Shell.run(
            "tune",
            run.toString(),
            "--tune",
            "12",
            "--training-steps",
            "1024",
            "--json",
            "--out",
            tuned.toString());
    assertThat(result.exit()).as(result.err()).isZero();
    JsonNode finished = result.event("finished");
    assertThat(finished.path("winner").path("id").asText()).isIn("g0c0", "t0");
    assertThat(finished.path("first_generation_best").path("id").asText()).isEqualTo("g0c0");
    assertThat(finished.path("baselines").has("official")).isTrue();
    Shell.Result again = Shell.run("search", "--resume", tuned.toString(), "--json");
    assertThat(again.event("finished").path("winner")).isEqualTo(finished.path("winner"));
    assertThat(again.event("finished").path("trainings")).isEqualTo(finished.path("trainings"));
  }

  @Test
  void fileWithoutATaskOrConstantsIsNotTuned() throws IOException {
    Path file = folder.resolve("push.java");
    assertThat(Shell.run("tune", file.toString()).err()).contains("needs --task");
    Shell.Result result =
        Shell.run("tune", file.toString(), "--task", folder.resolve("push.yaml").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("has no constant to tune", "@Tune(min = 0.1, max = 10)");
  }

  @Test
  void exportDoesNotWriteOverWhatIsThere() throws IOException {
    Path out = Files.createDirectories(folder.resolve("full"));
    Files.writeString(out.resolve("thesis.txt"), "mine");
    Shell.Result result = Shell.run("export", run.toString(), "--out", out.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("is not empty");
    assertThat(out.toFile().list()).containsExactly("thesis.txt");
  }

  private Path export(String name) {
    Path out = folder.resolve("export-" + name);
    Shell.Result result = Shell.run("export", run.toString(), "--out", out.toString());
    assertThat(result.exit()).as(result.err()).isZero();
    return out;
  }

  @Test
  void cleanShowsAndDeletesOnlyWhenAsked() throws IOException {
    Path copy = folder.resolve("copies/run");
    copy(run, copy);
    String place = copy.getParent().toString();
    long before = policies(copy);
    Shell.Result dry = Shell.run("clean", place);
    assertThat(dry.exit()).as(dry.err()).isZero();
    assertThat(dry.out()).contains("candidates that did not win", "nothing was changed, --yes");
    assertThat(policies(copy)).isEqualTo(before);

    JsonNode cleaned = Shell.run("clean", place, "--yes", "--json").event("cleaned");
    assertThat(cleaned.path("bytes").asLong()).isPositive();
    assertThat(policies(copy)).isPositive().isLessThan(before);
    assertThat(Shell.run("clean", place).out()).contains("Nothing to free.");
    assertThat(
            Shell.run("export", copy.toString(), "--out", folder.resolve("late").toString()).exit())
        .isZero();
  }

  @Test
  void cleanOfWhatIsYoungerThanAskedForFindsNothing() {
    assertThat(Shell.run("clean", folder.toString(), "--older-than", "1").out())
        .contains("Nothing to free.");
    assertThat(Shell.run("clean", folder.resolve("none").toString()).exit()).isEqualTo(2);
  }

  private static long policies(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(f -> f.endsWith("policy.safetensors")).count();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }
}
