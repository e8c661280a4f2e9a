package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Slot;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a slice of a field, written as in Python: {@code qvel}, {@code qpos[2:]}, {@code
 * cinert[1:]}, {@code xpos["torso"]}, {@code xpos["torso", :2]}.
 *
 * <p>The first index counts rows or names an element, the second one counts numbers of a row; what
 * is taken stands row after row.
 */
final class FieldSlice {

  private static final String INDEX = "(?:-?\\d{1,9})?(?::(?:-?\\d{1,9})?)?";
  private static final String NAME = "\"[^\"]*\"|'[^']*'";

  /** What looks like a slice of some field, be it known or not. */
  static final Pattern SHAPE =
      Pattern.compile(
          "(?<field>[A-Za-z_]\\w*)\\s*(?:\\[\\s*(?<rows>"
              + NAME
              + "|[^\\[\\],]*)\\s*(?:(?:,|\\]\\s*\\[)\\s*(?<columns>[^\\[\\],]*))?\\])?");

  private static final Pattern RANGE = Pattern.compile(INDEX);

  private final Vocabulary vocabulary;
  private final String text;

  private FieldSlice(Vocabulary vocabulary, String text) {
    this.vocabulary = vocabulary;
    this.text = text;
  }

  /** What a text turned out to be: exactly one of both is there. */
  record Reading(Optional<Slot> slot, String problem) {

    private static Reading of(Slot slot) {
      return new Reading(Optional.of(slot), "");
    }

    private static Reading wrong(String problem) {
      return new Reading(Optional.empty(), problem);
    }
  }

  /** From the first to before the second. */
  record Bounds(int from, int to) {
    int size() {
      return to - from;
    }
  }

  static Reading read(String text, Vocabulary vocabulary) {
    return new FieldSlice(vocabulary, text.strip()).read();
  }

  private Reading read() {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches()) {
      return Reading.wrong(
          "'" + text + "' is no slice of a field; write it like qpos[1:] or xpos[\"NAME\"]");
    }
    List<String> names = vocabulary.fields().stream().map(StateField::name).toList();
    Optional<StateField> found =
        vocabulary.fields().stream().filter(f -> f.name().equals(m.group("field"))).findFirst();
    if (found.isEmpty()) {
      return Reading.wrong(
          "unknown field '" + m.group("field") + "'" + DidYouMean.hint(m.group("field"), names));
    }
    StateField field = found.get();
    if (field.size() == 0) {
      return Reading.wrong(
          "'" + text + "': " + field.name() + " is empty in this model; remove it");
    }
    return sliced(field, m.group("rows"), m.group("columns"));
  }

  private Reading sliced(StateField field, @Nullable String rows, @Nullable String columns) {
    Optional<String> named =
        Optional.ofNullable(rows)
            .filter(r -> r.startsWith("\"") || r.startsWith("'"))
            .map(r -> r.substring(1, r.length() - 1));
    if (named.isPresent()) {
      String name = named.get();
      Optional<Kind> kind = kind(field.named());
      if (kind.isEmpty()) {
        return Reading.wrong(
            "'" + text + "': rows of " + field.name() + " have no names; count them from 0");
      }
      if (vocabulary
          .find(kind.get(), name)
          .filter(e -> !e.type().equals(MocapControl.TYPE))
          .isEmpty()) {
        return Reading.wrong(
            "'"
                + text
                + "': unknown "
                + kind.get().name().toLowerCase(java.util.Locale.ROOT)
                + " '"
                + name
                + "'"
                + DidYouMean.hint(name, vocabulary.names(kind.get())));
      }
    }
    Optional<Bounds> taken =
        rows == null
            ? Optional.of(new Bounds(0, field.rows()))
            : named.map(name -> rowsOf(field, name)).or(() -> bounds(rows, field.rows()));
    Optional<Bounds> across =
        columns == null
            ? Optional.of(new Bounds(0, field.columns()))
            : bounds(columns, field.columns());
    if (taken.isEmpty() || across.isEmpty()) {
      return Reading.wrong("'" + text + "' is not understood or takes nothing: " + shape(field));
    }
    if (taken.get().size() > 1 && across.get().size() < field.columns()) {
      return Reading.wrong(
          "'"
              + text
              + "' takes a part of several rows; take whole rows, or write an item for each row");
    }
    return Reading.of(
        field.slot(
            taken.get().from() * field.columns() + across.get().from(),
            taken.get().size() * across.get().size()));
  }

  private static String shape(StateField field) {
    return field.columns() == 1
        ? field.name() + " has " + field.rows() + " numbers; write it like " + field.name() + "[1:]"
        : field.name()
            + " has "
            + field.rows()
            + " rows of "
            + field.columns()
            + " numbers; write it like "
            + field.name()
            + "[1:] or "
            + field.name()
            + "[1, :2]";
  }

  private static Optional<Kind> kind(StateField.Named named) {
    return switch (named) {
      case NOTHING -> Optional.empty();
      case JOINT_POSITIONS, JOINT_VELOCITIES -> Optional.of(Kind.JOINT);
      case SENSOR_VALUES -> Optional.of(Kind.SENSOR);
      default -> Optional.of(Kind.valueOf(named.name()));
    };
  }

  /** Returns the rows of an element that exists. */
  private Bounds rowsOf(StateField field, String name) {
    Element element = vocabulary.find(kind(field.named()).orElseThrow(), name).orElseThrow();
    int first =
        switch (field.named()) {
          case JOINT_POSITIONS, SENSOR_VALUES -> element.address();
          case JOINT_VELOCITIES -> element.velocityAddress();
          default -> element.id();
        };
    int count =
        switch (field.named()) {
          case JOINT_POSITIONS -> StartSampler.width(element, Start.Field.QPOS);
          case JOINT_VELOCITIES -> StartSampler.width(element, Start.Field.QVEL);
          case SENSOR_VALUES -> element.width();
          default -> 1;
        };
    return new Bounds(first, first + count);
  }

  /** Reads an index or a range with Python's meaning; nothing if it is neither or empty. */
  static Optional<Bounds> bounds(String text, int size) {
    String range = text.strip();
    if (range.isEmpty() || !RANGE.matcher(range).matches()) {
      return Optional.empty();
    }
    int colon = range.indexOf(':');
    int from = bound(colon < 0 ? range : range.substring(0, colon), 0, size);
    int to = colon < 0 ? from + 1 : bound(range.substring(colon + 1), size, size);
    boolean outside = colon < 0 && (from < 0 || from >= size);
    Bounds bounds = new Bounds(Math.max(0, from), Math.min(size, to));
    return outside || bounds.size() < 1 ? Optional.empty() : Optional.of(bounds);
  }

  private static int bound(String text, int missing, int size) {
    if (text.isEmpty()) {
      return missing;
    }
    int value = Integer.parseInt(text);
    return value < 0 ? size + value : value;
  }
}
