package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjData;
import io.github.guerdon.mujoco.bindings.mjModel;
import io.github.guerdon.mujoco.bindings.mjVisual;
import io.github.guerdon.mujoco.bindings.mjrContext;
import io.github.guerdon.mujoco.bindings.mjrRect;
import io.github.guerdon.mujoco.bindings.mjvCamera;
import io.github.guerdon.mujoco.bindings.mjvOption;
import io.github.guerdon.mujoco.bindings.mjvPerturb;
import io.github.guerdon.mujoco.bindings.mjvScene;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalInt;

/**
 * Owns all that a picture is made of. One thread makes, uses and closes it: OpenGL's context is
 * current on that one alone.
 */
final class Scenery implements AutoCloseable {

  private static final int MOST_GEOMS = 10_000;
  private static final int FONT_SCALE = 100;
  private static final int MOST_SAMPLES = 4; // MuJoCo's own values, unless the model has others
  private static final int LARGEST_SHADOW = 4096;
  private static final int MOST_FACES = 64;

  private final Model model;
  private final Canvas canvas;
  private final mjData data;
  private final mjrContext context = new mjrContext();
  private final mjvScene scene = new mjvScene();
  private final mjvCamera camera = new mjvCamera();
  private final mjvOption option = new mjvOption();
  private final mjvPerturb perturbation = new mjvPerturb();
  private final mjrRect frame;
  private final byte[] pixels;
  private final Viewpoint viewpoint;

  /** Puts a model's data into the state to draw. */
  interface Setter {
    void set(Model model, mjData data);
  }

  private Scenery(Model model, Canvas canvas, int width, int height, OptionalInt chosen) {
    this.model = model;
    this.canvas = canvas;
    mjModel raw = model.raw();
    data = MuJoCo.mj_makeData(raw);
    MuJoCo.mj_forward(raw, data);
    MuJoCo.mjv_defaultOption(option);
    MuJoCo.mjv_defaultPerturb(perturbation);
    MuJoCo.mjv_defaultScene(scene);
    MuJoCo.mjv_makeScene(raw, scene, MOST_GEOMS);
    MuJoCo.mjr_defaultContext(context);
    MuJoCo.mjr_makeContext(raw, context, FONT_SCALE);
    MuJoCo.mjr_setBuffer(MuJoCo.mjFB_OFFSCREEN, context);
    frame = new mjrRect().left(0).bottom(0).width(width).height(height);
    pixels = new byte[3 * width * height];
    viewpoint = Viewpoint.of(model, data, camera, chosen);
  }

  /**
   * Sets up the scenery on the calling thread.
   *
   * @param model belongs to the scenery from now on, also if this throws
   * @param libraries names under which OSMesa is looked for
   * @param chosen the model's camera; empty for the free one
   */
  static Scenery open(
      Model model, List<String> libraries, int width, int height, OptionalInt chosen) {
    Canvas canvas;
    try {
      canvas = Canvas.open(libraries, width, height);
    } catch (MissingLibraryException | MujocoException e) {
      model.close();
      throw e;
    }
    Natives.begin();
    limit(model.raw().vis(), width, height);
    Scenery scenery = new Scenery(model, canvas, width, height, chosen);
    String raised = Natives.takeError();
    if (raised != null) {
      scenery.close();
      throw new MujocoException(raised);
    }
    return scenery;
  }

  /** Gives pictures their size, and keeps a model from asking for more memory than there is. */
  private static void limit(mjVisual visual, int width, int height) {
    visual.global_offwidth(width).global_offheight(height);
    visual.quality_offsamples(Math.min(visual.quality_offsamples(), MOST_SAMPLES));
    visual.quality_shadowsize(Math.min(visual.quality_shadowsize(), LARGEST_SHADOW));
    visual.quality_numslices(Math.min(visual.quality_numslices(), MOST_FACES));
    visual.quality_numstacks(Math.min(visual.quality_numstacks(), MOST_FACES));
    visual.quality_numquads(Math.min(visual.quality_numquads(), MOST_FACES));
  }

  /** Draws the state that {@code state} puts the data into. */
  BufferedImage draw(Setter state) {
    Natives.begin();
    mjModel raw = model.raw();
    MuJoCo.mj_resetData(raw, data);
    state.set(model, data);
    MuJoCo.mj_forward(raw, data);
    viewpoint.look(data);
    MuJoCo.mjv_updateScene(raw, data, option, perturbation, camera, MuJoCo.mjCAT_ALL, scene);
    MuJoCo.mjr_render(frame, scene, context);
    MuJoCo.mjr_readPixels(pixels, (float[]) null, frame, context);
    Natives.check();
    return image();
  }

  /** Turns OpenGL's rows, bottom one first, into a picture. */
  private BufferedImage image() {
    int width = frame.width();
    int height = frame.height();
    int[] colours = new int[width * height];
    for (int y = 0, at = 0; y < height; y++) {
      int row = (height - 1 - y) * width;
      for (int x = 0; x < width; x++, at += 3) {
        colours[row + x] =
            (pixels[at] & 0xff) << 16 | (pixels[at + 1] & 0xff) << 8 | (pixels[at + 2] & 0xff);
      }
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, colours, 0, width);
    return image;
  }

  @Override
  public void close() {
    MuJoCo.mjr_freeContext(context);
    MuJoCo.mjv_freeScene(scene);
    MuJoCo.mj_deleteData(data);
    canvas.close();
    model.close();
    List.of(context, scene, camera, option, perturbation, frame).forEach(p -> p.close());
  }
}
