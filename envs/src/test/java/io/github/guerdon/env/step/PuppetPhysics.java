package io.github.guerdon.env.step;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Fitness;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.WarningType;
import io.github.guerdon.reward.Quaternion;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Moves worlds as it is told and not by forces. Velocities follow from the poses, and all that is
 * read of a world, contacts too, is what MuJoCo computes for it.
 */
final class PuppetPhysics implements Physics {

  private final Physics real;
  private final Vocabulary vocabulary;
  private final List<Pose> poses;

  private PuppetPhysics(Physics real, Vocabulary vocabulary, int worlds) {
    this.real = real;
    this.vocabulary = vocabulary;
    poses = IntStream.range(0, worlds).mapToObj(w -> new Pose(vocabulary)).toList();
  }

  /** Where a world's parts will be when the next step ends; until it is changed, where they are. */
  static final class Pose {

    private final Vocabulary vocabulary;
    private final double[] qpos;

    private Pose(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
      qpos = new double[vocabulary.nq()];
    }

    private int address(String joint) {
      return vocabulary.find(Kind.JOINT, joint).orElseThrow().address();
    }

    double get(String joint) {
      return qpos[address(joint)];
    }

    void set(String joint, double position) {
      qpos[address(joint)] = position;
    }

    /** Returns how far a free body, the model's first joint, is along x. */
    double x() {
      return qpos[0];
    }

    /** Puts a free body, the model's first joint, somewhere. */
    void put(double x, double y, double z) {
      qpos[0] = x;
      qpos[1] = y;
      qpos[2] = z;
    }

    /** Turns a free body, the model's first joint, from level by an angle about an axis. */
    void turn(double angle, double x, double y, double z) {
      double sine = Math.sin(angle / 2);
      qpos[3] = Math.cos(angle / 2);
      qpos[4] = sine * x;
      qpos[5] = sine * y;
      qpos[6] = sine * z;
    }
  }

  /** Says where a world's parts are a step later. */
  interface Script {

    /**
     * Changes a pose to that at the end of the coming step.
     *
     * @param time at its end, since the episode's start
     * @param seen the observation at its beginning
     */
    void move(double time, float[] seen, Pose pose);

    /** Returns a script that does this one and then changes what it did. */
    default Script then(Script change) {
      return (time, seen, pose) -> {
        move(time, seen, pose);
        change.move(time, seen, pose);
      };
    }
  }

  /** Plays one episode in each world by a script. */
  static Score play(Task task, int worlds, Script script) {
    SlotLayout layout = task.layout(new SlotTable(List.of(), List.of()));
    try (Model model = Model.load(task.model())) {
      Physics real = MujocoPhysics.open(model, task.description().control(), layout, worlds, 1);
      PuppetPhysics physics = new PuppetPhysics(real, task.vocabulary(), worlds);
      try (VectorEnvironment env =
          new VectorEnvironment(
              task, layout, physics, model.qpos0(), worlds, 3, WorldSetting.usual(task))) {
        env.reset();
        Map<Integer, EpisodeRecord> first = new TreeMap<>();
        while (first.size() < worlds) {
          physics.move(script, env.observations());
          env.step(new float[worlds * env.actionSize()]);
          env.resetEnded();
          env.drainEpisodes().forEach(episode -> first.putIfAbsent(episode.world(), episode));
        }
        return Fitness.score(task.description(), List.copyOf(first.values()));
      }
    }
  }

  private void move(Script script, float[] observations) {
    int size = observations.length / poses.size();
    for (int world = 0; world < poses.size(); world++) {
      float[] seen = Arrays.copyOfRange(observations, world * size, (world + 1) * size);
      script.move(real.state(world)[0] + vocabulary.dt(), seen, poses.get(world));
    }
  }

  @Override
  public void reset(int[] worlds, double[] qpos, double[] qvel, IntConsumer placed, double[] rows) {
    real.reset(worlds, qpos, qvel, placed, rows);
    for (int world : worlds) {
      System.arraycopy(real.state(world), 1, poses.get(world).qpos, 0, vocabulary.nq());
    }
  }

  @Override
  public void step(double[] controls, double[] rows, boolean[] blownUp) {
    for (int world = 0; world < blownUp.length; world++) {
      // Time, positions and velocities come first in a state.
      double[] state = real.state(world);
      double[] next = poses.get(world).qpos;
      for (Element joint : vocabulary.elements(Kind.JOINT)) {
        velocity(joint, state, next);
      }
      state[0] += vocabulary.dt();
      System.arraycopy(next, 0, state, 1, next.length);
      real.restore(world, state, rows);
      blownUp[world] = false;
    }
  }

  /** Writes the velocity that takes a joint from where a state has it to a next position. */
  private void velocity(Element joint, double[] state, double[] next) {
    int from = joint.address();
    int to = 1 + vocabulary.nq() + joint.velocityAddress();
    boolean free = joint.type().equals("free");
    for (int i = 0; i < (free ? 3 : 1); i++) {
      state[to + i] = (next[from + i] - state[1 + from + i]) / vocabulary.dt();
    }
    if (free) {
      // MuJoCo has a free body's rotation in its own frame.
      Quaternion turn = times(conjugate(rotation(state, 1 + from + 3)), rotation(next, from + 3));
      double sine = Math.sqrt(turn.x() * turn.x() + turn.y() * turn.y() + turn.z() * turn.z());
      double angle = Math.IEEEremainder(2 * Math.atan2(sine, turn.w()), 2 * Math.PI);
      double rate = sine == 0 ? 0 : angle / sine / vocabulary.dt();
      state[to + 3] = rate * turn.x();
      state[to + 4] = rate * turn.y();
      state[to + 5] = rate * turn.z();
    }
  }

  private static Quaternion rotation(double[] values, int at) {
    return new Quaternion(values[at], values[at + 1], values[at + 2], values[at + 3]);
  }

  private static Quaternion conjugate(Quaternion q) {
    return new Quaternion(q.w(), -q.x(), -q.y(), -q.z());
  }

  private static Quaternion times(Quaternion a, Quaternion b) {
    return new Quaternion(
        a.w() * b.w() - a.x() * b.x() - a.y() * b.y() - a.z() * b.z(),
        a.w() * b.x() + a.x() * b.w() + a.y() * b.z() - a.z() * b.y(),
        a.w() * b.y() - a.x() * b.z() + a.y() * b.w() + a.z() * b.x(),
        a.w() * b.z() + a.x() * b.y() - a.y() * b.x() + a.z() * b.w());
  }

  @Override
  public void restore(int world, double[] state, double[] rows) {
    real.restore(world, state, rows);
  }

  @Override
  public void resume(int world, double[] state) {
    real.resume(world, state);
  }

  @Override
  public void place(int world, Place place, double[] values, int base) {
    real.place(world, place, values, base);
  }

  @Override
  public void read(int world, Place place, double[] values, int base) {
    real.read(world, place, values, base);
  }

  @Override
  public Map<WarningType, Long> warnings() {
    return real.warnings();
  }

  @Override
  public double[] state(int world) {
    return real.state(world);
  }

  @Override
  public void close() {
    real.close();
  }
}
