package io.github.guerdon.env;

import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import io.github.guerdon.reward.Quaternion;
import io.github.guerdon.reward.Vector3;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads which mocap body actions move, and how far. */
final class MocapParser {

  private static final double MOST = 1e9;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private MocapParser() {}

  static Optional<MocapControl> parse(YamlValue value) {
    return value.map().flatMap(MocapParser::parse);
  }

  private static Optional<MocapControl> parse(YamlMap map) {
    Optional<YamlValue> body = map.need("body");
    Optional<String> name = body.flatMap(YamlValue::written).map(String::strip);
    OptionalDouble scale =
        map.need("scale").map(v -> v.number(1e-9, MOST)).orElse(OptionalDouble.empty());
    Optional<YamlValue> low = map.find("low");
    Optional<YamlValue> high = map.find("high");
    Optional<Vector3> least =
        low.isEmpty()
            ? Optional.of(new Vector3(-INFINITE, -INFINITE, -INFINITE))
            : low.flatMap(MocapParser::point);
    Optional<Vector3> most =
        high.isEmpty()
            ? Optional.of(new Vector3(INFINITE, INFINITE, INFINITE))
            : high.flatMap(MocapParser::point);
    Optional<YamlValue> start = map.find("start");
    Optional<Vector3> begin = start.flatMap(MocapParser::point);
    Optional<YamlValue> turned = map.find("orientation");
    Optional<Quaternion> orientation = turned.flatMap(MocapParser::orientation);
    map.finish();
    if (name.isEmpty()
        || scale.isEmpty()
        || least.isEmpty()
        || most.isEmpty()
        || start.isPresent() != begin.isPresent()
        || turned.isPresent() != orientation.isPresent()) {
      return Optional.empty();
    }
    if (!ordered(least.get(), most.get())) {
      high.or(() -> low)
          .ifPresent(v -> v.problem("'low' is above 'high' on an axis; give the lower end first"));
      return Optional.empty();
    }
    if (begin.isPresent()
        && !(ordered(least.get(), begin.get()) && ordered(begin.get(), most.get()))) {
      start.ifPresent(v -> v.problem("'start' is not between 'low' and 'high'; move one of them"));
      return Optional.empty();
    }
    return Optional.of(
        new MocapControl(
            name.get(),
            scale.getAsDouble(),
            least.get(),
            most.get(),
            begin,
            orientation,
            body.orElseThrow().where()));
  }

  private static boolean ordered(Vector3 low, Vector3 high) {
    return low.x() <= high.x() && low.y() <= high.y() && low.z() <= high.z();
  }

  private static Optional<Vector3> point(YamlValue value) {
    return numbers(value, 3, "x, y and z in m").map(n -> new Vector3(n.get(0), n.get(1), n.get(2)));
  }

  private static Optional<Quaternion> orientation(YamlValue value) {
    Optional<Quaternion> read =
        numbers(value, 4, "a quaternion's w, x, y and z")
            .map(n -> new Quaternion(n.get(0), n.get(1), n.get(2), n.get(3)));
    if (read.isPresent() && read.get().equals(new Quaternion(0, 0, 0, 0))) {
      value.problem("'orientation' is all zeros, which is no rotation; use [1, 0, 0, 0] for none");
      return Optional.empty();
    }
    return read;
  }

  private static Optional<List<Double>> numbers(YamlValue value, int count, String what) {
    List<YamlValue> items = value.list();
    if (value.isList() && items.size() != count) {
      value.problem(items.size() + " numbers, must be " + count + ": " + what);
      return Optional.empty();
    }
    List<Double> numbers =
        items.stream()
            .map(v -> v.number(-MOST, MOST))
            .filter(OptionalDouble::isPresent)
            .map(OptionalDouble::getAsDouble)
            .toList();
    return numbers.size() == count ? Optional.of(numbers) : Optional.empty();
  }
}
