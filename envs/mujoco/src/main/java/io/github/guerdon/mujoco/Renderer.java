package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Draws states of a model off-screen, without a display, on a thread of its own.
 *
 * <p>A picture depends on the state alone. May be used by several threads; they wait for each
 * other. After {@link #close} the other methods throw {@link IllegalStateException}.
 */
public final class Renderer implements AutoCloseable {

  /** The most pixels a side may have. */
  public static final int LARGEST_SIDE = 4096;

  /** What Mesa's shader compiler may need. */
  private static final long STACK_BYTES = 16L << 20;

  private final int stateSize;
  private final int[] sizes;
  private final ExecutorService thread;
  private @Nullable Scenery scenery;

  private Renderer(Model model, ExecutorService thread, Scenery scenery) {
    stateSize = MuJoCo.mj_stateSize(model.raw(), MuJoCo.mjSTATE_INTEGRATION);
    sizes = new int[] {model.nq(), model.nv(), 3 * model.nmocap(), 4 * model.nmocap()};
    this.thread = thread;
    this.scenery = scenery;
  }

  /**
   * Opens a renderer with the model's usual camera: the one that it names as the initial one, or
   * that is called {@code track}; else a free one with the whole model in view.
   *
   * @param model is copied, and may be closed
   * @param width pixels, at most {@value #LARGEST_SIDE}
   * @param height pixels, at most {@value #LARGEST_SIDE}
   * @throws MissingLibraryException if the machine lacks OSMesa; it names the package to install
   * @throws MujocoException in MuJoCo's words, if it cannot draw the model
   */
  public static Renderer open(Model model, int width, int height) {
    return open(model, width, height, Viewpoint.usual(model), Canvas.LIBRARIES);
  }

  /**
   * Opens a renderer with one of the model's cameras, otherwise as {@link #open(Model, int, int)}.
   *
   * @throws IllegalArgumentException if the model has no camera of this name
   */
  public static Renderer open(Model model, int width, int height, String camera) {
    OptionalInt id = model.id(ObjectType.CAMERA, camera);
    if (id.isEmpty()) {
      throw new IllegalArgumentException(
          "the model has no camera '" + camera + "'; it has " + cameras(model));
    }
    return open(model, width, height, id, Canvas.LIBRARIES);
  }

  /** Returns the names of a model's cameras. */
  public static List<String> cameras(Model model) {
    return IntStream.range(0, model.count(ObjectType.CAMERA))
        .mapToObj(id -> model.name(ObjectType.CAMERA, id))
        .flatMap(name -> name.stream())
        .toList();
  }

  static Renderer open(
      Model model, int width, int height, OptionalInt camera, List<String> libraries) {
    requireSide("width", width);
    requireSide("height", height);
    Model copy = model.copy();
    ExecutorService thread = Executors.newSingleThreadExecutor(Renderer::thread);
    try {
      return new Renderer(
          model, thread, on(thread, () -> Scenery.open(copy, libraries, width, height, camera)));
    } catch (MissingLibraryException | MujocoException e) {
      thread.shutdown();
      throw e;
    }
  }

  private static void requireSide(String name, int pixels) {
    if (pixels < 1 || pixels > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          name + " is " + pixels + " pixels, must be 1 to " + LARGEST_SIDE);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "renderer", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** Does work on the render thread and throws here what it threw there. */
  private static <T> T on(ExecutorService thread, Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, thread).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Draws a full state.
   *
   * @param state MuJoCo's integration state, as {@link Batch#state} gives it
   */
  public BufferedImage render(double[] state) {
    require("full state", state.length, stateSize);
    double[] copy = state.clone();
    return draw(
        (model, data) -> MuJoCo.mj_setState(model.raw(), data, copy, MuJoCo.mjSTATE_INTEGRATION));
  }

  /** Draws positions and velocities, with mocap bodies where the model puts them. */
  public BufferedImage render(double[] qpos, double[] qvel) {
    return render(qpos, qvel, new double[0], new double[0]);
  }

  /**
   * Draws positions, velocities and mocap bodies.
   *
   * @param qpos [nq]
   * @param qvel [nv]
   * @param mocapPos [nmocap × 3], metres; empty for where the model puts them
   * @param mocapQuat [nmocap × 4], w first; empty for how the model turns them
   */
  public BufferedImage render(double[] qpos, double[] qvel, double[] mocapPos, double[] mocapQuat) {
    require("qpos", qpos.length, sizes[0]);
    require("qvel", qvel.length, sizes[1]);
    requireAny("mocap positions", mocapPos.length, sizes[2]);
    requireAny("mocap orientations", mocapQuat.length, sizes[3]);
    double[][] rows = {qpos.clone(), qvel.clone(), mocapPos.clone(), mocapQuat.clone()};
    return draw(
        (model, data) -> {
          put(data.qpos(), rows[0]);
          put(data.qvel(), rows[1]);
          put(data.mocap_pos(), rows[2]);
          put(data.mocap_quat(), rows[3]);
        });
  }

  private static void put(DoublePointer target, double[] values) {
    if (values.length > 0) {
      target.put(values);
    }
  }

  private static void require(String what, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          what + " has " + length + " numbers, the model's has " + expected);
    }
  }

  private static void requireAny(String what, int length, int expected) {
    if (length > 0) {
      require(what, length, expected);
    }
  }

  private synchronized BufferedImage draw(Scenery.Setter state) {
    Scenery open = scenery;
    if (open == null) {
      throw new IllegalStateException("the renderer is closed; open another one");
    }
    return on(thread, () -> open.draw(state));
  }

  @Override
  public synchronized void close() {
    Scenery open = scenery;
    scenery = null;
    if (open != null) {
      CompletableFuture.runAsync(open::close, thread).join();
      thread.shutdown();
    }
  }
}
