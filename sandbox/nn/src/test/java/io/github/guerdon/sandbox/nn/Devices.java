package io.github.guerdon.sandbox.nn;

import org.junit.jupiter.api.Assumptions;

/** Leaves out what needs a device that this machine lacks. */
final class Devices {
  private Devices() {}

  static Device require(Device device) {
    if (device == Device.CUDA) {
      CudaDevice.Probe probe = CudaDevice.probe();
      Assumptions.assumeTrue(probe.usable(), () -> "missing device: GPU (" + probe.text() + ")");
    }
    return device;
  }
}
