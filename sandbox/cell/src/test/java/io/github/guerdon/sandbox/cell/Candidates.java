package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.reward.slot.Source;
import java.util.List;
import java.util.stream.Stream;

/** Compiles hostile and harmless programs that no critic has seen. */
final class Candidates {

  /** Handle 0: a body with position and velocity; 1: a joint; 2: the world with its time. */
  static final SlotTable TABLE =
      new SlotTable(
          List.of(
              new Handle(
                  Kind.BODY,
                  "torso",
                  List.of(
                      new Handle.Reading(Quantity.POSITION, Slot.of(Source.BODY_POSITION, 1)),
                      new Handle.Reading(Quantity.ORIENTATION, Slot.of(Source.BODY_ORIENTATION, 1)),
                      new Handle.Reading(Quantity.VELOCITY, Slot.of(Source.BODY_VELOCITY, 1)))),
              new Handle(
                  Kind.JOINT,
                  "hinge",
                  List.of(
                      new Handle.Reading(Quantity.POSITION, new Slot(Source.QPOS, 2, 0, 1)),
                      new Handle.Reading(Quantity.VELOCITY, new Slot(Source.QVEL, 2, 0, 1)))),
              new Handle(
                  Kind.WORLD,
                  "world",
                  List.of(
                      new Handle.Reading(Quantity.TIME, Slot.of(Source.TIME, 0)),
                      new Handle.Reading(Quantity.QVEL, new Slot(Source.QVEL, 0, 0, 7))))),
          List.of());

  static final CellSpec SPEC =
      new CellSpec(
          List.of("hip", "knee"),
          List.of(-2.0, Double.NEGATIVE_INFINITY),
          List.of(2.0, Double.POSITIVE_INFINITY),
          0.02,
          0.5,
          64);

  static final List<String> TERMS = List.of("a", "b");

  private Candidates() {}

  /** Compiles a class {@code Reward} whose method's body, on its line 10, is this. */
  static RewardProgram body(String... lines) {
    return source(String.join("\n", lines), "");
  }

  static RewardProgram source(String body, String members) {
    String text =
        """
        import io.github.guerdon.reward.*;
        import io.github.guerdon.reward.slot.*;



        public final class Reward implements SlotReward {
          public Reward() {}
          @Override
          public void reward(SlotState before, Action action, SlotState after, SlotTerms terms) {
        %s
          }
        %s
        }
        """
            .formatted(body, members);
    return new RewardProgram(
        "Reward", MemoryCompiler.compile(text), TABLE, TERMS, body.contains("start()"));
  }

  /**
   * Fills a frame with numbers that tell worlds, ends and slots apart; the last world is terminal.
   */
  static void fill(Frame frame, int worlds) {
    new Step(worlds).fill(frame);
  }

  /** Makes rows in which world w's double i is base + 100 w + i. */
  static double[] rows(int worlds, int width, double base) {
    return Stream.iterate(0, i -> i < worlds * width, i -> i + 1)
        .mapToDouble(i -> base + 100 * (i / width) + i % width)
        .toArray();
  }
}
