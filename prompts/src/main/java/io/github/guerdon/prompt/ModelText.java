package io.github.guerdon.prompt;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The names of a model with what helps to use them; names are Java string literals. */
final class ModelText {

  private ModelText() {}

  static Map<String, Object> of(Vocabulary vocabulary) {
    List<Element> actuators = vocabulary.elements(Kind.ACTUATOR);
    return Map.ofEntries(
        Map.entry("positions", vocabulary.nq()),
        Map.entry("velocities", vocabulary.nv()),
        Map.entry("bodies", names(vocabulary, Kind.BODY)),
        Map.entry("geoms", names(vocabulary, Kind.GEOM)),
        Map.entry("sites", names(vocabulary, Kind.SITE)),
        Map.entry("tendons", names(vocabulary, Kind.TENDON)),
        Map.entry(
            "joints", vocabulary.elements(Kind.JOINT).stream().map(ModelText::joint).toList()),
        Map.entry(
            "sensors", vocabulary.elements(Kind.SENSOR).stream().map(ModelText::sensor).toList()),
        Map.entry(
            "actuators",
            IntStream.range(0, actuators.size())
                .mapToObj(i -> actuator(i, actuators.get(i)))
                .toList()),
        Map.entry(
            "parameters",
            String.join(", ", vocabulary.parameters().stream().map(PlainText::literal).toList())));
  }

  /** Returns names in a row; the many that nobody gave, such as geom3 to geom40, as a span. */
  private static String names(Vocabulary vocabulary, Kind kind) {
    List<Element> elements =
        vocabulary.elements(kind).stream().filter(element -> !isWorld(element)).toList();
    List<String> names = new ArrayList<>();
    for (int first = 0, next; first < elements.size(); first = next) {
      next = first + 1;
      while (next < elements.size() && follows(elements.get(next - 1), elements.get(next))) {
        next++;
      }
      String literal = PlainText.literal(elements.get(first).name());
      if (next - first > 2) {
        names.add(literal + " to " + PlainText.literal(elements.get(next - 1).name()));
      } else {
        elements.subList(first, next).forEach(e -> names.add(PlainText.literal(e.name())));
      }
    }
    return String.join(", ", names);
  }

  private static boolean follows(Element one, Element next) {
    return isNumbered(one) && isNumbered(next) && next.id() == one.id() + 1;
  }

  /** Tells the name that an unnamed element goes by. */
  private static boolean isNumbered(Element element) {
    return element.name().equals(element.kind().name().toLowerCase(Locale.ROOT) + element.id());
  }

  /** Tells MuJoCo's own fixed body, of which nothing is worth reading. */
  private static boolean isWorld(Element element) {
    return element.kind() == Kind.BODY && element.id() == 0;
  }

  private static String joint(Element joint) {
    int q = joint.address();
    int v = joint.velocityAddress();
    String what =
        switch (joint.type()) {
          case "hinge" -> "hinge, rad" + range(joint) + one(q, v);
          case "slide" -> "slide, m" + carried(joint) + range(joint) + one(q, v);
          case "ball" ->
              "ball, no position() or velocity(): quaternion w x y z = qpos "
                  + span(q, 4)
                  + ", rad/s in its own frame = qvel "
                  + span(v, 3);
          case "free" ->
              "free, no position() or velocity(): m = qpos "
                  + span(q, 3)
                  + ", quaternion w x y z = qpos "
                  + span(q + 3, 4)
                  + ", m/s = qvel "
                  + span(v, 3)
                  + ", rad/s in its own frame = qvel "
                  + span(v + 3, 3);
          default -> PlainText.line(joint.type());
        };
    return PlainText.literal(joint.name()) + " (" + what + ")";
  }

  private static String carried(Element joint) {
    return joint.axis().isEmpty() ? "" : ", carries everything along " + joint.axis();
  }

  private static String sensor(Element sensor) {
    String numbers = sensor.width() == 1 ? "1 number" : sensor.width() + " numbers";
    return PlainText.literal(sensor.name())
        + " ("
        + PlainText.line(sensor.type())
        + ", "
        + numbers
        + ")";
  }

  private static String actuator(int index, Element actuator) {
    String what = actuator.type().equals("mocap") ? ", m it moves a mocap body, no force()" : "";
    return PlainText.literal(actuator.name()) + " (control " + index + what + range(actuator) + ")";
  }

  private static String range(Element element) {
    double low = element.range().low();
    double high = element.range().high();
    return Double.isInfinite(low) && Double.isInfinite(high)
        ? ", no limits"
        : ", " + Figures.of(low) + " to " + Figures.of(high);
  }

  private static String one(int position, int velocity) {
    return ", qpos " + position + ", qvel " + velocity;
  }

  private static String span(int first, int size) {
    return first + "-" + (first + size - 1);
  }
}
