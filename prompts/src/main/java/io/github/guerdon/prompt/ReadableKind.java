package io.github.guerdon.prompt;

import io.github.guerdon.reward.slot.Kind;
import java.util.List;

/**
 * What a reward can read of one kind of element, in words with units.
 *
 * @param kind the kind
 * @param call how a reward names one
 * @param reads what it can ask for
 */
record ReadableKind(Kind kind, String call, String reads) {

  static final List<ReadableKind> ALL =
      List.of(
          new ReadableKind(
              Kind.BODY,
              "body(\"…\")",
              "position() in m, orientation(), velocity() in m/s, angularVelocity() in rad/s, up()"),
          new ReadableKind(
              Kind.JOINT, "joint(\"…\")", "position() in rad or m, velocity() in rad/s or m/s"),
          new ReadableKind(
              Kind.GEOM,
              "geom(\"…\")",
              "as a body, and contactForce() in N, airTime() and contactTime() in s; touching(\"a\", \"b\") for two geoms"),
          new ReadableKind(Kind.SITE, "site(\"…\")", "as a body"),
          new ReadableKind(Kind.SENSOR, "sensor(\"…\")", "value(), get(i), size()"),
          new ReadableKind(
              Kind.ACTUATOR,
              "actuator(\"…\")",
              "force() in N or N·m, length(), velocity(); action.of(\"…\") is its control"),
          new ReadableKind(Kind.TENDON, "tendon(\"…\")", "length() in m, velocity() in m/s"));
}
