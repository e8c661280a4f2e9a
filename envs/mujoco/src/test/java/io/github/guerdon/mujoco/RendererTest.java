package io.github.guerdon.mujoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RendererTest {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  /** A red cart on a rail, a camera, and a mocap ball in blue. */
  private static final String CARTPOLE =
      """
      <mujoco>
        <worldbody>
          <light pos="0 0 4"/>
          <camera name="side" pos="0 -4 1" xyaxes="1 0 0 0 0 1"/>
          <geom type="capsule" fromto="-2 0 1 2 0 1" size="0.02" rgba="0.3 0.3 0.3 1"/>
          <body name="goal" mocap="true" pos="0 0 1.8">
            <geom type="sphere" size="0.1" rgba="0 0 1 1" contype="0" conaffinity="0"/>
          </body>
          <body name="cart" pos="0 0 1">
            <joint name="slider" type="slide" axis="1 0 0" range="-1.8 1.8" limited="true"/>
            <geom type="box" size="0.2 0.1 0.1" mass="1" rgba="1 0 0 1"/>
            <body>
              <joint name="hinge" type="hinge" axis="0 1 0"/>
              <geom type="capsule" fromto="0 0 0 0 0 -0.6" size="0.03" rgba="0 1 0 1"/>
            </body>
          </body>
        </worldbody>
      </mujoco>
      """;

  static boolean canDraw() {
    try (Model model = Model.parse(CARTPOLE);
        Renderer renderer = Renderer.open(model, 1, 1)) {
      return renderer.render(new double[2], new double[2]).getWidth() == 1;
    } catch (MissingLibraryException e) {
      return false;
    }
  }

  private static Renderer open(Model model) {
    return Renderer.open(model, WIDTH, HEIGHT);
  }

  private static BufferedImage draw(Renderer renderer, double cart, double pole) {
    return renderer.render(new double[] {cart, pole}, new double[2]);
  }

  /** Returns the mean column of all pixels of mostly one colour: shift 16 is red, 0 is blue. */
  private static double column(BufferedImage image, int shift) {
    int[] places =
        IntStream.range(0, WIDTH * HEIGHT)
            .filter(i -> mostly(image.getRGB(i % WIDTH, i / WIDTH), shift))
            .map(i -> i % WIDTH)
            .toArray();
    assertThat(places).hasSizeGreaterThan(10);
    return IntStream.of(places).average().orElseThrow();
  }

  private static boolean mostly(int colour, int shift) {
    int all = (colour >> 16 & 0xff) + (colour >> 8 & 0xff) + (colour & 0xff);
    return (colour >> shift & 0xff) > 60 && (colour >> shift & 0xff) > 0.5 * all;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
  }

  @NeedsOsmesa
  void movingTheCartMovesItsPixels() {
    try (Model model = Model.parse(CARTPOLE);
        Renderer renderer = open(model)) {
      double left = column(draw(renderer, -1, 0), 16);
      double middle = column(draw(renderer, 0, 0), 16);
      double right = column(draw(renderer, 1, 0), 16);
      assertThat(middle).isBetween(WIDTH / 2 - 3.0, WIDTH / 2 + 3.0);
      assertThat(middle - left).isGreaterThan(15);
      assertThat(right - middle).isCloseTo(middle - left, within(2.0));
    }
  }

  @NeedsOsmesa
  void pictureStandsUpright() {
    try (Model model = Model.parse(CARTPOLE);
        Renderer renderer = open(model)) {
      BufferedImage image = draw(renderer, 0, 0);
      double[] rows =
          IntStream.of(16, 0)
              .mapToDouble(
                  shift ->
                      IntStream.range(0, WIDTH * HEIGHT)
                          .filter(i -> mostly(image.getRGB(i % WIDTH, i / WIDTH), shift))
                          .map(i -> i / WIDTH)
                          .average()
                          .orElseThrow())
              .toArray();
      // The blue ball floats above the red cart; row 0 is the top one.
      assertThat(rows[1]).isLessThan(rows[0]);
    }
  }

  @NeedsOsmesa
  void pictureDependsOnTheStateAlone() {
    try (Model model = Model.parse(CARTPOLE);
        Renderer renderer = open(model)) {
      int[] first = pixels(draw(renderer, 0.5, 1));
      assertThat(pixels(draw(renderer, -1, 2))).isNotEqualTo(first);
      assertThat(pixels(draw(renderer, 0.5, 1))).isEqualTo(first);
    }
  }

  @NeedsOsmesa
  void fullStateLooksAsItsPositionsDo() {
    try (Model model = Model.parse(CARTPOLE);
        Batch batch = Batch.create(model, new BatchSettings(1, 1, true));
        Renderer renderer = open(model)) {
      batch.reset(new int[] {0}, new double[] {0.7, 0.4}, new double[] {1, 2}, Stage.NONE);
      assertThat(pixels(renderer.render(batch.state(0))))
          .isEqualTo(pixels(draw(renderer, 0.7, 0.4)));
    }
  }

  @NeedsOsmesa
  void mocapBodiesAreWhereTheStateHasThem() {
    try (Model model = Model.parse(CARTPOLE);
        Renderer renderer = open(model)) {
      double[] none = new double[2];
      double home = column(renderer.render(none, none), 0);
      double[] moved = {1, 0, 1.8};
      double away = column(renderer.render(none, none, moved, new double[] {1, 0, 0, 0}), 0);
      assertThat(away - home).isGreaterThan(15);
      assertThat(column(renderer.render(none, none), 0)).isEqualTo(home);
    }
  }

  @NeedsOsmesa
  void modelsCameraGivesAnotherPicture() {
    try (Model model = Model.parse(CARTPOLE);
        Renderer free = open(model);
        Renderer side = Renderer.open(model, WIDTH, HEIGHT, "side")) {
      assertThat(Renderer.cameras(model)).containsExactly("side");
      assertThat(pixels(draw(side, 0, 0))).isNotEqualTo(pixels(draw(free, 0, 0)));
      assertThat(column(draw(side, 1, 0), 16)).isGreaterThan(column(draw(side, 0, 0), 16));
    }
  }

  @NeedsOsmesa
  void freeCameraGoesAlongWithABodyThatRoams() {
    String red =
        TestModels.HOPPER
            .replace("<geom name=\"torso\"", "<geom name=\"torso\" rgba=\"1 0 0 1\"")
            .replace(
                "<worldbody>",
                "<worldbody><light pos=\"0 0 4\" dir=\"0 0 -1\" directional=\"true\"/>");
    try (Model model = Model.parse(red);
        Renderer renderer = open(model)) {
      double[] far = model.qpos0();
      far[0] += 10;
      double[] rest = new double[model.nv()];
      double home = column(renderer.render(model.qpos0(), rest), 16);
      assertThat(column(renderer.render(far, rest), 16)).isCloseTo(home, within(1.0));
    }
  }

  @NeedsOsmesa
  void modelMayBeClosedAndRendererClosedTwice() {
    Renderer renderer;
    try (Model model = Model.parse(CARTPOLE)) {
      renderer = open(model);
    }
    assertThat(column(draw(renderer, 0, 0), 16)).isPositive();
    renderer.close();
    renderer.close();
    assertThatThrownBy(() -> draw(renderer, 0, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @NeedsOsmesa
  void stateOfAnotherModelIsRefused() {
    try (Model model = Model.parse(CARTPOLE);
        Renderer renderer = open(model)) {
      assertThatThrownBy(() -> renderer.render(new double[3], new double[2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("qpos has 3 numbers, the model's has 2");
      assertThatThrownBy(() -> renderer.render(new double[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("full state has 1 numbers");
    }
  }

  @Test
  void unknownCameraIsRefusedWithTheKnownOnes() {
    try (Model model = Model.parse(CARTPOLE)) {
      assertThatThrownBy(() -> Renderer.open(model, WIDTH, HEIGHT, "front"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the model has no camera 'front'; it has [side]");
    }
  }

  @Test
  void sizeOutOfBoundsIsRefused() {
    try (Model model = Model.parse(CARTPOLE)) {
      assertThatThrownBy(() -> Renderer.open(model, 0, HEIGHT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("width is 0 pixels, must be 1 to 4096");
    }
  }

  @Test
  void missingLibraryIsToldWithItsPackage() {
    try (Model model = Model.parse(CARTPOLE)) {
      assertThatThrownBy(
              () ->
                  Renderer.open(
                      model, WIDTH, HEIGHT, OptionalInt.empty(), List.of("libNoSuchMesa.so.8")))
          .isInstanceOf(MissingLibraryException.class)
          .hasMessageContaining("libNoSuchMesa.so.8")
          .hasMessageContaining("install the system package libosmesa6");
    }
  }

  @NeedsOsmesa
  void modelThatAsksForHugeBuffersIsDrawn() {
    String greedy =
        """
        <visual>
          <global offwidth="100000" offheight="100000"/>
          <quality offsamples="64" shadowsize="100000" numslices="30000" numstacks="30000"
                     numquads="30000"/>
        </visual>
        <worldbody>
        """;
    try (Model model = Model.parse(CARTPOLE.replace("<worldbody>", greedy));
        Renderer renderer = open(model)) {
      assertThat(column(draw(renderer, 1, 0), 16)).isGreaterThan(column(draw(renderer, 0, 0), 16));
    }
  }

  @NeedsOsmesa
  void statesThatHaveBlownUpAreDrawn() {
    try (Model model = Model.parse(CARTPOLE);
        Renderer renderer = open(model)) {
      assertThat(draw(renderer, Double.NaN, Double.NaN).getWidth()).isEqualTo(WIDTH);
      assertThat(draw(renderer, 1e300, -1e300).getHeight()).isEqualTo(HEIGHT);
      assertThat(column(draw(renderer, 0, 0), 16)).isPositive();
    }
  }
}
