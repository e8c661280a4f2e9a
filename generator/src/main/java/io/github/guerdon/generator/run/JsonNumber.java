package io.github.guerdon.generator.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON has no NaN: a number that is none is null. */
public final class JsonNumber {

  private JsonNumber() {}

  /** Sets a field to a number, or to null if it is none. */
  public static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
