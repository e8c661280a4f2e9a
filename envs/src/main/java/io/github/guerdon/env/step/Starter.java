package io.github.guerdon.env.step;

import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.StartSampler;
import io.github.guerdon.env.Tape;
import io.github.guerdon.env.Task;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Draws the first states of episodes and puts worlds into them. */
final class Starter {

  /** So often a start is drawn again before the task is called impossible. */
  private static final int MOST_TRIES = 1000;

  private final String task;
  private final StartSampler sampler;
  private final Optional<Scatter> scatter;
  private final Goals goals;
  private final ActionPath actions;
  private final Physics physics;
  private final int nq;
  private final int nv;
  private final long seed;
  private final long[] episodes;
  private Starts last = Starts.NONE;

  /** The worlds that were reset last and the states that they were put into, in rows. */
  @SuppressWarnings("ArrayRecordComponent") // Handed to the benchmark as they are, never compared.
  record Starts(int[] worlds, double[] qpos, double[] qvel) {
    static final Starts NONE = new Starts(new int[0], new double[0], new double[0]);
  }

  Starter(
      Task task,
      double[] qpos0,
      Goals goals,
      ActionPath actions,
      Physics physics,
      int worlds,
      long seed,
      Optional<Scatter> scatter) {
    this.task = task.description().name();
    this.scatter = scatter;
    this.goals = goals;
    this.actions = actions;
    this.physics = physics;
    this.seed = seed;
    nq = task.vocabulary().nq();
    nv = task.vocabulary().nv();
    episodes = new long[worlds];
    Start start = task.description().episode().start();
    sampler =
        new StartSampler(
            start,
            task.vocabulary(),
            start.key().map(task.facts()::qpos).orElse(qpos0),
            start.key().map(task.facts()::qvel).orElse(new double[nv]));
  }

  /**
   * Starts new episodes.
   *
   * @param worlds the worlds
   * @param rows receives their first slots, each in its own row
   * @param begin begins a world's episode with its row; false draws its start again
   */
  void start(int[] worlds, double[] rows, IntPredicate begin) {
    Seeds[] random = new Seeds[worlds.length];
    for (int i = 0; i < worlds.length; i++) {
      episodes[worlds[i]]++;
      random[i] = new Seeds(seed(worlds[i]));
      goals.begin(worlds[i], seed(worlds[i]));
    }
    double[] qpos = new double[worlds.length * nq];
    double[] qvel = new double[worlds.length * nv];
    last = new Starts(worlds, qpos, qvel);
    int[] left = IntStream.range(0, worlds.length).toArray();
    for (int tries = 0; left.length > 0; tries++) {
      if (tries == MOST_TRIES) {
        throw new IllegalStateException(
            "task "
                + task
                + ": none of "
                + MOST_TRIES
                + " drawn starts meets episode.start.until; widen the draws or loosen the condition");
      }
      for (int i : left) {
        sampler.sample(random[i], qpos, i * nq, qvel, i * nv);
        if (scatter.isPresent()) {
          scatter.get().apply(random[i], qpos, i * nq, qvel, i * nv);
        }
        goals.draw(worlds[i]);
      }
      physics.reset(
          Arrays.stream(left).map(i -> worlds[i]).toArray(),
          picked(qpos, left, nq),
          picked(qvel, left, nv),
          world -> {
            actions.place(world, physics);
            goals.place(world, physics);
          },
          rows);
      left = Arrays.stream(left).filter(i -> !begin.test(worlds[i])).toArray();
    }
  }

  private static double[] picked(double[] rows, int[] which, int width) {
    double[] picked = new double[which.length * width];
    for (int i = 0; i < which.length; i++) {
      System.arraycopy(rows, which[i] * width, picked, i * width, width);
    }
    return picked;
  }

  /** Returns what all draws of a world's present episode derive from. */
  long seed(int world) {
    return Seeds.derive(Seeds.derive(seed, world), episodes[world] - 1);
  }

  /** Returns what the last reset did since this was asked last. */
  Starts takeStarts() {
    Starts taken = last;
    last = Starts.NONE;
    return taken;
  }

  void pass(Tape tape) throws IOException {
    tape.array(episodes);
  }
}
