package io.github.guerdon.reward.slot;

import java.util.Objects;

/**
 * A run of doubles that a program reads.
 *
 * @param source where the numbers come from
 * @param element id of the element, or first address for fields
 * @param other the second element of a pair, else 0
 * @param width number of doubles, at least 1
 */
public record Slot(Source source, int element, int other, int width) {

  /** Checks the width against the source's. */
  public Slot {
    Objects.requireNonNull(source);
    if (element < 0 || other < 0) {
      throw new IllegalArgumentException(
          source + " of element " + element + ", " + other + ": ids are not negative");
    }
    if (width < 1 || (source.width() != 0 && width != source.width())) {
      throw new IllegalArgumentException(
          source + " has width " + source.width() + ", not " + width);
    }
  }

  /** Returns the slot of a source with a fixed width. */
  public static Slot of(Source source, int element) {
    return new Slot(source, element, 0, source.width());
  }
}
