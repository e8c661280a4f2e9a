package io.github.guerdon.mujoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjBatch;
import io.github.guerdon.mujoco.bindings.mjData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchTest {

  private static final int[] ALL_OF_FOUR = {0, 1, 2, 3};

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void batchStepsAsSingleWorldsDo(boolean persistent) {
    try (Model model = TestModels.hopper();
        Batch batch = Batch.create(model, new BatchSettings(4, 2, persistent))) {
      mjData[] data = new mjData[4];
      for (int world : ALL_OF_FOUR) {
        data[world] = MuJoCo.mj_makeData(model.raw());
        MuJoCo.mj_setState(
            model.raw(), data[world], batch.state(world), MuJoCo.mjSTATE_INTEGRATION);
      }
      SplittableRandom random = new SplittableRandom(1);
      for (int step = 0; step < 200; step++) {
        TestModels.drive(batch, random, 1);
        for (int world : ALL_OF_FOUR) {
          double[] ctrl = component(batch, world, StateComponent.CTRL);
          data[world].ctrl().put(ctrl);
          for (int substep = 0; substep < 4; substep++) {
            MuJoCo.mj_step(model.raw(), data[world]);
          }
        }
        assertThat(batch.step(4, Stage.NONE)).isZero();
      }
      for (int world : ALL_OF_FOUR) {
        double[] expected = new double[batch.stateSize()];
        MuJoCo.mj_getState(model.raw(), data[world], expected, MuJoCo.mjSTATE_INTEGRATION);
        assertThat(batch.state(world)).isEqualTo(expected);
        MuJoCo.mj_deleteData(data[world]);
      }
    }
  }

  @Test
  void numberOfThreadsChangesNoBit() {
    double[][] one = rollout(1);
    double[][] two = rollout(2);
    assertThat(two).isDeepEqualTo(one);
    assertThat(one[0]).isNotEqualTo(one[1]);
  }

  private static double[][] rollout(int threads) {
    try (Model model = TestModels.hopper();
        Batch batch = Batch.create(model, new BatchSettings(4, threads, true))) {
      SplittableRandom random = new SplittableRandom(2);
      for (int step = 0; step < 300; step++) {
        TestModels.drive(batch, random, 1);
        assertThat(batch.step(4, Stage.VELOCITY)).isZero();
      }
      return new double[][] {batch.state(0), batch.state(1), batch.state(2), batch.state(3)};
    }
  }

  @Test
  void componentsLieWhereMujocoSays() {
    try (Model model = TestModels.hopper();
        Batch batch = Batch.create(model, new BatchSettings(2, 1, true));
        IntPointer size = new IntPointer(1)) {
      DoublePointer first = MuJoCo.mjb_state(batch.raw());
      for (StateComponent component : StateComponent.values()) {
        DoublePointer start = MuJoCo.mjb_stateComponent(batch.raw(), component.bit(), size);
        assertThat(batch.size(component))
            .as(component.name())
            .isEqualTo(start == null ? 0 : size.get());
        if (batch.size(component) > 0) {
          assertThat(first.address() + 8L * batch.offset(component)).isEqualTo(start.address());
        }
      }
      assertThat(batch.size(StateComponent.MOCAP_POS)).isEqualTo(3);
    }
  }

  @Test
  void storedStateContinuesAsTheOriginal() {
    try (Model model = TestModels.hopper();
        Batch batch = Batch.create(model, new BatchSettings(2, 2, true))) {
      SplittableRandom random = new SplittableRandom(3);
      TestModels.drive(batch, random, 1);
      batch.step(500, Stage.NONE);
      batch.setState(1, batch.state(0));
      batch.step(100, Stage.NONE);
      assertThat(batch.state(1)).isEqualTo(batch.state(0));
      assertThatThrownBy(() -> batch.setState(0, new double[3]))
          .hasMessageContaining("state has 3 values");
    }
  }

  @Test
  void resetTouchesOnlyTheNamedWorlds() {
    try (Model model = TestModels.hopper();
        Batch batch = Batch.create(model, new BatchSettings(4, 2, true))) {
      batch.step(50, Stage.NONE);
      double[] other = batch.state(0);
      double[] qpos = {1, 0.2, 0.1, 0, 0, 0, 2, 0.3, 0.1, 0, 0, 0};
      double[] qvel = {1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0};
      assertThat(batch.reset(new int[] {1, 3}, qpos, qvel, Stage.ACCELERATION)).isZero();
      assertThat(batch.state(0)).isEqualTo(other);
      assertThat(component(batch, 1, StateComponent.QPOS)).containsExactly(1, 0.2, 0.1, 0, 0, 0);
      assertThat(component(batch, 3, StateComponent.QVEL)).containsExactly(2, 0, 0, 0, 0, 0);
      assertThat(component(batch, 1, StateComponent.TIME)).containsExactly(0);
      assertThatThrownBy(() -> batch.reset(new int[] {4}, Stage.NONE))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> batch.reset(new int[] {3, 1}, Stage.NONE))
          .hasMessage("world 1 follows world 3; worlds must be unique and in ascending order");
      assertThatThrownBy(() -> batch.reset(new int[] {0, 1}, new double[6], qvel, Stage.NONE))
          .hasMessage("qpos has 6 values, must have 2 rows of 6");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, 1e12})
  void blownUpWorldIsCountedAndNotSilentlyReset(double bad) {
    try (Model model = TestModels.hopper();
        Batch batch = Batch.create(model, new BatchSettings(3, 2, true))) {
      batch.step(10, Stage.NONE);
      batch.states().put(batch.stateSize() + batch.offset(StateComponent.QVEL), bad);
      batch.step(4, Stage.NONE);
      assertThat(batch.blownUp(0)).isFalse();
      assertThat(batch.blownUp(1)).isTrue();
      assertThat(batch.warnings(1, WarningType.BAD_QVEL)).isPositive();
      assertThat(component(batch, 1, StateComponent.TIME)[0]).isGreaterThan(0.02);
      batch.reset(new int[] {1}, Stage.NONE);
      assertThat(batch.blownUp(1)).isFalse();
      assertThat(batch.step(1, Stage.NONE)).isZero();
      assertThat(batch.blownUp(1)).isFalse();
    }
  }

  @Test
  void errorOfAWorldIsItsStatusAndTheProcessLives() {
    String cramped = TestModels.HOPPER.replace("<worldbody>", "<size memory=\"4K\"/><worldbody>");
    try (Model model = Model.parse(cramped);
        Batch batch = Batch.create(model, new BatchSettings(2, 2, true))) {
      assertThat(batch.step(600, Stage.NONE)).isEqualTo(2);
      assertThat(batch.status(1)).isNotZero();
      assertThat(batch.error(1)).hasValueSatisfying(text -> assertThat(text).contains("memory"));
    }
  }

  @Test
  void errorOfTheCallerBecomesAnException() {
    Natives.begin();
    MuJoCo.mju_error("first");
    MuJoCo.mju_error("second");
    assertThatThrownBy(Natives::check)
        .isInstanceOf(MujocoException.class)
        .hasMessageContaining("first");
    Natives.check();
    MuJoCo.mju_warning("only a warning");
    Natives.check();
    assertThat(Files.exists(Path.of("MUJOCO_LOG.TXT"))).isFalse();
  }

  @Test
  void closedBatchRefusesToBeUsedAndClosesAgain() {
    try (Model model = TestModels.hopper()) {
      Batch batch = Batch.create(model, new BatchSettings(1, 1, true));
      batch.close();
      batch.close();
      assertThatThrownBy(() -> batch.step(1, Stage.NONE)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> batch.state(0)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> batch.status(0)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(batch::states).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void batchOutlivesItsModel() {
    Model model = TestModels.hopper();
    try (Batch batch = Batch.create(model, new BatchSettings(1, 1, true))) {
      model.close();
      mjBatch raw = batch.raw();
      assertThat(MuJoCo.mjb_nsim(raw)).isEqualTo(1);
      assertThat(batch.step(10, Stage.NONE)).isZero();
    }
  }

  @Test
  void repeatedOpeningAndClosingKeepsNoNativeMemory() {
    openAndClose(20);
    long before = outsideTheHeap();
    openAndClose(200);
    // A kept batch is 11 MB, so 200 are over 2 GB; the JVM's own code and a shrinking heap can look
    // like 130 MB.
    assertThat(outsideTheHeap() - before).isLessThan(400L << 20);
  }

  /** Returns resident bytes that are not the Java heap, which grows as it likes. */
  private static long outsideTheHeap() {
    return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
  }

  private static void openAndClose(int times) {
    for (int i = 0; i < times; i++) {
      try (Model model = TestModels.hopper();
          Batch batch = Batch.create(model, new BatchSettings(64, 2, true))) {
        assertThat(batch.step(2, Stage.NONE)).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void sizesBelowOneAreRefused(int size) {
    assertThatThrownBy(() -> new BatchSettings(size, 1, true))
        .hasMessage("worlds is " + size + ", must be at least 1");
    assertThatThrownBy(() -> new BatchSettings(1, size, true))
        .hasMessage("threads is " + size + ", must be at least 1");
  }

  private static double[] component(Batch batch, int world, StateComponent component) {
    double[] values = new double[batch.size(component)];
    System.arraycopy(batch.state(world), batch.offset(component), values, 0, values.length);
    return values;
  }
}
