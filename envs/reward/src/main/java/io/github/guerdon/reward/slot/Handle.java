package io.github.guerdon.reward.slot;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a program names, with what it reads of it.
 *
 * @param kind what it is
 * @param name the model's name; for a contact {@code a|b}, for a slice as written, for the world
 *     {@code world}
 * @param readings the quantities read, each with its slot
 */
public record Handle(Kind kind, String name, List<Reading> readings) {

  /** Copies the readings. */
  public Handle {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    readings = List.copyOf(readings);
  }

  /** A quantity and the slot that holds it. */
  public record Reading(Quantity quantity, Slot slot) {

    /** Checks for null. */
    public Reading {
      Objects.requireNonNull(quantity);
      Objects.requireNonNull(slot);
    }
  }
}
