package io.github.guerdon.sandbox.nn;

/** Says that a device is missing, is not able to hold the network, or failed while it computed. */
public final class DeviceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeviceException(String message) {
    super(message);
  }
}
