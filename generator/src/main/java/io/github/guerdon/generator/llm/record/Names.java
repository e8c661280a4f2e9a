package io.github.guerdon.generator.llm.record;

import java.util.Locale;

/** Names of constants as files spell them. */
final class Names {

  private Names() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
