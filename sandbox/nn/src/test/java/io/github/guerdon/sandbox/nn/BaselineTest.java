package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The check that stands between an old CPU and a dead process. */
final class BaselineTest {
  @Test
  void oldCpuIsToldWhatItLacks() {
    List<String> old =
        List.of("processor\t: 0", "flags\t\t: fpu sse2 avx bmi2", "flags\t\t: avx2 fma");
    assertThat(Baseline.missing(old)).containsExactly("avx2", "fma");
  }

  @Test
  void newerCpuAndOtherArchitecturesPass() {
    assertThat(Baseline.missing(List.of("flags : fma avx avx2 bmi1 bmi2"))).isEmpty();
    assertThat(Baseline.missing(List.of("Features : fp asimd"))).isEmpty();
  }
}
