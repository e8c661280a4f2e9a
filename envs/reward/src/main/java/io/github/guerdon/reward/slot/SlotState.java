package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Quaternion;
import io.github.guerdon.reward.State;
import io.github.guerdon.reward.Vector3;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A state over rows of doubles. Lowered programs use the methods that take numbers of handles and
 * groups; those that take names look the handle up, for programs compiled as written.
 *
 * <p>Not for several threads; {@link #bind} moves it from world to world without allocating.
 */
public final class SlotState implements State {

  private final SlotTable table;
  private final Offsets[] offsets;
  private final SlotFrame[] frames;
  private final SlotScalar[] scalars;
  private final SlotSensor[] sensors;
  private final SlotField[] fields;
  private final SlotFrames[] frameGroups;
  private final SlotScalars[] scalarGroups;
  private final int[] value;
  private final int[] valueWidth;
  private final Offsets world;
  private final int time;
  private final int centerOfMass;
  private final int qpos;
  private final int qposSize;
  private final int qvel;
  private final int qvelSize;
  private final double dt;
  private double[] data = {};
  private int base;
  private @Nullable SlotState start;

  /**
   * Makes an unbound state.
   *
   * @param table what the program reads
   * @param layout how the rows that it will be bound to are laid out; holds at least the table's
   *     slots
   * @param dt length of a control step, in s
   */
  public SlotState(SlotTable table, SlotLayout layout, double dt) {
    this.table = table;
    this.dt = dt;
    offsets = table.handles().stream().map(h -> new Offsets(h, layout)).toArray(Offsets[]::new);
    frames = all(i -> new SlotFrame(this, i)).toArray(SlotFrame[]::new);
    scalars = all(i -> new SlotScalar(this, i)).toArray(SlotScalar[]::new);
    sensors = all(i -> new SlotSensor(this, i)).toArray(SlotSensor[]::new);
    fields = all(i -> new SlotField(this, i)).toArray(SlotField[]::new);
    frameGroups =
        table.groups().stream()
            .map(g -> new SlotFrames(pick(g, frames)))
            .toArray(SlotFrames[]::new);
    scalarGroups =
        table.groups().stream()
            .map(g -> new SlotScalars(pick(g, scalars)))
            .toArray(SlotScalars[]::new);
    world =
        IntStream.range(0, offsets.length)
            .filter(i -> table.handles().get(i).kind() == Kind.WORLD)
            .mapToObj(i -> offsets[i])
            .findFirst()
            .orElseGet(() -> new Offsets(new Handle(Kind.WORLD, "world", List.of()), layout));
    value = Arrays.stream(offsets).mapToInt(o -> o.find(Quantity.VALUE)).toArray();
    valueWidth = Arrays.stream(offsets).mapToInt(o -> o.width(Quantity.VALUE)).toArray();
    time = world.find(Quantity.TIME);
    centerOfMass = world.find(Quantity.CENTER_OF_MASS);
    qpos = world.find(Quantity.QPOS);
    qposSize = world.width(Quantity.QPOS);
    qvel = world.find(Quantity.QVEL);
    qvelSize = world.width(Quantity.QVEL);
  }

  private <T> Stream<T> all(Function<Offsets, T> view) {
    return Arrays.stream(offsets).map(view);
  }

  private static <T> List<T> pick(List<Integer> handles, T[] views) {
    return handles.stream().map(h -> views[h]).toList();
  }

  /** Points at the row that begins at {@code base} of {@code data}. */
  public void bind(double[] data, int base) {
    this.data = data;
    this.base = base;
  }

  /** Sets what {@link #start()} returns. */
  public void bindStart(SlotState first) {
    start = first;
  }

  double at(int offset) {
    return data[base + offset];
  }

  Vector3 vector(int offset) {
    int i = base + offset;
    return new Vector3(data[i], data[i + 1], data[i + 2]);
  }

  Quaternion quaternion(int offset) {
    int i = base + offset;
    return new Quaternion(data[i], data[i + 1], data[i + 2], data[i + 3]);
  }

  /** Returns the body, site or geom with this handle. */
  public SlotFrame frame(int handle) {
    return frames[handle];
  }

  /** Returns the joint, actuator or tendon with this handle. */
  public SlotScalar scalar(int handle) {
    return scalars[handle];
  }

  /** Returns the sensor with this handle. */
  public SlotSensor sensor(int handle) {
    return sensors[handle];
  }

  /** Returns the field slice with this handle. */
  public SlotField field(int handle) {
    return fields[handle];
  }

  /** Returns the group of bodies or geoms with this number. */
  public SlotFrames frames(int group) {
    return frameGroups[group];
  }

  /** Returns the group of joints with this number. */
  public SlotScalars scalars(int group) {
    return scalarGroups[group];
  }

  /** Returns whether the contact with this handle is active. */
  public boolean touching(int handle) {
    return at(value[handle]) != 0;
  }

  /** Returns the parameter with this handle. */
  public double parameter(int handle) {
    return at(value[handle]);
  }

  /**
   * Returns whether all entries of the slice with this handle are finite and strictly between the
   * bounds.
   */
  public boolean within(int handle, double low, double high) {
    int from = base + value[handle];
    int to = from + valueWidth[handle];
    for (int i = from; i < to; i++) {
      double value = data[i];
      if (!(value > low && value < high && Double.isFinite(value))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public double time() {
    return at(world.require(time, Quantity.TIME));
  }

  @Override
  public double dt() {
    return dt;
  }

  @Override
  public Vector3 centerOfMass() {
    return vector(world.require(centerOfMass, Quantity.CENTER_OF_MASS));
  }

  @Override
  public double qpos(int i) {
    return at(qpos + Objects.checkIndex(i, qposSize));
  }

  @Override
  public int qposSize() {
    return qposSize;
  }

  @Override
  public double qvel(int i) {
    return at(qvel + Objects.checkIndex(i, qvelSize));
  }

  @Override
  public int qvelSize() {
    return qvelSize;
  }

  @Override
  public SlotState start() {
    if (start == null) {
      throw new IllegalStateException("the program's host gave no start state");
    }
    return start;
  }

  @Override
  public SlotFrame body(String name) {
    return frames[find(Kind.BODY, name)];
  }

  @Override
  public SlotScalar joint(String name) {
    return scalars[find(Kind.JOINT, name)];
  }

  @Override
  public SlotFrame site(String name) {
    return frames[find(Kind.SITE, name)];
  }

  @Override
  public SlotFrame geom(String name) {
    return frames[find(Kind.GEOM, name)];
  }

  @Override
  public SlotSensor sensor(String name) {
    return sensors[find(Kind.SENSOR, name)];
  }

  @Override
  public SlotScalar actuator(String name) {
    return scalars[find(Kind.ACTUATOR, name)];
  }

  @Override
  public SlotScalar tendon(String name) {
    return scalars[find(Kind.TENDON, name)];
  }

  @Override
  public SlotFrames bodies(String... names) {
    return new SlotFrames(Arrays.stream(names).map(this::body).toList());
  }

  @Override
  public SlotScalars joints(String... names) {
    return new SlotScalars(Arrays.stream(names).map(this::joint).toList());
  }

  @Override
  public SlotFrames geoms(String... names) {
    return new SlotFrames(Arrays.stream(names).map(this::geom).toList());
  }

  @Override
  public boolean touching(String geomA, String geomB) {
    return touching(find(Kind.CONTACT, geomA + "|" + geomB));
  }

  @Override
  public double parameter(String name) {
    return parameter(find(Kind.PARAMETER, name));
  }

  @Override
  public SlotField field(String slice) {
    return fields[find(Kind.SLICE, slice)];
  }

  @Override
  public boolean within(String slice, double low, double high) {
    return within(find(Kind.SLICE, slice), low, high);
  }

  private int find(Kind kind, String name) {
    for (int i = 0; i < offsets.length; i++) {
      Handle handle = table.handles().get(i);
      if (handle.kind() == kind && handle.name().equals(name)) {
        return i;
      }
    }
    throw new NoSuchElementException("the program's table has no " + kind + " '" + name + "'");
  }
}
