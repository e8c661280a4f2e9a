package io.github.guerdon.env.model;

import io.github.guerdon.mujoco.Batch;
import io.github.guerdon.mujoco.BatchSettings;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.MujocoException;
import io.github.guerdon.mujoco.Stage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The child of a {@link ModelTrial}: loads one model, makes one world of it and moves it. */
final class ModelTrialMain {

  /** What it says of a model that can be used. */
  static final String SOUND = "sound";

  /** What it says before MuJoCo's words on a model that cannot. */
  static final String REFUSED = "refused: ";

  private static final int STEPS = 5;

  private ModelTrialMain() {}

  /** Tries the model whose file is the argument. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (Model model = Model.load(Path.of(arguments[0]));
        Batch world = Batch.create(model, new BatchSettings(1, 1, false))) {
      // A world that blows up is the task's business, and is told of there.
      var unused = world.step(STEPS, Stage.NONE);
      out.print(SOUND);
    } catch (MujocoException e) {
      out.print(REFUSED + e.getMessage());
    }
    out.flush();
  }
}
