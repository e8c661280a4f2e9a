package io.github.guerdon.env.step;

import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.Task;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.Renderer;
import io.github.guerdon.mujoco.render.GifWriter;
import io.github.guerdon.mujoco.render.Sheet;
import io.github.guerdon.reward.slot.SlotTable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One world's states, step by step, and the pictures of them.
 *
 * <p>States are recorded first, as fast as they are simulated; drawing comes later and only for the
 * frames that are shown.
 */
public final class Filmstrip {

  /** Films show 25 frames a second where steps are as short; slower tasks one frame a step. */
  private static final double SECONDS_PER_FRAME = 0.04;

  private static final double HUNDREDTHS = 100;

  private final Path model;
  private final double secondsPerStep;
  private final List<double[]> states;

  /** Chooses actions from what it sees. */
  public interface Actions {

    /**
     * Chooses an action.
     *
     * @param observation what a policy sees, [observations]
     * @param action is filled, [actions], in [−1, 1]
     */
    void act(float[] observation, float[] action);

    /** Returns actions that are all 0. */
    static Actions idle() {
      return (observation, action) -> Arrays.fill(action, 0);
    }

    /** Returns actions drawn evenly from [−1, 1]. */
    static Actions random(long seed) {
      Seeds random = new Seeds(seed);
      return (observation, action) -> {
        for (int i = 0; i < action.length; i++) {
          action[i] = (float) (2 * random.uniform() - 1);
        }
      };
    }
  }

  private Filmstrip(Task task, List<double[]> states) {
    model = task.model();
    secondsPerStep = task.vocabulary().dt();
    this.states = states;
  }

  /**
   * Takes a stored trajectory.
   *
   * @param states MuJoCo's integration states, one a control step, at least one; copied
   */
  public static Filmstrip of(Task task, List<double[]> states) {
    if (states.isEmpty()) {
      throw new IllegalArgumentException("a film has 0 states, must have at least 1");
    }
    return new Filmstrip(task, states.stream().map(double[]::clone).toList());
  }

  /**
   * Runs one episode in a world of its own.
   *
   * @param actions act at each step
   * @param steps the most steps to take; the episode's end ends it earlier
   * @param seed what the start is drawn from
   */
  public static Filmstrip record(Task task, Actions actions, int steps, long seed) {
    if (steps < 0) {
      throw new IllegalArgumentException("steps is " + steps + ", must not be negative");
    }
    SlotTable nothing = new SlotTable(List.of(), List.of());
    List<double[]> states = new ArrayList<>();
    try (VectorEnvironment world = VectorEnvironment.open(task, nothing, 1, 1, seed)) {
      world.reset();
      states.add(world.state(0));
      float[] action = new float[world.actionSize()];
      for (int i = 0; i < steps; i++) {
        actions.act(world.observations(), action);
        world.step(action);
        if (world.blownUp()[0]) {
          break; // there is nothing to see in a state that is not finite
        }
        states.add(world.state(0));
        if (world.terminated()[0] || world.truncated()[0]) {
          break;
        }
      }
    }
    return new Filmstrip(task, states);
  }

  /** Returns copies of the states, one more than steps: MuJoCo's integration states. */
  public List<double[]> states() {
    return states.stream().map(double[]::clone).toList();
  }

  /** Returns how many steps were taken: one fewer than there are states. */
  public int steps() {
    return states.size() - 1;
  }

  /** Returns how long the film lasts, in seconds of the simulation. */
  public double seconds() {
    return steps() * secondsPerStep;
  }

  /**
   * Writes an animated GIF in the simulation's own time, as nearly as hundredths of a second allow.
   *
   * @throws io.github.guerdon.mujoco.MissingLibraryException if the machine cannot draw
   * @throws IllegalArgumentException if the model has no such camera, or a side is out of bounds
   */
  public void gif(Path file, FilmSettings settings) throws IOException {
    int stride = stride();
    int delay =
        Math.max(GifWriter.SHORTEST_DELAY, (int) Math.round(stride * secondsPerStep * HUNDREDTHS));
    try (Model loaded = Model.load(model);
        Renderer renderer = open(loaded, settings);
        GifWriter gif = GifWriter.open(file, delay)) {
      for (int i = 0; i < states.size(); i += stride) {
        gif.add(renderer.render(states.get(i)));
      }
    }
  }

  /** Returns how many steps a frame of the film stands for. */
  int stride() {
    return Math.max(1, (int) Math.round(SECONDS_PER_FRAME / secondsPerStep));
  }

  /**
   * Draws frames at equal distances, the first and the last state among them; fewer if there are
   * fewer states.
   *
   * @param count how many, at least 1
   * @throws io.github.guerdon.mujoco.MissingLibraryException if the machine cannot draw
   * @throws IllegalArgumentException if the model has no such camera, or a side is out of bounds
   */
  public List<BufferedImage> frames(int count, FilmSettings settings) {
    if (count < 1) {
      throw new IllegalArgumentException("frames is " + count + ", must be at least 1");
    }
    int shown = Math.min(count, states.size());
    try (Model loaded = Model.load(model);
        Renderer renderer = open(loaded, settings)) {
      return IntStream.range(0, shown)
          .map(i -> shown == 1 ? 0 : (int) Math.round((double) i * steps() / (shown - 1)))
          .mapToObj(i -> renderer.render(states.get(i)))
          .toList();
    }
  }

  /** Writes {@link #frames} as one PNG, in rows. */
  public void png(Path file, int frames, int columns, FilmSettings settings) throws IOException {
    Sheet.png(file, Sheet.of(frames(frames, settings), columns));
  }

  private static Renderer open(Model model, FilmSettings settings) {
    return settings.camera().isPresent()
        ? Renderer.open(model, settings.width(), settings.height(), settings.camera().get())
        : Renderer.open(model, settings.width(), settings.height());
  }
}
