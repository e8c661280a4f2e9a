package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.ExpressionProgram;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.reward.slot.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Compiles expressions with javac for this module's tests, lowering names to handles as the critic
 * does.
 */
public final class JavacExpressions implements ExpressionCompiler {

  private static final String CLASS = "io.github.guerdon.env.generated.TaskExpressions";
  private static final Pattern ELEMENT =
      Pattern.compile(
          "\\b(body|joint|site|geom|sensor|actuator|tendon)\\(\\s*\"([^\"]*)\"\\s*\\)\\s*\\.\\s*(\\w+)\\(");
  private static final Pattern SLICE =
      Pattern.compile("\\b(within|field)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern FIELD = Pattern.compile("\\bfield\\(\\s*\"([^\"]*)\"\\s*\\)");
  private static final Pattern PARAMETER =
      Pattern.compile("\\bparameter\\(\\s*\"([^\"]*)\"\\s*\\)");
  private static final Pattern TOUCHING =
      Pattern.compile("\\btouching\\(\\s*\"([^\"]*)\"\\s*,\\s*\"([^\"]*)\"\\s*\\)");
  private static final Map<String, Quantity> WORLD =
      Map.of(
          "time",
          Quantity.TIME,
          "centerOfMass",
          Quantity.CENTER_OF_MASS,
          "qpos",
          Quantity.QPOS,
          "qvel",
          Quantity.QVEL);
  private static final Pattern WORLD_READ =
      Pattern.compile("\\b(?:before|after|start\\(\\))\\.(time|centerOfMass|qpos|qvel)\\(");

  private final Map<Key, Set<Handle.Reading>> handles = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private record Key(Kind kind, String name) {}

  @Override
  public ExpressionProgram compile(List<Expression> expressions, Vocabulary vocabulary)
      throws TaskException {
    handles.clear();
    problems.clear();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < expressions.size(); i++) {
      Expression expression = expressions.get(i);
      String lowered = lower(expression, vocabulary);
      body.append("values[").append(i).append("] = ");
      body.append(
          expression.type() == Expression.Type.CONDITION
              ? "(" + lowered + ") ? 1.0 : 0.0"
              : lowered);
      body.append(";\n");
    }
    if (!problems.isEmpty()) {
      throw new TaskException(problems);
    }
    String source =
        "package io.github.guerdon.env.generated;\n"
            + "import io.github.guerdon.reward.*;\n"
            + "import io.github.guerdon.reward.slot.*;\n"
            + "public final class TaskExpressions implements SlotExpressions {\n"
            + "public void evaluate(SlotState before, Action action, SlotState after, double[]"
            + " values) {\n"
            + body
            + "}}\n";
    byte[] bytes;
    try {
      bytes = MemoryJavac.compile(CLASS, source);
    } catch (IllegalArgumentException e) {
      Expression.Where where = expressions.get(0).where();
      throw new TaskException(where.line() + ":" + where.column() + ": " + e.getMessage());
    }
    return new ExpressionProgram(CLASS, bytes, table(), expressions.size());
  }

  /** Returns what a reward that names each element where it reads it reads of a model. */
  public static SlotTable reads(String reward, Vocabulary vocabulary) {
    JavacExpressions names = new JavacExpressions();
    names.lower(
        new Expression(reward, Expression.Type.NUMBER, new Expression.Where("reward", 1, 1)),
        vocabulary);
    return names.table();
  }

  private SlotTable table() {
    List<Handle> table = new ArrayList<>();
    handles.forEach(
        (key, readings) -> table.add(new Handle(key.kind(), key.name(), List.copyOf(readings))));
    return new SlotTable(table, List.of());
  }

  private String lower(Expression expression, Vocabulary vocabulary) {
    String text =
        ELEMENT.matcher(expression.text()).replaceAll(m -> element(m, expression, vocabulary));
    text =
        SLICE
            .matcher(text)
            .replaceAll(
                m ->
                    m.group(1)
                        + "("
                        + handle(
                            Kind.SLICE,
                            m.group(2),
                            Quantity.VALUE,
                            vocabulary.slice(m.group(2)).orElseThrow()));
    text =
        TOUCHING
            .matcher(text)
            .replaceAll(
                m -> {
                  int a = vocabulary.find(Kind.GEOM, m.group(1)).orElseThrow().id();
                  int b = vocabulary.find(Kind.GEOM, m.group(2)).orElseThrow().id();
                  Slot slot = new Slot(Source.TOUCHING, a, b, 1);
                  return "touching("
                      + handle(Kind.CONTACT, m.group(1) + "|" + m.group(2), Quantity.VALUE, slot)
                      + ")";
                });
    text =
        FIELD
            .matcher(text)
            .replaceAll(
                m ->
                    "field("
                        + handle(
                            Kind.SLICE,
                            m.group(1),
                            Quantity.VALUE,
                            vocabulary.slice(m.group(1)).orElseThrow())
                        + ")");
    text =
        PARAMETER
            .matcher(text)
            .replaceAll(
                m ->
                    "parameter("
                        + handle(
                            Kind.PARAMETER,
                            m.group(1),
                            Quantity.VALUE,
                            Slot.of(Source.PARAMETER, vocabulary.parameters().indexOf(m.group(1))))
                        + ")");
    WORLD_READ
        .matcher(text)
        .results()
        .map(m -> WORLD.get(m.group(1)))
        .forEach(q -> handle(Kind.WORLD, "world", q, vocabulary.world(q)));
    return text;
  }

  private String element(MatchResult m, Expression expression, Vocabulary vocabulary) {
    Kind kind = Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT));
    var element = vocabulary.find(kind, m.group(2));
    if (element.isEmpty()) {
      Expression.Where where = expression.where();
      problems.add(
          where.line()
              + ":"
              + (where.column() + m.start())
              + ": unknown "
              + m.group(1)
              + " '"
              + m.group(2)
              + "'"
              + DidYouMean.hint(m.group(2), vocabulary.names(kind)));
      return "";
    }
    Quantity quantity =
        switch (m.group(3)) {
          case "position" -> Quantity.POSITION;
          case "velocity" -> Quantity.VELOCITY;
          case "angularVelocity" -> Quantity.ANGULAR_VELOCITY;
          case "orientation", "up" -> Quantity.ORIENTATION;
          case "contactForce" -> Quantity.CONTACT_FORCE;
          case "airTime" -> Quantity.AIR_TIME;
          case "contactTime" -> Quantity.CONTACT_TIME;
          case "force" -> Quantity.FORCE;
          case "length" -> Quantity.LENGTH;
          default -> Quantity.VALUE;
        };
    String accessor =
        switch (kind) {
          case BODY, SITE, GEOM -> "frame";
          case SENSOR -> "sensor";
          default -> "scalar";
        };
    int handle =
        handle(kind, m.group(2), quantity, vocabulary.slot(element.get(), quantity).orElseThrow());
    return accessor + "(" + handle + ")." + m.group(3) + "(";
  }

  private int handle(Kind kind, String name, Quantity quantity, Slot slot) {
    Key key = new Key(kind, name);
    handles
        .computeIfAbsent(key, k -> new LinkedHashSet<>())
        .add(new Handle.Reading(quantity, slot));
    return List.copyOf(handles.keySet()).indexOf(key);
  }
}
