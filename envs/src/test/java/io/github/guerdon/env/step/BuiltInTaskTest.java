package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.BuiltInTasks;
import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Fitness;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays built-in tasks by hand: success tells doing it from idling, flailing and near misses. */
final class BuiltInTaskTest {

  /** Writes one world's actions, each in [−1, 1] after clipping, from what it observes. */
  private interface Policy {
    void act(int step, double[] seen, float[] actions);
  }

  static Stream<String> tasks() {
    return Task.builtIn().stream();
  }

  private static Task load(String name) throws TaskException {
    return BuiltInTasks.load(name);
  }

  /** Plays one episode in each world. */
  private static Score play(Task task, int worlds, Policy policy) {
    try (VectorEnvironment env =
        VectorEnvironment.open(task, new SlotTable(List.of(), List.of()), worlds, 1, 9)) {
      env.reset();
      boolean[] played = new boolean[worlds];
      double[] seen = new double[env.observationSize()];
      float[] own = new float[env.actionSize()];
      List<EpisodeRecord> first = new ArrayList<>();
      for (int step = 0; first.size() < worlds; step++) {
        float[] actions = new float[worlds * own.length];
        for (int world = 0; world < worlds; world++) {
          for (int i = 0; i < seen.length; i++) {
            seen[i] = env.observations()[world * seen.length + i];
          }
          policy.act(step, seen, own);
          System.arraycopy(own, 0, actions, world * own.length, own.length);
        }
        env.step(actions);
        env.resetEnded();
        for (EpisodeRecord episode : env.drainEpisodes()) {
          if (!played[episode.world()]) {
            played[episode.world()] = true;
            first.add(episode);
          }
        }
      }
      return Fitness.score(task.description(), first);
    }
  }

  private static void assertNoSuccess(Score score) {
    assertThat(score.successRate()).isZero();
    assertThat(score.blownUp()).isZero();
    assertThat(score.value()).isFinite();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void idlingIsNoSuccess(String name) throws TaskException {
    assertNoSuccess(play(load(name), 2, (step, seen, actions) -> {}));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void flailingIsNoSuccess(String name) throws TaskException {
    Random random = new Random(5);
    assertNoSuccess(
        play(
            load(name),
            2,
            (step, seen, actions) -> {
              for (int i = 0; i < actions.length; i++) {
                actions[i] = 2 * random.nextFloat() - 1;
              }
            }));
  }

  private static Policy policy(String name) {
    return switch (name) {
      case "inverted-pendulum" ->
          (step, x, u) ->
              u[0] = (float) ((0.72 * x[0] + 6.83 * x[1] + 0.92 * x[2] + 1.08 * x[3]) / 3);
      case "inverted-double-pendulum" ->
          (step, x, u) ->
              u[0] =
                  (float)
                      -(0.21 * x[0]
                          + 1.81 * Math.asin(x[1])
                          + 5.57 * Math.asin(x[2])
                          + 0.31 * x[5]
                          + 0.9 * x[6]
                          + 0.85 * x[7]);
      case "swimmer-run" ->
          (step, x, u) -> {
            double turn = 2 * Math.PI * 0.31 * 0.04 * step;
            u[0] = (float) (-0.01 + 1.32 * Math.sin(turn + 4.26));
            u[1] = (float) (0.01 + 0.66 * Math.sin(turn + 3.15));
          };
      case "reacher" -> BuiltInTaskTest::reach;
      case "fetch-reach" ->
          (step, x, u) -> {
            for (int i = 0; i < u.length; i++) {
              u[i] = (float) ((x[10 + i] - x[i]) / 0.05);
            }
          };
      case "halfcheetah-run" -> BuiltInTaskTest::gallop;
      case "ant-run" -> BuiltInTaskTest::crawl;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Drives the arm's two joints to the angles that put the fingertip on the target. */
  private static void reach(int step, double[] x, float[] u) {
    double upper = 0.1;
    double lower = 0.11;
    double square = x[4] * x[4] + x[5] * x[5];
    double bend =
        Math.acos(
            Math.max(
                -1, Math.min(1, (square - upper * upper - lower * lower) / (2 * upper * lower))));
    double turn =
        Math.atan2(x[5], x[4]) - Math.atan2(lower * Math.sin(bend), upper + lower * Math.cos(bend));
    double error = Math.IEEEremainder(turn - Math.atan2(x[2], x[0]), 2 * Math.PI);
    u[0] = (float) (2 * error - 0.2 * x[6]);
    u[1] = (float) (2 * (bend - Math.atan2(x[3], x[1])) - 0.2 * x[7]);
  }

  /** A rhythm at 3 Hz that leans against the torso's pitch; found by random search. */
  private static void gallop(int step, double[] x, float[] u) {
    double[] size = {0.83, 0.17, 0.68, 0.24, 0.32, 0.95};
    double[] phase = {4.47, 2.38, 5.3, 5.66, 2.57, 0.13};
    double[] rest = {-0.21, -0.21, -0.38, 0.03, 0, -0.44};
    double[] pitch = {0.11, 0.44, 1.05, 0.83, -0.54, 0.42};
    double[] rate = {0.04, -0.2, -0.18, -0.02, -0.34, 0.48};
    for (int i = 0; i < u.length; i++) {
      double swing = size[i] * Math.sin(2 * Math.PI * 2.96 * 0.05 * step + phase[i]);
      u[i] = (float) (rest[i] + pitch[i] * Math.sin(x[1]) + rate[i] * x[10] + swing);
    }
  }

  /** A blind rhythm at 4 Hz; found by random search. */
  private static void crawl(int step, double[] x, float[] u) {
    double[] size = {0.02, 0.44, 0.25, 0.89, 0.43, 0.15, 0.37, 0.14};
    double[] phase = {5.7, 5.72, 4.36, 3.73, 2.53, 3.11, 6.12, 3.22};
    double[] rest = {-0.05, -0.05, 0.14, -0.1, -0.03, -0.15, -0.3, -0.44};
    for (int i = 0; i < u.length; i++) {
      double swing = size[i] * Math.sin(2 * Math.PI * 3.85 * 0.05 * step + phase[i]);
      u[i] = (float) (rest[i] + swing);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "halfcheetah-run",
        "inverted-pendulum",
        "inverted-double-pendulum",
        "swimmer-run",
        "reacher",
        "fetch-reach"
      })
  void doingItIsSuccess(String name) throws TaskException {
    Score score = play(load(name), 8, policy(name));
    assertThat(score.successRate()).isEqualTo(1);
    assertThat(score.requirementsMet()).isTrue();
  }

  @Test
  void crawlingAntSucceedsWhereItKeepsItsHeading() throws TaskException {
    Score score = play(load("ant-run"), 8, policy("ant-run"));
    assertThat(score.requirementsMet()).isTrue();
    assertThat(score.successRate()).isBetween(0.2, 0.9);
    assertThat(score.metrics().get("distance").min()).isLessThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "ant-run, distance=10, 1000, true",
    "ant-run, distance=9.9, 1000, false",
    "ant-run, distance=20, 999, false",
    "halfcheetah-run, distance=50, 1000, true",
    "halfcheetah-run, distance=49 upright=1, 1000, false",
    "hopper-run, distance=5, 1000, true",
    "hopper-run, distance=6, 999, false",
    "humanoid-run, distance=5, 1000, true",
    "humanoid-run, distance=6, 999, false",
    "humanoid-run, distance=4.9, 1000, false",
    "humanoid-standup, standing=0.5 height=1, 1000, true",
    "humanoid-standup, standing=0.4 height=1, 1000, false",
    "inverted-double-pendulum, height=1.9, 999, false",
    "inverted-pendulum, tilt=0, 999, false",
    "pusher, distance=0.05, 100, true",
    "pusher, distance=0.06, 100, false",
    "reacher, distance=0.021, 50, false",
    "swimmer-run, distance=3.9, 1000, false",
    "quadruped-run, distance=5 speed=1 upright=1, 250, true",
    "quadruped-run, distance=5 speed=0.8 upright=1, 250, false",
    "quadruped-run, distance=5 speed=1 upright=0.8, 250, false",
    "fetch-reach, distance=0.05, 50, true",
    "fetch-reach, distance=0.051, 50, false",
    "panda-reach, distance=0.02, 150, true",
    "panda-reach, distance=0.021, 150, false",
    "walker2d-run, distance=5, 1000, true",
    "walker2d-run, distance=4.9, 1000, false",
    "walker2d-run, distance=20, 999, false",
  })
  void nearMissIsNoSuccess(String name, String metrics, int length, boolean success)
      throws TaskException {
    TaskDescription task = load(name).description();
    Map<String, Double> given =
        Stream.of(metrics.split(" "))
            .map(m -> m.split("="))
            .collect(Collectors.toMap(m -> m[0], m -> Double.valueOf(m[1])));
    List<String> names = task.metrics().stream().map(Metric::name).toList();
    assertThat(names).containsAll(given.keySet());
    boolean truncated = length == task.episode().steps();
    EpisodeRecord episode =
        new EpisodeRecord(
            0,
            length,
            !truncated,
            truncated,
            false,
            names.stream().map(n -> given.getOrDefault(n, 0.0)).toList());
    assertThat(Fitness.score(task, List.of(episode)).successRate()).isEqualTo(success ? 1 : 0);
  }
}
