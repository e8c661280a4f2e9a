package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is said where the GPU can be used, and where it cannot. */
final class CudaDeviceTest {
  private static final NetworkSpec SPEC = Samples.spec(3, 1, Activation.TANH, 8);

  @Test
  void gpuIsNamedOrWhatIsMissingIs() {
    CudaDevice.Probe probe = CudaDevice.probe();
    assertThat(probe.text()).isNotBlank();
    assertThat(CudaDevice.probe()).isEqualTo(probe);
    if (probe.usable()) {
      try (NativeNetwork network = NativeNetwork.create(SPEC, 1, Device.CUDA)) {
        assertThat(Samples.parameters(network)).hasSize(SPEC.parameterCount());
      }
    } else {
      assertThatThrownBy(() -> NativeNetwork.create(SPEC, 1, Device.CUDA))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining(probe.text())
          .hasMessageContaining("use the device cpu");
    }
  }
}
