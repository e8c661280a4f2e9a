package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.MissingLibraryException;
import io.github.guerdon.reward.slot.SlotTable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

final class FilmstripTest {

  private static final FilmSettings SMALL = new FilmSettings(64, 48, Optional.empty());

  private static Task task;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws TaskException {
    task = Task.load("cartpole-swingup", new JavacExpressions());
  }

  static boolean canDraw() throws TaskException {
    load();
    try {
      return Filmstrip.record(task, Filmstrip.Actions.idle(), 0, 1).frames(1, SMALL).size() == 1;
    } catch (MissingLibraryException e) {
      return false;
    }
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void recordingTakesTheStepsAskedFor() {
    Filmstrip film = Filmstrip.record(task, Filmstrip.Actions.idle(), 30, 1);
    assertThat(film.steps()).isEqualTo(30);
    assertThat(film.seconds()).isEqualTo(30 * task.vocabulary().dt());
    assertThat(film.states()).hasSize(31);
  }

  @Test
  void equalSeedsGiveEqualFilms() {
    List<double[]> first = Filmstrip.record(task, Filmstrip.Actions.random(7), 20, 3).states();
    List<double[]> again = Filmstrip.record(task, Filmstrip.Actions.random(7), 20, 3).states();
    List<double[]> other = Filmstrip.record(task, Filmstrip.Actions.random(8), 20, 3).states();
    assertThat(again.get(20)).isEqualTo(first.get(20));
    assertThat(other.get(0)).isEqualTo(first.get(0));
    assertThat(other.get(20)).isNotEqualTo(first.get(20));
  }

  @Test
  void theEpisodesEndEndsTheRecording() {
    int limit = task.description().episode().steps();
    Filmstrip film = Filmstrip.record(task, Filmstrip.Actions.random(2), limit + 100, 1);
    assertThat(film.steps()).isEqualTo(limit);
  }

  @Test
  @EnabledIf(value = "canDraw", disabledReason = "missing device: libOSMesa")
  void framesBeginAtTheFirstStateAndEndAtTheLast() {
    Filmstrip film = Filmstrip.record(task, (observation, action) -> action[0] = 1, 40, 1);
    Filmstrip start = Filmstrip.record(task, Filmstrip.Actions.idle(), 0, 1);
    List<BufferedImage> frames = film.frames(3, SMALL);
    assertThat(frames).hasSize(3);
    assertThat(pixels(frames.get(0))).isEqualTo(pixels(start.frames(1, SMALL).get(0)));
    assertThat(pixels(frames.get(2))).isNotEqualTo(pixels(frames.get(0)));
    assertThat(start.frames(5, SMALL)).hasSize(1);
  }

  @Test
  @EnabledIf(value = "canDraw", disabledReason = "missing device: libOSMesa")
  void aStoredTrajectoryLooksAsWhenItWasRun() {
    List<double[]> states;
    try (VectorEnvironment world =
        VectorEnvironment.open(task, new SlotTable(List.of(), List.of()), 1, 1, 5)) {
      world.reset();
      double[] first = world.state(0);
      world.step(new float[] {1});
      states = List.of(first, world.state(0));
    }
    Filmstrip run = Filmstrip.record(task, (observation, action) -> action[0] = 1, 1, 5);
    List<BufferedImage> stored = Filmstrip.of(task, states).frames(2, SMALL);
    assertThat(pixels(stored.get(1))).isEqualTo(pixels(run.frames(2, SMALL).get(1)));
  }

  @Test
  @EnabledIf(value = "canDraw", disabledReason = "missing device: libOSMesa")
  void aGifLastsAsLongAsWhatItShows() throws IOException {
    Filmstrip film = Filmstrip.record(task, Filmstrip.Actions.random(3), 50, 1);
    Path file = folder.resolve("film.gif");
    film.gif(file, SMALL);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(Files.newInputStream(file))) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(50 / film.stride() + 1);
      assertThat(reader.getWidth(0)).isEqualTo(64);
    } finally {
      reader.dispose();
    }
  }

  @Test
  @EnabledIf(value = "canDraw", disabledReason = "missing device: libOSMesa")
  void aPngHoldsItsFramesInRows() throws IOException {
    Filmstrip film = Filmstrip.record(task, Filmstrip.Actions.random(3), 50, 1);
    Path file = folder.resolve("film.png");
    film.png(file, 6, 3, SMALL);
    BufferedImage sheet = ImageIO.read(file.toFile());
    assertThat(sheet.getWidth()).isEqualTo(3 * 64);
    assertThat(sheet.getHeight()).isEqualTo(2 * 48);
  }

  @Test
  void aFilmOfNothingIsRefused() {
    assertThatThrownBy(() -> Filmstrip.of(task, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a film has 0 states, must have at least 1");
    assertThatThrownBy(() -> Filmstrip.record(task, Filmstrip.Actions.idle(), -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("steps is -1, must not be negative");
  }
}
