package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The GPU's kernel where no GPU is: {@code src/test/cuda/emulated} lets its blocks and threads run
 * on the CPU, so that its logic is held to the CPU's kernel, though not its compilation or speed.
 */
final class EmulatedCudaTest {
  @TempDir private Path folder;

  @Test
  void gpuKernelAgreesWithTheCpuKernel() throws IOException, InterruptedException {
    String program = folder.resolve("contract").toString();
    String said =
        run(
            List.of(
                "g++",
                "-std=c++17",
                "-O1",
                "-fno-math-errno",
                "-w",
                "-Wno-psabi",
                "-Isrc/test/cuda/emulated",
                "-Isrc/main/cpp",
                "-Isrc/main/cuda",
                "-xc++",
                "src/main/cuda/network.cu",
                "src/test/cuda/contract.cpp",
                "src/main/cpp/kernel.cpp",
                "-o",
                program));
    assertThat(said).isEmpty();
    assertThat(run(List.of(program, "brief")))
        .contains("emulated")
        .contains("the kernels agree")
        .doesNotContain("FAILED");
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    File output = folder.resolve("output").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    process.waitFor();
    return Files.readString(output.toPath());
  }
}
