package io.github.guerdon.mujoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelTest {

  @Test
  void unknownElementIsReportedWithItsLine() {
    assertThatThrownBy(() -> Model.parse("<mujoco>\n<worldbody>\n<bodyy/>\n</worldbody></mujoco>"))
        .isInstanceOf(MujocoException.class)
        .hasMessageContaining("unrecognized element")
        .hasMessageContaining("'bodyy', line 3");
  }

  @Test
  void modelThatDoesNotCompileIsReportedWithElementAndLine() {
    assertThatThrownBy(
            () ->
                Model.parse(
                    "<mujoco><worldbody>\n<body name='x'><joint/></body></worldbody></mujoco>"))
        .isInstanceOf(MujocoException.class)
        .hasMessageContaining("mass and inertia")
        .hasMessageContaining("name 'x'")
        .hasMessageContaining("line 2");
  }

  @Test
  void missingFileIsReportedByPath(@TempDir Path folder) {
    Path missing = folder.resolve("no such model.xml");
    assertThatThrownBy(() -> Model.load(missing))
        .isInstanceOf(MujocoException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void brokenFileIsReportedByPathAndLine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bröken.xml"), "<mujoco>\n<worldbodyy/></mujoco>");
    assertThatThrownBy(() -> Model.load(file))
        .isInstanceOf(MujocoException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("line 2");
  }

  @Test
  void fileAndTextGiveTheSameModel(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a hopper.xml"), TestModels.HOPPER);
    try (Model loaded = Model.load(file);
        Model parsed = Model.parse(TestModels.HOPPER)) {
      assertThat(loaded.nq()).isEqualTo(parsed.nq()).isEqualTo(6);
      assertThat(loaded.qpos0()).isEqualTo(parsed.qpos0());
    }
  }

  @Test
  void sizesAndNamesAreThoseOfTheFile() {
    try (Model model = TestModels.hopper()) {
      assertThat(model.nv()).isEqualTo(6);
      assertThat(model.nu()).isEqualTo(3);
      assertThat(model.na()).isZero();
      assertThat(model.nmocap()).isEqualTo(1);
      assertThat(model.nsensordata()).isEqualTo(7);
      assertThat(model.timestep()).isEqualTo(0.002);
      assertThat(model.count(ObjectType.BODY)).isEqualTo(6);
      assertThat(model.count(ObjectType.KEYFRAME)).isEqualTo(1);
      int foot = model.id(ObjectType.BODY, "foot").orElseThrow();
      assertThat(model.name(ObjectType.BODY, foot)).contains("foot");
      assertThat(model.id(ObjectType.BODY, "foto")).isEmpty();
      assertThat(model.name(ObjectType.ACTUATOR, 1)).isEmpty();
      assertThat(model.bodyMass(foot)).isPositive();
      assertThat(model.bodyMocap(1)).hasValue(0);
      assertThat(model.bodyMocap(foot)).isEmpty();
      assertThat(model.bodyParent(foot)).isEqualTo(foot - 1);
      assertThat(model.geomBody(model.id(ObjectType.GEOM, "foot").orElseThrow())).isEqualTo(foot);
      assertThat(model.siteBody(model.id(ObjectType.SITE, "sole").orElseThrow())).isEqualTo(foot);
      assertThat(model.numeric("weights")).hasValue(new double[] {1, 2.5});
      assertThat(model.numeric("nothing")).isEmpty();
      assertThat(model.keyframeQpos(0)).containsExactly(0, 0.1, 0, -0.1, -0.2, 0.1);
      assertThat(model.keyframeQvel(0)).containsOnly(0).hasSize(6);
      assertThat(model.keyframeCtrl(0)).containsExactly(0.1, 0.2, 0.3);
    }
  }

  @Test
  void jointsActuatorsAndSensorsAreDescribed() {
    try (Model model = TestModels.hopper()) {
      JointInfo thigh = model.joint(3);
      assertThat(thigh.type()).isEqualTo(JointType.HINGE);
      assertThat(thigh.qposAddress()).isEqualTo(3);
      assertThat(thigh.dofAddress()).isEqualTo(3);
      assertThat(thigh.limited()).isTrue();
      assertThat(thigh.lower()).isEqualTo(Math.toRadians(-150));
      assertThat(model.joint(0).type()).isEqualTo(JointType.SLIDE);
      assertThat(model.actuator(0))
          .isEqualTo(new ActuatorInfo(Transmission.JOINT, 3, 0, 1, true, -1, 1));
      assertThat(model.actuator(2).transmission().target()).contains(ObjectType.TENDON);
      assertThat(model.actuator(2).limited()).isFalse();
      assertThat(model.sensor(0).stage()).isEqualTo(Stage.POSITION);
      assertThat(model.sensor(1).address()).isEqualTo(3);
      assertThat(model.sensor(2).stage()).isEqualTo(Stage.ACCELERATION);
    }
  }

  @Test
  void idOutOfRangeIsRefusedByNumber() {
    try (Model model = TestModels.hopper()) {
      assertThatThrownBy(() -> model.joint(6))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("JOINT id is 6, the model has ids 0 to 5");
    }
  }

  @Test
  void closedModelRefusesToBeUsedAndClosesAgain() {
    Model model = TestModels.hopper();
    model.close();
    model.close();
    assertThatThrownBy(model::nq).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Batch.create(model, new BatchSettings(1, 1, true)))
        .isInstanceOf(IllegalStateException.class);
  }
}
