package io.github.guerdon.env.step;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Element.Range;
import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.StartSampler;
import io.github.guerdon.env.StartTargets;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Throws a drawn first state about, so that states come up which no young policy reaches: a pole
 * that stands, a body that already runs.
 *
 * <p>It moves only what the task draws itself, so that what the task keeps still stays still.
 * Positions are spread over a joint's whole range or over a random part of it; without a range a
 * hinge turns by up to half a turn and a slide moves by up to {@value #METRES} m. Velocities have a
 * random spread of up to {@value #METRES_A_SECOND} m/s and {@value #RADIANS_A_SECOND} rad/s, about
 * what a body of a metre's size reaches by falling over.
 */
final class Scatter {

  private static final double METRES = 1;
  private static final double METRES_A_SECOND = 3;
  private static final double RADIANS_A_SECOND = 5;
  private static final double SMALLEST = 0.03;

  private final List<Entry> positions;
  private final List<Entry> velocities;

  /** One number of the state, how far it is thrown, and between what it must stay. */
  private record Entry(int at, double spread, Range range) {}

  private Scatter(List<Entry> positions, List<Entry> velocities) {
    this.positions = List.copyOf(positions);
    this.velocities = List.copyOf(velocities);
  }

  static Scatter of(Task task) {
    Vocabulary vocabulary = task.vocabulary();
    List<Start.Rule> rules = task.description().episode().start().rules();
    List<Integer> drawnPositions = drawn(rules, Start.Field.QPOS, vocabulary);
    List<Integer> drawnVelocities = drawn(rules, Start.Field.QVEL, vocabulary);
    List<Entry> positions = new ArrayList<>();
    List<Entry> velocities = new ArrayList<>();
    for (Element joint : vocabulary.elements(Kind.JOINT)) {
      boolean turns = joint.type().equals("hinge") || joint.type().equals("ball");
      boolean single = (turns && !joint.type().equals("ball")) || joint.type().equals("slide");
      // Of a free joint the place is thrown, not the attitude: a quaternion is not four numbers.
      int places = single ? 1 : joint.type().equals("free") ? 3 : 0;
      for (int i = joint.address(); i < joint.address() + places; i++) {
        if (drawnPositions.contains(i)) {
          positions.add(new Entry(i, spread(joint, turns), joint.range()));
        }
      }
      int speeds = StartSampler.width(joint, Start.Field.QVEL);
      for (int i = 0; i < speeds; i++) {
        int at = joint.velocityAddress() + i;
        boolean linear = joint.type().equals("slide") || (joint.type().equals("free") && i < 3);
        if (drawnVelocities.contains(at)) {
          velocities.add(
              new Entry(at, linear ? METRES_A_SECOND : RADIANS_A_SECOND, Range.UNBOUNDED));
        }
      }
    }
    return new Scatter(positions, velocities);
  }

  private static List<Integer> drawn(
      List<Start.Rule> rules, Start.Field field, Vocabulary vocabulary) {
    return rules.stream()
        .filter(r -> r.field() == field)
        .flatMap(r -> StartTargets.of(r, vocabulary).indices().stream())
        .distinct()
        .toList();
  }

  private static double spread(Element joint, boolean turns) {
    double width = joint.range().high() - joint.range().low();
    return Double.isFinite(width) ? width / 2 : turns ? Math.PI : METRES;
  }

  /** Throws one state; each call draws anew how far. */
  void apply(Seeds random, double[] qpos, int qposBase, double[] qvel, int qvelBase) {
    double far = random.uniform() < 0.5 ? 1 : part(random);
    for (Entry entry : positions) {
      double thrown = qpos[qposBase + entry.at] + far * entry.spread * (2 * random.uniform() - 1);
      qpos[qposBase + entry.at] = Math.min(entry.range.high(), Math.max(entry.range.low(), thrown));
    }
    double fast = part(random);
    for (Entry entry : velocities) {
      qvel[qvelBase + entry.at] += fast * entry.spread * random.normal();
    }
  }

  /** Draws a factor between {@value #SMALLEST} and 1, each decade alike. */
  private static double part(Seeds random) {
    return StrictMath.pow(SMALLEST, random.uniform());
  }
}
