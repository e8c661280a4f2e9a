package io.github.guerdon.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.sandbox.nn.Activation;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import io.github.guerdon.sandbox.ppo.Policy;
import io.github.guerdon.sandbox.ppo.Randomness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyFileTest {

  @TempDir private Path folder;

  @Test
  void policyReadBackIsTheSame() throws IOException {
    Policy policy = policy();

    PolicyFile.write(folder.resolve("p.safetensors"), policy, Map.of("seed", "7"));
    Policy read = PolicyFile.read(folder.resolve("p.safetensors"));

    assertThat(read.parameters()).isEqualTo(policy.parameters());
    assertThat(read.observationMean()).isEqualTo(policy.observationMean());
    assertThat(read.observationVariance()).isEqualTo(policy.observationVariance());
    assertThat(read.step()).isEqualTo(1234);
    assertThat(read.spec().hidden()).containsExactly(8, 4);
  }

  @Test
  void newProcessActsAsThePolicyDid() throws IOException, InterruptedException {
    Path file = folder.resolve("p.safetensors");
    PolicyFile.write(file, policy(), Map.of());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ActMain.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor()).isZero();
    assertThat(said).isEqualTo(ActMain.act(policy()));
  }

  @Test
  void unknownVersionIsRefusedByNumber() throws IOException {
    byte[] bytes = PolicyFile.bytes(policy(), Map.of());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("p.safetensors");
    Files.write(
        file,
        text.replace("\"version\":\"1\"", "\"version\":\"7\"")
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("version 7")
        .hasMessageContaining(file.toString());
  }

  @Test
  void fileOfAnotherShapeIsRefused() throws IOException {
    byte[] bytes = PolicyFile.bytes(policy(), Map.of());
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("p.safetensors");
    Files.write(
        file,
        text.replace("\"hidden\":\"8,4\"", "\"hidden\":\"8,5\"")
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("policy.1.weight");
  }

  @Test
  void goldenFileIsReadAndWrittenAlike() throws IOException {
    try (var golden = PolicyFileTest.class.getResourceAsStream("policy-1.safetensors")) {
      byte[] bytes = golden.readAllBytes();

      assertThat(PolicyFile.bytes(policy(), Map.of("seed", "7"))).isEqualTo(bytes);
      assertThat(PolicyFile.parse(bytes).parameters()).isEqualTo(policy().parameters());
    }
  }

  static Policy policy() {
    NetworkSpec spec = new NetworkSpec(3, 2, List.of(8, 4), Activation.TANH, -0.5f);
    Randomness random = new Randomness(1);
    float[] parameters = new float[spec.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) random.normal();
    }
    return new Policy(
        spec, parameters, new double[] {0.1, -2, 30}, new double[] {1, 0.25, 1e4}, 1234);
  }

  /** Prints what a stored policy does. */
  static final class ActMain {

    private ActMain() {}

    public static void main(String[] args) throws IOException {
      System.out.println(act(PolicyFile.read(Path.of(args[0]))));
    }

    static String act(Policy policy) {
      float[] actions = new float[4];
      try (Policy.Actor actor = policy.open(2)) {
        actor.act(new float[] {0.5f, -1, 7, -3, 2, 1000}, 2, actions);
      }
      return Arrays.toString(actions);
    }
  }
}
