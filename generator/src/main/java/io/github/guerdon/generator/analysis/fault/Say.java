package io.github.guerdon.generator.analysis.fault;

import java.util.Locale;

/** Writes sentences, the same on every machine. */
final class Say {

  private Say() {}

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
