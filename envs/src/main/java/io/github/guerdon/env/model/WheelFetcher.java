package io.github.guerdon.env.model;

import java.io.IOException;

/** Brings a wheel that a task names and {@link Wheels} does not hold yet. */
public interface WheelFetcher {

  /** Fetches nothing; what is missing stays missing. */
  WheelFetcher NONE = wheel -> {};

  /**
   * Fetches a wheel and hands it to {@link Wheels#install}; returns without having done so where it
   * does not fetch such a wheel unasked.
   *
   * @throws IOException with the reason, if it cannot
   */
  void fetch(WheelName wheel) throws IOException;
}
