package io.github.guerdon.generator.design.offline;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The ways in which an element's name is written in a reward. */
final class Spellings {

  static final List<UnaryOperator<String>> ALL =
      List.of(
          UnaryOperator.identity(),
          name -> name.toUpperCase(Locale.ROOT),
          Labels::camel,
          name -> name.replace('_', ' '));

  private Spellings() {}
}
