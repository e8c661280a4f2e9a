package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.BuiltInTasks;
import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.reward.slot.Source;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorEnvironmentTest {

  private static final SlotTable NOTHING = new SlotTable(List.of(), List.of());
  private static final Slot AIR = Slot.of(Source.GEOM_AIR_TIME, 1);
  private static final Slot CONTACT = Slot.of(Source.GEOM_CONTACT_TIME, 1);
  private static final Slot FORCE = Slot.of(Source.GEOM_CONTACT_FORCE, 1);
  private static final Slot HEIGHT = new Slot(Source.QPOS, 0, 0, 1);
  private static final Slot BODY = Slot.of(Source.BODY_POSITION, 1);

  @TempDir Path folder;

  private static SlotTable reads(Slot... slots) {
    List<Handle.Reading> readings =
        Arrays.stream(slots).map(s -> new Handle.Reading(Quantity.VALUE, s)).toList();
    return new SlotTable(List.of(new Handle(Kind.GEOM, "ball", readings)), List.of());
  }

  private static Task builtIn(String name) throws TaskException {
    return Task.load(name, new JavacExpressions());
  }

  /** Plays steps of drawn actions and returns all that can be seen. */
  private static List<Double> play(Task task, int worlds, int threads, long seed, int steps) {
    List<Double> seen = new ArrayList<>();
    try (VectorEnvironment env = VectorEnvironment.open(task, NOTHING, worlds, threads, seed)) {
      env.reset();
      for (int i = 0; i < steps; i++) {
        float[] actions = new float[worlds * task.actionSize()];
        for (int at = 0; at < actions.length; at++) {
          actions[at] = (float) Math.sin(7.0 * i + at);
        }
        env.step(actions);
        for (double value : env.after()) {
          seen.add(value);
        }
        env.resetEnded();
        for (float value : env.observations()) {
          seen.add((double) value);
        }
      }
      env.drainEpisodes().forEach(e -> seen.addAll(e.metrics()));
    }
    return seen;
  }

  @Test
  void threadsChangeNoBit() throws TaskException {
    for (String name : BuiltInTasks.atHand()) {
      Task task = builtIn(name);
      assertThat(play(task, 6, 2, 11, 60)).as(name).isEqualTo(play(task, 6, 1, 11, 60));
    }
  }

  @Test
  void scatteredStartsReachStatesThatNoEpisodeBeginsWith() throws TaskException {
    Task pole = builtIn("cartpole-swingup");
    int up = pole.description().metricNames().indexOf("height");
    try (VectorEnvironment env =
        VectorEnvironment.open(pole, NOTHING, 16, 1, 3, WorldSetting.scattered(pole, 10))) {
      env.reset();
      for (int i = 0; i < 100; i++) {
        env.step(new float[16]);
        env.resetEnded();
      }
      List<EpisodeRecord> windows = env.drainEpisodes();
      assertThat(windows).hasSize(160).allMatch(w -> w.length() == 10 && w.truncated());
      assertThat(windows).anyMatch(w -> w.metrics().get(up) > 0.9);
      assertThat(windows).anyMatch(w -> w.metrics().get(up) < -0.9);
    }
  }

  @Test
  void scatteredStartsAreHealthyAndTheSameForASeed() throws TaskException {
    Task hopper = builtIn("hopper-run");
    List<Double> first = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      try (VectorEnvironment env =
          VectorEnvironment.open(hopper, NOTHING, 16, 1, 3, WorldSetting.scattered(hopper, 10))) {
        env.reset();
        env.step(new float[16 * hopper.actionSize()]);
        env.resetEnded();
        long ended = env.drainEpisodes().size();
        assertThat(ended).isLessThan(8);
        List<Double> rows = Arrays.stream(env.after()).boxed().toList();
        if (round == 0) {
          first.addAll(rows);
        } else {
          assertThat(rows).isEqualTo(first);
        }
      }
    }
  }

  @Test
  void seedsDrawDifferentStartsAndWorldsDrawTheirOwn() throws TaskException {
    Task task = builtIn("cartpole-swingup");
    try (VectorEnvironment one = VectorEnvironment.open(task, NOTHING, 2, 1, 1);
        VectorEnvironment other = VectorEnvironment.open(task, NOTHING, 3, 1, 1);
        VectorEnvironment reseeded = VectorEnvironment.open(task, NOTHING, 2, 1, 2)) {
      one.reset();
      other.reset();
      reseeded.reset();
      assertThat(Arrays.copyOf(other.observations(), 10)).isEqualTo(one.observations());
      assertThat(reseeded.observations()).isNotEqualTo(one.observations());
      assertThat(one.observations()[0]).isNotEqualTo(one.observations()[5]);
    }
  }

  @Test
  void cartPoleStartsHangingAtRest() throws TaskException {
    Task task = builtIn("cartpole-swingup");
    assertThat(task.actionSize()).isEqualTo(1);
    assertThat(task.observationSize()).isEqualTo(5);
    try (VectorEnvironment env = VectorEnvironment.open(task, NOTHING, 8, 1, 5)) {
      env.reset();
      for (int world = 0; world < 8; world++) {
        float[] seen = Arrays.copyOfRange(env.observations(), 5 * world, 5 * world + 5);
        assertThat(seen[0]).isBetween(-0.1f, 0.1f);
        assertThat(seen[1]).isLessThan(-0.99f);
        assertThat(seen[3]).isBetween(-0.05f, 0.05f);
      }
    }
  }

  @Test
  void timeLimitTruncatesAndResetStateIsTheNextBefore() throws TaskException {
    Task task = TaskFiles.load(folder, "steps: 40", "steps: 3");
    try (VectorEnvironment env = VectorEnvironment.open(task, reads(HEIGHT), 2, 1, 1)) {
      int height = env.layout().offset(HEIGHT);
      int width = env.layout().width();
      env.reset();
      for (int i = 0; i < 2; i++) {
        env.step(new float[4]);
        assertThat(env.truncated()).containsExactly(false, false);
      }
      env.step(new float[4]);
      assertThat(env.truncated()).containsExactly(true, true);
      assertThat(env.terminated()).containsExactly(false, false);
      double end = env.after()[width + height];
      float seenAtEnd = env.finalObservations()[env.observationSize()];
      assertThat(seenAtEnd).isCloseTo((float) end, within(1e-6f));

      assertThatThrownBy(() -> env.step(new float[4]))
          .hasMessage("episodes ended; call resetEnded first");
      env.resetEnded();
      double begin = env.after()[width + height];
      assertThat(begin).isBetween(0.4, 0.6).isNotEqualTo(end);
      assertThat(env.start()[width + height]).isEqualTo(begin);
      assertThat(env.observations()[env.observationSize()]).isEqualTo((float) begin);
      assertThat(env.finalObservations()[env.observationSize()]).isEqualTo(seenAtEnd);
      env.step(new float[4]);
      assertThat(env.before()[width + height]).isEqualTo(begin);

      List<EpisodeRecord> episodes = env.drainEpisodes();
      assertThat(episodes).extracting(EpisodeRecord::world).containsExactly(0, 1);
      assertThat(episodes)
          .allMatch(e -> e.length() == 3 && e.truncated() && !e.terminated() && !e.blownUp());
      assertThat(env.drainEpisodes()).isEmpty();
    }
  }

  @Test
  void unhealthyStateTerminatesEvenAtTheTimeLimit() throws TaskException {
    Task task =
        TaskFiles.load(folder, "steps: 40", "steps: 2", "position() > -0.2", "position() > 0.5999");
    try (VectorEnvironment env = VectorEnvironment.open(task, NOTHING, 1, 1, 1)) {
      env.reset();
      env.step(new float[2]);
      assertThat(env.terminated()).containsExactly(true);
      env.resetEnded();
      env.step(new float[2]);
      env.resetEnded();
      assertThat(env.drainEpisodes())
          .allMatch(e -> e.terminated() && !e.truncated() && e.length() == 1);
    }
  }

  @Test
  void metricsSumUpAnEpisode() throws TaskException {
    Task task = TaskFiles.load(folder, "steps: 40", "steps: 5");
    try (VectorEnvironment env = VectorEnvironment.open(task, reads(HEIGHT), 1, 1, 1)) {
      int height = env.layout().offset(HEIGHT);
      env.reset();
      double begin = env.after()[height];
      int low = 0;
      double end = begin;
      for (int i = 0; i < 5; i++) {
        env.step(new float[2]);
        end = env.after()[height];
        low += end < 0.3 ? 1 : 0;
      }
      env.resetEnded();
      EpisodeRecord episode = env.drainEpisodes().get(0);
      assertThat(episode.metrics()).containsExactly(end - begin, low / 5.0);
      assertThat(end).isLessThan(begin);
    }
  }

  @Test
  void actionsScaleToTheRangeAndUnboundedOnesPassClipped() throws TaskException {
    Task task = TaskFiles.load(folder);
    try (VectorEnvironment env = VectorEnvironment.open(task, NOTHING, 2, 1, 1)) {
      env.reset();
      env.step(new float[] {1, 0.5f, -3, 7});
      assertThat(env.controls()).containsExactly(6, 0.5, -2, 1);
      assertThat(env.previousControls()).containsExactly(0, 0, 0, 0);
      env.stepControls(new double[] {10, 10, -10, -10});
      assertThat(env.controls()).containsExactly(6, 10, -2, -10);
      assertThat(env.previousControls()).containsExactly(6, 0.5, -2, 1);
      assertThatThrownBy(() -> env.step(new float[] {0, 0, 0, Float.NaN}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("action 1 of world 1 is not a number; stop when a policy diverges");
      assertThatThrownBy(() -> env.step(new float[3]))
          .hasMessage("3 numbers, must be 2 worlds × 2 actions");
    }
  }

  @Test
  void previousControlsAreZeroAfterReset() throws TaskException {
    Task task = TaskFiles.load(folder, "steps: 40", "steps: 2");
    try (VectorEnvironment env = VectorEnvironment.open(task, NOTHING, 1, 1, 1)) {
      env.reset();
      env.step(new float[] {1, 1});
      env.step(new float[] {1, 1});
      env.resetEnded();
      env.step(new float[] {1, 1});
      assertThat(env.previousControls()).containsExactly(0, 0);
    }
  }

  @Test
  void blownUpWorldEndsTypedAndTheOthersGoOn() throws TaskException {
    Task task = TaskFiles.load(folder);
    try (VectorEnvironment env = VectorEnvironment.open(task, NOTHING, 2, 1, 1)) {
      env.reset();
      env.step(new float[4]);
      float[] sound = env.observations().clone();
      env.stepControls(new double[] {0, 9e9, 0, 0});
      assertThat(env.blownUp()).containsExactly(true, false);
      assertThat(env.terminated()).containsExactly(true, false);
      assertThat(env.truncated()).containsExactly(false, false);
      assertThat(Arrays.copyOf(env.finalObservations(), env.observationSize()))
          .isEqualTo(Arrays.copyOf(sound, env.observationSize()));
      env.resetEnded();
      EpisodeRecord episode = env.drainEpisodes().get(0);
      assertThat(episode.blownUp()).isTrue();
      assertThat(episode.length()).isEqualTo(2);
      assertThat(episode.metrics()).allMatch(Double::isFinite);
      env.step(new float[4]);
      assertThat(env.blownUp()).containsExactly(false, false);
    }
  }

  @Test
  void contactTimesFollowTheBall() throws TaskException {
    Task task = TaskFiles.load(folder, "0.5 + uniform(-0.1, 0.1)", "0.05");
    try (VectorEnvironment env =
        VectorEnvironment.open(task, reads(AIR, CONTACT, FORCE), 1, 1, 1)) {
      int air = env.layout().offset(AIR);
      int contact = env.layout().offset(CONTACT);
      int force = env.layout().offset(FORCE);
      double dt = task.vocabulary().dt();
      env.reset();
      assertThat(env.start()[air]).isZero();
      double lastAir = 0;
      double lastContact = 0;
      boolean flew = false;
      double[] rest = env.after();
      for (int i = 0; i < 39; i++) {
        env.stepControls(new double[] {0, 0});
        rest = env.after();
        boolean touches = rest[contact] > 0;
        assertThat(rest[air]).isCloseTo(touches ? 0 : lastAir + dt, within(1e-12));
        assertThat(rest[contact]).isCloseTo(touches ? lastContact + dt : 0, within(1e-12));
        assertThat(rest[force] > 0).isEqualTo(touches);
        lastAir = rest[air];
        lastContact = rest[contact];
        flew |= !touches;
      }
      assertThat(flew).isTrue();
      assertThat(rest[contact]).isGreaterThan(0.3);
      assertThat(rest[force]).isCloseTo(9.81, within(0.05));
    }
  }

  @Test
  void derivedPositionsAreFreshUnlessTheTaskWantsGymnasiums() throws TaskException {
    Task fresh = TaskFiles.load(folder);
    Task behind = TaskFiles.load(folder, "frame_skip: 5", "frame_skip: 5\n  derived: gymnasium");
    assertThat(gapToBody(fresh)).isCloseTo(0, within(1e-12));
    assertThat(Math.abs(gapToBody(behind))).isGreaterThan(1e-4);
    assertThat(behind.identity()).isNotEqualTo(fresh.identity());
  }

  private static double gapToBody(Task task) {
    try (VectorEnvironment env = VectorEnvironment.open(task, reads(HEIGHT, BODY), 1, 1, 1)) {
      env.reset();
      env.step(new float[2]);
      env.step(new float[2]);
      return env.after()[env.layout().offset(BODY) + 2]
          - 0.1
          - env.after()[env.layout().offset(HEIGHT)];
    }
  }

  @Test
  void stepBeforeResetAndAfterCloseIsRefused() throws TaskException {
    VectorEnvironment env = VectorEnvironment.open(TaskFiles.load(folder), NOTHING, 1, 1, 1);
    assertThatThrownBy(() -> env.step(new float[2])).hasMessage("call reset first");
    env.close();
    env.close();
    assertThatThrownBy(env::reset).hasMessage("the environment is closed; open another one");
    assertThatThrownBy(env::resetEnded).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void stepAllocatesNothingForAWorld() throws TaskException {
    Task task = builtIn("cartpole-swingup");
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (VectorEnvironment env = VectorEnvironment.open(task, NOTHING, 64, 1, 1)) {
      env.reset();
      float[] actions = new float[64];
      for (int i = 0; i < 400; i++) {
        env.step(actions);
      }
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < 99; i++) {
        env.step(actions);
      }
      long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      // A native call may make a short-lived wrapper; a byte a world and step would be 6,336.
      assertThat(bytes).isLessThan(6_336);
    }
  }
}
