package io.github.guerdon.mujoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import org.bytedeco.javacpp.DoublePointer;
import org.junit.jupiter.api.Test;

final class ModelScaleTest {

  private static final String ACTUATED =
      """
      <mujoco>
        <worldbody>
          <body>
            <joint name="hinge" axis="0 1 0" damping="0.5" armature="0.1"/>
            <geom size="0.1" pos="0.2 0 0" mass="2"/>
            <site name="tip" pos="0.4 0 0"/>
          </body>
        </worldbody>
        <tendon><spatial name="cord"><site site="tip"/><site site="base"/></spatial></tendon>
        <actuator>
          <motor joint="hinge" gear="3"/>
          <position joint="hinge" kp="20" kv="2"/>
          <velocity joint="hinge" kv="7"/>
          <muscle joint="hinge" lengthrange="0.1 0.5" force="50"/>
          <muscle joint="hinge" lengthrange="0.1 0.5" scale="200"/>
          <damper joint="hinge" kv="4" ctrlrange="0 1"/>
          <intvelocity joint="hinge" kp="30" actrange="-1 1"/>
        </actuator>
      </mujoco>
      """
          .replace("<worldbody>", "<worldbody><site name=\"base\"/>");

  private static double[] row(DoublePointer values, int row, int width) {
    double[] all = new double[3];
    values.getPointer((long) row * width).get(all);
    return all;
  }

  private static double[] gain(Model model, int actuator) {
    return row(model.raw().actuator_gainprm(), actuator, MuJoCo.mjNGAIN);
  }

  private static double[] bias(Model model, int actuator) {
    return row(model.raw().actuator_biasprm(), actuator, MuJoCo.mjNBIAS);
  }

  @Test
  void massesAndInertiasAreScaledAndWhatDerivesFromThemFollows() {
    try (Model model = TestModels.hopper();
        Model heavy = TestModels.hopper()) {
      assertThat(ModelScale.bodyMass(heavy, 1.5)).isEqualTo(4);
      ModelScale.settle(heavy);
      for (int body = 0; body < model.count(ObjectType.BODY); body++) {
        assertThat(heavy.bodyMass(body)).isEqualTo(1.5 * model.bodyMass(body));
        assertThat(heavy.raw().body_subtreemass().get(body))
            .isCloseTo(1.5 * model.raw().body_subtreemass().get(body), within(1e-12));
        assertThat(heavy.raw().body_inertia().get(3L * body + 1))
            .isEqualTo(1.5 * model.raw().body_inertia().get(3L * body + 1));
      }
      assertThat(heavy.raw().dof_invweight0().get(0))
          .isLessThan(model.raw().dof_invweight0().get(0));
    }
  }

  @Test
  void settlingAnUntouchedModelMovesNoNumberOfItsPhysics() {
    try (Model model = TestModels.hopper();
        Model settled = TestModels.hopper()) {
      ModelScale.settle(settled);
      assertThat(walk(settled)).isEqualTo(walk(model));
    }
  }

  private static double[] walk(Model model) {
    try (Batch batch = Batch.create(model, new BatchSettings(1, 1, true))) {
      batch.step(200, Stage.NONE);
      return batch.state(0);
    }
  }

  @Test
  void eachFieldIsScaledAndNoOther() {
    try (Model model = TestModels.hopper();
        Model other = TestModels.hopper()) {
      assertThat(ModelScale.geomFriction(other, 0.5)).isEqualTo(15);
      assertThat(ModelScale.dofDamping(other, 2)).isEqualTo(3);
      assertThat(ModelScale.dofArmature(other, 3)).isEqualTo(3);
      assertThat(ModelScale.gravity(other, 1.25)).isEqualTo(1);
      assertThat(other.raw().geom_friction().get(0)).isEqualTo(1);
      assertThat(other.raw().geom_friction().get(1)).isEqualTo(0.05);
      assertThat(other.raw().dof_damping().get(3)).isEqualTo(2);
      assertThat(other.raw().dof_armature().get(3)).isEqualTo(3);
      assertThat(other.raw().opt().gravity(2)).isEqualTo(1.25 * -9.81);
      assertThat(other.bodyMass(2)).isEqualTo(model.bodyMass(2));
      assertThat(gain(other, 0)).isEqualTo(gain(model, 0));
    }
  }

  @Test
  void actuatorsKeepTheirKindAndGetAnotherStrength() {
    try (Model model = Model.parse(ACTUATED);
        Model strong = Model.parse(ACTUATED)) {
      assertThat(ModelScale.actuatorGain(strong, 2)).isEqualTo(7);
      ModelScale.settle(strong);
      assertThat(gain(strong, 0)).containsExactly(2, 0, 0);
      assertThat(gain(strong, 1)).containsExactly(40, 0, 0);
      assertThat(bias(strong, 1)).containsExactly(0, -40, -2);
      assertThat(gain(strong, 2)).containsExactly(14, 0, 0);
      assertThat(bias(strong, 2)).containsExactly(0, 0, -14);
      assertThat(gain(strong, 3)[2]).isEqualTo(100);
      assertThat(gain(strong, 4)[2]).isNegative().isEqualTo(gain(model, 4)[2]);
      assertThat(strong.raw().actuator_gainprm().get(4L * MuJoCo.mjNGAIN + 3)).isEqualTo(400);
      assertThat(gain(strong, 5)).containsExactly(0, 0, -8);
      assertThat(bias(strong, 6)).containsExactly(0, -60, 0);
    }
  }

  @Test
  void strengthOfMusclesDoesNotFollowTheMasses() {
    try (Model model = Model.parse(ACTUATED);
        Model heavy = Model.parse(ACTUATED)) {
      ModelScale.bodyMass(heavy, 2);
      ModelScale.settle(heavy);
      assertThat(heavy.raw().actuator_acc0().get(4)).isEqualTo(model.raw().actuator_acc0().get(4));
    }
  }

  @Test
  void modelWithoutSomethingCountsNone() {
    try (Model model = Model.parse("<mujoco><option gravity='0 0 0'/></mujoco>")) {
      assertThat(ModelScale.bodyMass(model, 1)).isZero();
      assertThat(ModelScale.geomFriction(model, 1)).isZero();
      assertThat(ModelScale.dofDamping(model, 1)).isZero();
      assertThat(ModelScale.dofArmature(model, 1)).isZero();
      assertThat(ModelScale.actuatorGain(model, 1)).isZero();
      assertThat(ModelScale.gravity(model, 1)).isZero();
      ModelScale.settle(model);
    }
  }

  @Test
  void factorMustBePositiveAndFinite() {
    try (Model model = TestModels.hopper()) {
      for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThatThrownBy(() -> ModelScale.gravity(model, factor))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("factor is " + factor);
      }
      assertThat(model.raw().opt().gravity(2)).isEqualTo(-9.81);
    }
  }
}
