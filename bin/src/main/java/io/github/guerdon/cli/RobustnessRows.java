package io.github.guerdon.cli;

import io.github.guerdon.generator.report.RobustnessCard;
import io.github.guerdon.generator.report.RobustnessCard.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Robustness cards as the table that ends a search. */
final class RobustnessRows {

  private static final int NAME = 24;
  private static final int NUMBER = 11;
  private static final int END = 26;

  private RobustnessRows() {}

  /** Returns the rows, the head first. */
  static List<String> of(Map<String, RobustnessCard> cards) {
    List<String> rows = new ArrayList<>();
    rows.add(
        Text.left("where the model varies", NAME)
            + Text.right("nominal", NUMBER)
            + "   "
            + Text.left("worst end", END)
            + Text.right("draws: IQM", NUMBER)
            + Text.right("lowest", NUMBER)
            + "   within 10 %");
    cards.forEach((name, card) -> rows.add(row(name, card)));
    return rows;
  }

  private static String row(String name, RobustnessCard card) {
    return Text.left("  " + name, NAME)
        + Text.right(Text.number(card.nominal().score().value()), NUMBER)
        + "   "
        + Text.left(card.worstEnd().map(RobustnessRows::end).orElse("none"), END)
        + Text.right(Text.number(card.iqm()), NUMBER)
        + Text.right(card.lowest().map(t -> Text.number(t.score().value())).orElse("none"), NUMBER)
        + "   "
        + card.held()
        + " of "
        + card.variants();
  }

  private static String end(Tried tried) {
    return Text.number(tried.score().value()) + ", " + tried.variant().text();
  }
}
