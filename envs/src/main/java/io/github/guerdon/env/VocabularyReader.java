package io.github.guerdon.env;

import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.ActuatorInfo;
import io.github.guerdon.mujoco.DataField;
import io.github.guerdon.mujoco.JointInfo;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ObjectType;
import io.github.guerdon.mujoco.SensorInfo;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the names of a model; an unnamed actuator goes by what it drives, another unnamed element
 * by kind and index.
 */
public final class VocabularyReader {

  private final Model model;
  private final List<Element> elements = new ArrayList<>();

  private VocabularyReader(Model model) {
    this.model = model;
  }

  /** Reads a model for a task without parameters. */
  public static Vocabulary read(Model model, int frameSkip) throws TaskException {
    return read(model, frameSkip, List.of());
  }

  /**
   * Reads a model.
   *
   * @param frameSkip substeps of a control step
   * @param parameters names of the task's parameters, by number
   * @throws TaskException if an actuator takes several controls, which actions cannot name yet
   */
  public static Vocabulary read(Model model, int frameSkip, List<String> parameters)
      throws TaskException {
    VocabularyReader reader = new VocabularyReader(model);
    for (Kind kind :
        List.of(
            Kind.BODY, Kind.JOINT, Kind.SITE, Kind.GEOM, Kind.SENSOR, Kind.ACTUATOR, Kind.TENDON)) {
      reader.read(kind);
    }
    return new Vocabulary(
        model.timestep() * frameSkip,
        model.nq(),
        model.nv(),
        reader.elements,
        parameters,
        fields(model));
  }

  private static List<StateField> fields(Model model) {
    return Arrays.stream(DataField.values())
        .map(
            f ->
                new StateField(
                    f.mujocoName(), f.code(), f.rows(model), f.columns(), named(f, model)))
        .toList();
  }

  private static StateField.Named named(DataField field, Model model) {
    return switch (field.rows()) {
      case QPOS -> StateField.Named.JOINT_POSITIONS;
      case DOF -> StateField.Named.JOINT_VELOCITIES;
      case BODY -> StateField.Named.BODY;
      case JOINT -> StateField.Named.JOINT;
      case SITE -> StateField.Named.SITE;
      case GEOM -> StateField.Named.GEOM;
      case TENDON -> StateField.Named.TENDON;
      case CONTROL -> StateField.Named.ACTUATOR;
      case OUTPUT ->
          field.rows(model) == model.count(ObjectType.ACTUATOR)
              ? StateField.Named.ACTUATOR
              : StateField.Named.NOTHING;
      case SENSOR -> StateField.Named.SENSOR_VALUES;
      case ACTIVATION, MOCAP, CAMERA, LIGHT, USER -> StateField.Named.NOTHING;
    };
  }

  private void read(Kind kind) throws TaskException {
    ObjectType type = ObjectType.valueOf(kind.name());
    int count = model.count(type);
    // Given names come first, so that an invented one never takes a name that the model gives to
    // another element.
    Set<String> taken = new HashSet<>();
    for (int id = 0; id < count; id++) {
      model.name(type, id).ifPresent(taken::add);
    }
    for (int id = 0; id < count; id++) {
      String name = model.name(type, id).orElse("");
      if (name.isEmpty()) {
        name = invent(kind, id, taken);
        taken.add(name);
      }
      elements.add(element(kind, id, name));
    }
  }

  private String invent(Kind kind, int id, Set<String> taken) {
    String plain = kind.name().toLowerCase(Locale.ROOT) + id;
    String name = kind == Kind.ACTUATOR ? driven(id).orElse(plain) : plain;
    if (!taken.contains(name)) {
      return name;
    }
    String free = plain;
    while (taken.contains(free)) {
      free += "_";
    }
    return free;
  }

  private Optional<String> driven(int actuator) {
    ActuatorInfo info = model.actuator(actuator);
    return info.transmission()
        .target()
        .filter(t -> info.target() >= 0)
        .flatMap(t -> model.name(t, info.target()));
  }

  private Element element(Kind kind, int id, String name) throws TaskException {
    return switch (kind) {
      case JOINT -> joint(id, name);
      case ACTUATOR -> actuator(id, name);
      case SENSOR -> {
        SensorInfo sensor = model.sensor(id);
        yield new Element(
            kind,
            name,
            id,
            "",
            sensor.address(),
            0,
            Math.max(1, sensor.size()),
            Element.Range.UNBOUNDED);
      }
      default -> new Element(kind, name, id, "", 0, 0, 1, Element.Range.UNBOUNDED);
    };
  }

  private Element joint(int id, String name) {
    JointInfo joint = model.joint(id);
    boolean scalar = joint.type().positions() == 1;
    return new Element(
        Kind.JOINT,
        name,
        id,
        joint.type().name().toLowerCase(Locale.ROOT),
        joint.qposAddress(),
        joint.dofAddress(),
        1,
        joint.limited() && scalar
            ? new Element.Range(joint.lower(), joint.upper())
            : Element.Range.UNBOUNDED,
        model.carriesAlong(id).map(axis -> axis.name().toLowerCase(Locale.ROOT)).orElse(""));
  }

  private Element actuator(int id, String name) throws TaskException {
    ActuatorInfo actuator = model.actuator(id);
    if (actuator.controls() != 1 || actuator.controlAddress() != id) {
      throw new TaskException(
          "actuator '"
              + name
              + "' takes "
              + actuator.controls()
              + " controls, one is supported; use one actuator for each control");
    }
    return new Element(
        Kind.ACTUATOR,
        name,
        id,
        actuator.transmission().name().toLowerCase(Locale.ROOT),
        0,
        0,
        1,
        actuator.limited()
            ? new Element.Range(actuator.lower(), actuator.upper())
            : Element.Range.UNBOUNDED);
  }
}
