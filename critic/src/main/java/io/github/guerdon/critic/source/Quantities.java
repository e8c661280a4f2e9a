package io.github.guerdon.critic.source;

import io.github.guerdon.reward.slot.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which of an element's or the world's numbers an accessor reads. */
public final class Quantities {

  /** API types that stand for one element. */
  public static final Set<String> ELEMENTS =
      Set.of("Body", "Joint", "Site", "Geom", "Sensor", "Actuator", "Tendon");

  private static final Map<String, Quantity> OF_ELEMENT =
      Map.of(
          "position", Quantity.POSITION,
          "orientation", Quantity.ORIENTATION,
          "up", Quantity.ORIENTATION,
          "velocity", Quantity.VELOCITY,
          "angularVelocity", Quantity.ANGULAR_VELOCITY,
          "contactForce", Quantity.CONTACT_FORCE,
          "airTime", Quantity.AIR_TIME,
          "contactTime", Quantity.CONTACT_TIME,
          "force", Quantity.FORCE,
          "length", Quantity.LENGTH);

  private static final Map<String, Quantity> OF_WORLD =
      Map.of(
          "time", Quantity.TIME,
          "qpos", Quantity.QPOS,
          "qposSize", Quantity.QPOS,
          "qvel", Quantity.QVEL,
          "qvelSize", Quantity.QVEL,
          "centerOfMass", Quantity.CENTER_OF_MASS);

  private Quantities() {}

  /** Returns what an accessor of an element reads. */
  public static Optional<Quantity> ofElement(Member member) {
    if (member.owner().equals("Sensor")) {
      return Optional.of(Quantity.VALUE);
    }
    return ELEMENTS.contains(member.owner())
        ? Optional.ofNullable(OF_ELEMENT.get(member.name()))
        : Optional.empty();
  }

  /** Returns what an accessor of a state reads of the world as a whole. */
  public static Optional<Quantity> ofWorld(Member member) {
    return member.owner().equals("State")
        ? Optional.ofNullable(OF_WORLD.get(member.name()))
        : Optional.empty();
  }
}
