package io.github.guerdon.generator.llm.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object that is read key by key: a missing, mistyped or left-over key is an {@link
 * IllegalArgumentException} that names it.
 */
final class StrictObject {

  // Bounded, so that no exponent makes a number of a gigabyte.
  private static final int LONGEST_NUMBER = 40;

  private final String place;
  private final JsonNode node;
  private final Set<String> left = new LinkedHashSet<>();

  StrictObject(String place, JsonNode node) {
    this.place = place;
    this.node = node;
    if (!node.isObject()) {
      throw new IllegalArgumentException(place + " must be an object");
    }
    node.fieldNames().forEachRemaining(left::add);
  }

  boolean has(String key) {
    return node.has(key);
  }

  JsonNode value(String key) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException(path(key) + " is missing");
    }
    left.remove(key);
    return value;
  }

  StrictObject object(String key) {
    return new StrictObject(path(key), value(key));
  }

  String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(path(key) + " must be a text");
    }
    return value.textValue();
  }

  boolean flag(String key) {
    JsonNode value = value(key);
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(path(key) + " must be true or false");
    }
    return value.booleanValue();
  }

  int integer(String key) {
    long value = count(key);
    if (value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(path(key) + " must be at most " + Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /** Reads a count of up to a million millions, so that sums of them cannot overflow. */
  long count(String key) {
    JsonNode value = value(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < 0
        || value.longValue() > 1_000_000_000_000L) {
      throw new IllegalArgumentException(path(key) + " must be a whole number from 0 to 1e12");
    }
    return value.longValue();
  }

  double number(String key) {
    return decimal(key).doubleValue();
  }

  BigDecimal decimal(String key) {
    JsonNode value = value(key);
    BigDecimal number = value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
    if (number.signum() < 0
        || Math.abs((long) number.scale()) > LONGEST_NUMBER
        || number.precision() > LONGEST_NUMBER) {
      throw new IllegalArgumentException(path(key) + " must be a number of at least 0");
    }
    return number;
  }

  <E extends Enum<E>> E one(Class<E> type, String key) {
    String name = text(key);
    for (E constant : type.getEnumConstants()) {
      if (Names.of(constant).equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(path(key) + " is no known " + type.getSimpleName());
  }

  Optional<BigDecimal> findDecimal(String key) {
    return has(key) ? Optional.of(decimal(key)) : Optional.empty();
  }

  /** Checks that every key was read. */
  void end() {
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(place + " has the unknown key " + left.iterator().next());
    }
  }

  String path(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
