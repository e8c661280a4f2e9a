package io.github.guerdon.generator.batch;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A designer of a batch.
 *
 * @param label its name in reports
 * @param name its name on the command line
 * @param options what of it is set, by the command line's option without dashes in front
 */
public record DesignerEntry(String label, String name, Map<String, String> options) {

  /** The designer that needs no model. */
  public static final String OFFLINE = "offline";

  static final String MODEL = "model";

  /** Checks for null and copies the map. */
  public DesignerEntry {
    Objects.requireNonNull(label);
    Objects.requireNonNull(name);
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /** Returns a designer that is called by its own name, and by its model's if it has one. */
  static DesignerEntry of(String name, Map<String, String> options) {
    String model = options.get(MODEL);
    return new DesignerEntry(model == null ? name : name + "-" + slug(model), name, options);
  }

  /** Returns whether it is the built-in one. */
  public boolean offline() {
    return name.equals(OFFLINE);
  }

  /** Returns a text as a part of file names. */
  static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
