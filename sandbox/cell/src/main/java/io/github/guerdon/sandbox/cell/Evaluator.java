package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.Shaping;
import io.github.guerdon.reward.slot.Fuel;
import io.github.guerdon.reward.slot.ProgramLoader;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.SlotAction;
import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.SlotReward;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTerms;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Runs the candidate over the worlds of a frame, in the cell. */
final class Evaluator {

  private final FrameShape shape;
  private final SlotReward reward;
  private final SlotState before;
  private final SlotState after;
  private final SlotState start;
  private final SlotAction action;
  private final SlotTerms terms;
  private final double[] rows;
  private final double[] values;
  private final ByteBuffer reply;
  private final int calls;
  private int world = -1;

  /** Loads the candidate: from here on its code runs. */
  Evaluator(RewardProgram program, CellSpec spec) {
    shape = FrameShape.of(program, spec);
    calls = spec.calls();
    int worlds = spec.maxWorlds();
    rows = new double[worlds * shape.rowWidth()];
    values = new double[worlds * shape.terms()];
    reply = Link.buffer(shape.termBytes(worlds));
    SlotLayout layout = program.table().layout();
    before = new SlotState(program.table(), layout, spec.dt());
    after = new SlotState(program.table(), layout, spec.dt());
    start = new SlotState(program.table(), layout, spec.dt());
    if (shape.start()) {
      before.bindStart(start);
      after.bindStart(start);
      start.bindStart(start);
    }
    action = new SlotAction(spec.actuators(), array(spec.low()), array(spec.high()));
    terms = new SlotTerms(program.terms());
    Shaping.discount(spec.discount());
    Fuel.refill();
    reward = ProgramLoader.load(program.className(), program.classFile(), SlotReward.class);
  }

  /**
   * Evaluates a step's frame and returns the message with its terms; what the candidate throws goes
   * through.
   */
  ByteBuffer step(ByteBuffer payload) throws WireException {
    int worlds = unpack(payload);
    for (int call = 0; call < calls; call++) {
      evaluate(worlds);
    }
    world = -1;
    reply.clear().position(Link.HEADER);
    reply
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asDoubleBuffer()
        .put(values, 0, worlds * shape.terms());
    return reply.position(Link.HEADER + shape.termBytes(worlds));
  }

  private void evaluate(int worlds) {
    int count = shape.terms();
    for (world = 0; world < worlds; world++) {
      int row = world * shape.rowWidth();
      before.bind(rows, row);
      after.bind(rows, row + shape.after());
      if (shape.start()) {
        start.bind(rows, row + shape.startAt());
      }
      action.bind(rows, row + shape.controls(), rows, row + shape.previous());
      terms.clear();
      Fuel.refill();
      Shaping.terminal(rows[row + shape.terminal()] != 0);
      reward.reward(before, action, after, terms);
      for (int term = 0; term < count; term++) {
        values[world * count + term] = terms.get(term);
      }
    }
  }

  /** Returns the world whose call is running or has failed, −1 if none. */
  int world() {
    return world;
  }

  private int unpack(ByteBuffer payload) throws WireException {
    int worlds = payload.remaining() < 8 ? -1 : payload.getInt();
    if (worlds < 0
        || worlds > shape.maxWorlds()
        || payload.remaining() + 4 != shape.stepBytes(worlds)) {
      throw new WireException("a step of " + worlds + " worlds does not fit its frame");
    }
    payload.position(payload.position() + 4);
    payload
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asDoubleBuffer()
        .get(rows, 0, worlds * shape.rowWidth());
    return worlds;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
