package io.github.guerdon.env.sketch;

import java.util.Locale;

/** An axis of the world. */
enum Axis {
  X,
  Y,
  Z;

  /** Returns how a vector's number along it is read. */
  String call() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns where it stands among a vector's numbers. */
  @SuppressWarnings("EnumOrdinal") // The order is that of a vector's numbers.
  int index() {
    return ordinal();
  }
}
