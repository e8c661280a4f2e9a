package io.github.guerdon.env;

import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.Source;
import java.util.List;
import java.util.Optional;

/**
 * The names of a task's model and where the numbers behind them stand.
 *
 * @param dt length of a control step, in s
 * @param nq number of generalised positions
 * @param nv number of generalised velocities
 * @param elements all elements, by kind and id; names are unique within a kind
 * @param parameters names of the episode's parameters, by number
 * @param fields the arrays that slices are taken of; names are unique
 */
public record Vocabulary(
    double dt,
    int nq,
    int nv,
    List<Element> elements,
    List<String> parameters,
    List<StateField> fields) {

  /** Copies the lists. */
  public Vocabulary {
    elements = List.copyOf(elements);
    parameters = List.copyOf(parameters);
    fields = List.copyOf(fields);
  }

  /** Makes the names of a model of whose arrays positions and velocities alone are known. */
  public Vocabulary(double dt, int nq, int nv, List<Element> elements, List<String> parameters) {
    this(
        dt,
        nq,
        nv,
        elements,
        parameters,
        List.of(
            new StateField("qpos", 0, nq, 1, StateField.Named.JOINT_POSITIONS),
            new StateField("qvel", 1, nv, 1, StateField.Named.JOINT_VELOCITIES)));
  }

  /** Returns the elements of a kind, by id. */
  public List<Element> elements(Kind kind) {
    return elements.stream().filter(e -> e.kind() == kind).toList();
  }

  /** Returns the names of a kind's elements, by id. */
  public List<String> names(Kind kind) {
    return elements(kind).stream().map(Element::name).toList();
  }

  /** Finds an element by kind and exact name. */
  public Optional<Element> find(Kind kind, String name) {
    return elements.stream().filter(e -> e.kind() == kind && e.name().equals(name)).findFirst();
  }

  /**
   * Finds the slot of an element's quantity; nothing if that element has no such number (a ball
   * joint has no scalar position).
   */
  public Optional<Slot> slot(Element element, Quantity quantity) {
    return switch (element.kind()) {
      case BODY ->
          frame(
                  quantity,
                  Source.BODY_POSITION,
                  Source.BODY_ORIENTATION,
                  Source.BODY_VELOCITY,
                  Source.BODY_ANGULAR_VELOCITY)
              .map(source -> Slot.of(source, element.id()));
      case SITE ->
          frame(
                  quantity,
                  Source.SITE_POSITION,
                  Source.SITE_ORIENTATION,
                  Source.SITE_VELOCITY,
                  Source.SITE_ANGULAR_VELOCITY)
              .map(source -> Slot.of(source, element.id()));
      case GEOM -> geom(quantity).map(source -> Slot.of(source, element.id()));
      case JOINT -> joint(element, quantity);
      case SENSOR ->
          quantity == Quantity.VALUE
              ? Optional.of(new Slot(Source.SENSOR, element.address(), 0, element.width()))
              : Optional.empty();
      case ACTUATOR ->
          // What moves a mocap body is no actuator of MuJoCo's.
          switch (element.type().equals(MocapControl.TYPE) ? Quantity.VALUE : quantity) {
            case FORCE -> Optional.of(Slot.of(Source.ACTUATOR_FORCE, element.id()));
            case LENGTH -> Optional.of(Slot.of(Source.ACTUATOR_LENGTH, element.id()));
            case VELOCITY -> Optional.of(Slot.of(Source.ACTUATOR_VELOCITY, element.id()));
            default -> Optional.empty();
          };
      case TENDON ->
          switch (quantity) {
            case LENGTH -> Optional.of(Slot.of(Source.TENDON_LENGTH, element.id()));
            case VELOCITY -> Optional.of(Slot.of(Source.TENDON_VELOCITY, element.id()));
            default -> Optional.empty();
          };
      case WORLD, CONTACT, SLICE, PARAMETER -> Optional.empty();
    };
  }

  /** Returns the slot of a quantity of the world as a whole. */
  public Slot world(Quantity quantity) {
    return switch (quantity) {
      case TIME -> Slot.of(Source.TIME, 0);
      case QPOS -> new Slot(Source.QPOS, 0, 0, nq);
      case QVEL -> new Slot(Source.QVEL, 0, 0, nv);
      case CENTER_OF_MASS -> Slot.of(Source.CENTER_OF_MASS, 0);
      default -> throw new IllegalArgumentException("the world has no " + quantity);
    };
  }

  /**
   * Finds the slot of a field slice such as {@code qvel}, {@code qpos[2:]}, {@code xpos["torso"]},
   * with Python's bounds; nothing if it is no slice or empty.
   */
  public Optional<Slot> slice(String text) {
    return FieldSlice.read(text, this).slot();
  }

  /** Returns what is wrong with a text that {@link #slice} finds nothing for, and what to do. */
  public String sliceProblem(String text) {
    return FieldSlice.read(text, this).problem();
  }

  private static Optional<Source> frame(
      Quantity quantity,
      Source position,
      Source orientation,
      Source velocity,
      Source angularVelocity) {
    return switch (quantity) {
      case POSITION -> Optional.of(position);
      case ORIENTATION -> Optional.of(orientation);
      case VELOCITY -> Optional.of(velocity);
      case ANGULAR_VELOCITY -> Optional.of(angularVelocity);
      default -> Optional.empty();
    };
  }

  private static Optional<Source> geom(Quantity quantity) {
    return switch (quantity) {
      case CONTACT_FORCE -> Optional.of(Source.GEOM_CONTACT_FORCE);
      case AIR_TIME -> Optional.of(Source.GEOM_AIR_TIME);
      case CONTACT_TIME -> Optional.of(Source.GEOM_CONTACT_TIME);
      default ->
          frame(
              quantity,
              Source.GEOM_POSITION,
              Source.GEOM_ORIENTATION,
              Source.GEOM_VELOCITY,
              Source.GEOM_ANGULAR_VELOCITY);
    };
  }

  private static Optional<Slot> joint(Element joint, Quantity quantity) {
    if (!joint.type().equals("hinge") && !joint.type().equals("slide")) {
      return Optional.empty();
    }
    return switch (quantity) {
      case POSITION -> Optional.of(new Slot(Source.QPOS, joint.address(), 0, 1));
      case VELOCITY -> Optional.of(new Slot(Source.QVEL, joint.velocityAddress(), 0, 1));
      default -> Optional.empty();
    };
  }
}
