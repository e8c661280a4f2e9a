package io.github.guerdon.env.step;

import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.Tape;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.SlotAction;
import io.github.guerdon.reward.slot.SlotExpressions;
import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Evaluates a task's expressions on rows: health, metrics and observations, all worlds with one set
 * of views.
 */
final class Judge {

  private final SlotExpressions expressions;
  private final SlotState before;
  private final SlotState after;
  private final SlotState start;
  private final SlotAction action;
  private final double[] values;
  private final double[] noControls;
  private final boolean hasHealthy;
  private final MetricTable metrics;
  private final Observer observer;
  private final int width;
  private final boolean hasUntil;
  private final Seeds[] noise;

  Judge(Task task, SlotLayout layout, ActionScale scale, int worlds) {
    TaskDescription description = task.description();
    SlotTable table = task.expressions().table();
    double dt = task.vocabulary().dt();
    expressions = task.expressions().load();
    before = new SlotState(table, layout, dt);
    after = new SlotState(table, layout, dt);
    start = new SlotState(table, layout, dt);
    before.bindStart(start);
    after.bindStart(start);
    start.bindStart(start);
    action = new SlotAction(task.vocabulary().names(Kind.ACTUATOR), scale.low(), scale.high());
    values = new double[task.expressions().count()];
    noControls = new double[task.actionSize()];
    hasHealthy = description.episode().healthy().isPresent();
    int firstMetric = hasHealthy ? 1 : 0;
    int firstScalar = firstMetric + description.metrics().size();
    metrics = new MetricTable(description.metrics(), firstMetric, worlds);
    observer = new Observer(description.observe(), task.observedSlots(), layout, firstScalar);
    width = layout.width();
    noise = new Seeds[worlds];
    Arrays.setAll(noise, Seeds::new);
    hasUntil = description.episode().start().until().isPresent();
  }

  /** Returns how many numbers an observation has. */
  int observationSize() {
    return observer.size();
  }

  /**
   * Begins a world's episode: its first state stands for both ends of a step with an action of
   * zeros; the observations' noise is drawn from this stream. Returns whether the task lets an
   * episode start so.
   */
  boolean begin(int world, double[] rows, Seeds random, float[] observations) {
    int row = world * width;
    before.bind(rows, row);
    after.bind(rows, row);
    start.bind(rows, row);
    action.bind(noControls, 0, noControls, 0);
    expressions.evaluate(before, action, after, values);
    metrics.begin(world, values);
    noise[world] = random;
    observer.observe(rows, row, values, random, true, observations, world * observer.size());
    return !hasUntil || values[values.length - 1] != 0;
  }

  /** Returns whether the state valued last is healthy. */
  boolean healthy() {
    return !hasHealthy || values[0] != 0;
  }

  /** Values a world's step and returns whether it is healthy. */
  boolean step(int world, Rows rows, float[] observations) {
    evaluate(world, rows);
    metrics.add(world, values);
    observer.observe(
        rows.after,
        world * width,
        values,
        noise[world],
        false,
        observations,
        world * observer.size());
    return healthy();
  }

  private void evaluate(int world, Rows rows) {
    int row = world * width;
    int control = world * action.size();
    before.bind(rows.before, row);
    after.bind(rows.after, row);
    start.bind(rows.start, row);
    action.bind(rows.controls, control, rows.previousControls, control);
    expressions.evaluate(before, action, after, values);
  }

  /** Returns a world's observation after a step before it is rounded to {@code float}. */
  double[] exactObservation(int world, Rows rows, float[] observations) {
    evaluate(world, rows);
    return observer.exact(rows.after, world * width, values, observations, world * observer.size());
  }

  /** Returns a world's metrics after so many valued steps. */
  List<Double> metrics(int world, int steps) {
    return metrics.values(world, steps);
  }

  void pass(Tape tape) throws IOException {
    metrics.pass(tape);
    for (Seeds one : noise) {
      one.pass(tape);
    }
  }
}
