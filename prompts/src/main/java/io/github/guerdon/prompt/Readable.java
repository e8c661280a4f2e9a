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
record Readable(Kind kind, String call, String reads) {

  static final List<Readable> ALL =
      List.of(
          new Readable(
              Kind.BODY,
              "body(\"…\")",
              "position() in m, orientation(), velocity() in m/s, angularVelocity() in rad/s, up()"),
          new Readable(
              Kind.JOINT, "joint(\"…\")", "position() in rad or m, velocity() in rad/s or m/s"),
          new Readable(
              Kind.GEOM,
              "geom(\"…\")",
              "as a body, and contactForce() in N, airTime() and contactTime() in s; touching(\"a\", \"b\") for two geoms"),
          new Readable(Kind.SITE, "site(\"…\")", "as a body"),
          new Readable(Kind.SENSOR, "sensor(\"…\")", "value(), get(i), size()"),
          new Readable(
              Kind.ACTUATOR,
              "actuator(\"…\")",
              "force() in N or N·m, length(), velocity(); action.of(\"…\") is its control"),
          new Readable(Kind.TENDON, "tendon(\"…\")", "length() in m, velocity() in m/s"));
}
