package io.github.guerdon.mujoco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjContact;
import io.github.guerdon.mujoco.bindings.mjData;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.DoublePointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the native gather with values that are read from a world's data one by one. */
final class GatherTest {

  private static final int WORLDS = 3;
  private static final int TORSO = 2;
  private static final int FOOT = 5;
  private static final int FLOOR_GEOM = 0;
  private static final int FOOT_GEOM = 4;

  private Model model;
  private Batch batch;
  private mjData data;

  @BeforeEach
  void open() {
    model = TestModels.hopper();
    batch = Batch.create(model, new BatchSettings(WORLDS, 2, true));
    data = MuJoCo.mj_makeData(model.raw());
  }

  @AfterEach
  void close() {
    MuJoCo.mj_deleteData(data);
    batch.close();
    model.close();
  }

  /**
   * Lets the hoppers fall and stand on the floor, then takes world 1's data as MuJoCo holds them.
   */
  private void land(Stage stage) {
    assertThat(batch.step(150, Stage.NONE)).isZero();
    SplittableRandom random = new SplittableRandom(4);
    for (int step = 0; step < 3; step++) {
      TestModels.drive(batch, random, 0.02);
      assertThat(batch.step(4, stage)).isZero();
    }
    MuJoCo.mjb_getData(batch.raw(), 1, data);
  }

  private double[] gather(int world, GatherOp... ops) {
    GatherProgram program = GatherProgram.compile(model, List.of(ops));
    DoubleBuffer out = TestModels.direct(WORLDS * program.width());
    assertThat(batch.gather(program, out)).isZero();
    double[] row = new double[program.width()];
    out.get(world * program.width(), row);
    return row;
  }

  private static double[] slice(DoublePointer values, int start, int count) {
    double[] copy = new double[count];
    values.getPointer((long) start).get(copy);
    return copy;
  }

  private double[] velocity(int type, int id, boolean linear) {
    double[] both = new double[6];
    MuJoCo.mj_objectVelocity(model.raw(), data, type, id, both, 0);
    return linear
        ? new double[] {both[3], both[4], both[5]}
        : new double[] {both[0], both[1], both[2]};
  }

  @Test
  void valuesEqualTheWorldsOwn() {
    land(Stage.ACCELERATION);
    assertThat(gather(1, GatherOp.of(GatherKind.TIME))).containsExactly(data.time());
    assertThat(gather(1, GatherOp.slice(GatherKind.QPOS, 1, 5)))
        .isEqualTo(slice(data.qpos(), 1, 5));
    assertThat(gather(1, GatherOp.slice(GatherKind.QVEL, 0, 6)))
        .isEqualTo(slice(data.qvel(), 0, 6));
    assertThat(gather(1, GatherOp.slice(GatherKind.CTRL, 1, 2)))
        .isEqualTo(slice(data.ctrl(), 1, 2));
    assertThat(gather(1, GatherOp.of(GatherKind.BODY_POSITION, FOOT)))
        .isEqualTo(slice(data.xpos(), 3 * FOOT, 3));
    assertThat(gather(1, GatherOp.of(GatherKind.BODY_ORIENTATION, FOOT)))
        .isEqualTo(slice(data.xquat(), 4 * FOOT, 4));
    assertThat(gather(1, GatherOp.of(GatherKind.BODY_VELOCITY, FOOT)))
        .isEqualTo(velocity(MuJoCo.mjOBJ_XBODY, FOOT, true));
    assertThat(gather(1, GatherOp.of(GatherKind.BODY_ANGULAR_VELOCITY, FOOT)))
        .isEqualTo(velocity(MuJoCo.mjOBJ_XBODY, FOOT, false));
    assertThat(gather(1, GatherOp.of(GatherKind.SITE_POSITION, 1)))
        .isEqualTo(slice(data.site_xpos(), 3, 3));
    assertThat(gather(1, GatherOp.of(GatherKind.SITE_VELOCITY, 0)))
        .isEqualTo(velocity(MuJoCo.mjOBJ_SITE, 0, true));
    assertThat(gather(1, GatherOp.of(GatherKind.SITE_ANGULAR_VELOCITY, 0)))
        .isEqualTo(velocity(MuJoCo.mjOBJ_SITE, 0, false));
    assertThat(gather(1, GatherOp.of(GatherKind.GEOM_POSITION, 3)))
        .isEqualTo(slice(data.geom_xpos(), 9, 3));
    assertThat(gather(1, GatherOp.of(GatherKind.GEOM_VELOCITY, 3)))
        .isEqualTo(velocity(MuJoCo.mjOBJ_GEOM, 3, true));
    assertThat(gather(1, GatherOp.of(GatherKind.GEOM_ANGULAR_VELOCITY, 3)))
        .isEqualTo(velocity(MuJoCo.mjOBJ_GEOM, 3, false));
    assertThat(gather(1, GatherOp.slice(GatherKind.SENSOR, 0, 7)))
        .isEqualTo(slice(data.sensordata(), 0, 7));
    assertThat(gather(1, GatherOp.of(GatherKind.ACTUATOR_FORCE, 2)))
        .isEqualTo(slice(data.actuator_force(), 2, 1));
    assertThat(gather(1, GatherOp.of(GatherKind.ACTUATOR_LENGTH, 2)))
        .isEqualTo(slice(data.actuator_length(), 2, 1));
    assertThat(gather(1, GatherOp.of(GatherKind.ACTUATOR_VELOCITY, 0)))
        .isEqualTo(slice(data.actuator_velocity(), 0, 1));
    assertThat(gather(1, GatherOp.of(GatherKind.TENDON_LENGTH, 0)))
        .isEqualTo(slice(data.ten_length(), 0, 1));
    assertThat(gather(1, GatherOp.of(GatherKind.TENDON_VELOCITY, 0)))
        .isEqualTo(slice(data.ten_velocity(), 0, 1));
    assertThat(gather(1, GatherOp.of(GatherKind.CENTER_OF_MASS)))
        .isEqualTo(slice(data.subtree_com(), 0, 3));
    assertThat(gather(1, GatherOp.of(GatherKind.WARNINGS))).containsExactly(0);
  }

  @Tag("defect-05")
  @Test
  void fieldsEqualTheWorldsOwn() {
    land(Stage.ACCELERATION);
    MuJoCo.mj_rnePostConstraint(model.raw(), data);
    MuJoCo.mj_subtreeVel(model.raw(), data);
    DoublePointer[] fields = {
      data.qpos(),
      data.qvel(),
      data.act(),
      data.ctrl(),
      data.xpos(),
      data.xquat(),
      data.cvel(),
      data.cinert(),
      data.qfrc_actuator(),
      data.qfrc_constraint(),
      data.cfrc_ext(),
      data.sensordata(),
      data.site_xpos(),
      data.geom_xpos(),
      data.subtree_com(),
      data.qacc(),
      data.qfrc_applied(),
      data.xfrc_applied(),
      data.mocap_pos(),
      data.mocap_quat(),
      data.act_dot(),
      data.userdata(),
      data.qacc_warmstart(),
      data.xmat(),
      data.xipos(),
      data.ximat(),
      data.xanchor(),
      data.xaxis(),
      data.geom_xmat(),
      data.site_xmat(),
      data.cam_xpos(),
      data.cam_xmat(),
      data.light_xpos(),
      data.light_xdir(),
      data.cdof(),
      data.crb(),
      data.ten_length(),
      data.actuator_length(),
      data.ten_velocity(),
      data.actuator_velocity(),
      data.cdof_dot(),
      data.qfrc_bias(),
      data.qfrc_spring(),
      data.qfrc_damper(),
      data.qfrc_gravcomp(),
      data.qfrc_fluid(),
      data.qfrc_passive(),
      data.subtree_linvel(),
      data.subtree_angmom(),
      data.actuator_force(),
      data.qfrc_smooth(),
      data.qacc_smooth(),
      data.cacc(),
      data.cfrc_int()
    };
    assertThat(fields).hasSameSizeAs(DataField.values());
    for (DataField field : DataField.values()) {
      int size = field.size(model);
      double[] expected = size == 0 ? new double[0] : slice(fields[field.code()], 0, size);
      assertThat(gather(1, GatherOp.field(field, 0, size))).as(field.name()).isEqualTo(expected);
    }
    assertThat(slice(data.cfrc_ext(), 6 * FOOT, 6))
        .as("the foot feels the floor")
        .isNotEqualTo(new double[6]);
  }

  @Test
  void orientationsTurnAsTheMatricesDo() {
    land(Stage.POSITION);
    assertQuaternion(
        gather(1, GatherOp.of(GatherKind.SITE_ORIENTATION, 0)), slice(data.site_xmat(), 0, 9));
    assertQuaternion(
        gather(1, GatherOp.of(GatherKind.GEOM_ORIENTATION, FOOT_GEOM)),
        slice(data.geom_xmat(), 9 * FOOT_GEOM, 9));
  }

  private static void assertQuaternion(double[] quaternion, double[] matrix) {
    double[] turned = new double[9];
    MuJoCo.mju_quat2Mat(turned, quaternion);
    assertThat(turned).containsExactly(matrix, within(1e-12));
  }

  @Test
  void contactForceIsTheNormOfTheSumOverAllContacts() {
    land(Stage.ACCELERATION);
    assertThat(contactForce(FOOT_GEOM)).isGreaterThan(1);
    for (int geom = 0; geom < model.count(ObjectType.GEOM); geom++) {
      assertThat(gather(1, GatherOp.of(GatherKind.GEOM_CONTACT_FORCE, geom))[0])
          .isCloseTo(contactForce(geom), within(1e-9));
    }
  }

  /** Adds up the forces of world 1's contacts in the plainest way. */
  private double contactForce(int geom) {
    double[] sum = new double[3];
    for (int i = 0; i < data.ncon(); i++) {
      mjContact contact = data.contact().getPointer(i);
      if (contact.geom(0) != geom && contact.geom(1) != geom) {
        continue;
      }
      double[] force = new double[6];
      MuJoCo.mj_contactForce(model.raw(), data, i, force);
      int sign = contact.geom(1) == geom ? 1 : -1;
      for (int axis = 0; axis < 3; axis++) {
        for (int row = 0; row < 3; row++) {
          sum[axis] += sign * contact.frame(3 * row + axis) * force[row];
        }
      }
    }
    return Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
  }

  @Test
  void contactFlagsTellWhoTouches() {
    assertThat(gather(0, GatherOp.of(GatherKind.GEOM_IN_CONTACT, FOOT_GEOM))).containsExactly(0);
    land(Stage.POSITION);
    assertThat(
            gather(
                1,
                GatherOp.touching(FLOOR_GEOM, FOOT_GEOM),
                GatherOp.touching(FOOT_GEOM, FLOOR_GEOM)))
        .containsExactly(1, 1);
    assertThat(gather(1, GatherOp.touching(FLOOR_GEOM, 1))).containsExactly(0);
    assertThat(gather(1, GatherOp.of(GatherKind.GEOM_IN_CONTACT, FOOT_GEOM))).containsExactly(1);
    assertThat(gather(1, GatherOp.of(GatherKind.GEOM_IN_CONTACT, 1))).containsExactly(0);
  }

  @Test
  void velocitiesAreTheSlopesOfPositions() {
    GatherOp[] positions = {
      GatherOp.of(GatherKind.BODY_POSITION, FOOT), GatherOp.of(GatherKind.SITE_POSITION, 0),
      GatherOp.of(GatherKind.GEOM_POSITION, FOOT_GEOM), GatherOp.of(GatherKind.TENDON_LENGTH, 0)
    };
    GatherOp[] velocities = {
      GatherOp.of(GatherKind.BODY_VELOCITY, FOOT), GatherOp.of(GatherKind.SITE_VELOCITY, 0),
      GatherOp.of(GatherKind.GEOM_VELOCITY, FOOT_GEOM), GatherOp.of(GatherKind.TENDON_VELOCITY, 0)
    };
    // In free flight, so that no impact lies between the two ends.
    model.timestep(1e-5);
    batch.close();
    batch = Batch.create(model, new BatchSettings(WORLDS, 1, true));
    batch.reset(
        new int[] {1},
        new double[] {0, 1, 0.3, -0.5, -0.5, 0.2},
        new double[] {1, 2, 3, 4, 5, 6},
        Stage.VELOCITY);
    double[] before = gather(1, positions);
    double[] start = gather(1, velocities);
    batch.step(1, Stage.VELOCITY);
    double[] after = gather(1, positions);
    double[] end = gather(1, velocities);
    for (int i = 0; i < after.length; i++) {
      double slope = (after[i] - before[i]) / 1e-5;
      assertThat(slope).isCloseTo((start[i] + end[i]) / 2, within(1e-5));
    }
  }

  @Test
  void withoutAStageDerivedValuesAreOneSubstepBehind() {
    land(Stage.NONE);
    double[] old = gather(1, GatherOp.of(GatherKind.BODY_POSITION, TORSO));
    batch.forward(Stage.POSITION);
    double[] fresh = gather(1, GatherOp.of(GatherKind.BODY_POSITION, TORSO));
    assertThat(old).isNotEqualTo(fresh);
    assertThat(fresh[0]).isEqualTo(gather(1, GatherOp.slice(GatherKind.QPOS, 0, 1))[0]);
  }

  @Test
  void programsKnowTheStageThatTheyNeed() {
    assertThat(stage(GatherOp.slice(GatherKind.QPOS, 0, 6))).isEqualTo(Stage.NONE);
    assertThat(stage(GatherOp.touching(0, 1))).isEqualTo(Stage.POSITION);
    assertThat(stage(GatherOp.of(GatherKind.TIME), GatherOp.of(GatherKind.BODY_VELOCITY, 1)))
        .isEqualTo(Stage.VELOCITY);
    assertThat(stage(GatherOp.slice(GatherKind.SENSOR, 0, 3))).isEqualTo(Stage.POSITION);
    assertThat(stage(GatherOp.slice(GatherKind.SENSOR, 2, 2))).isEqualTo(Stage.VELOCITY);
    assertThat(stage(GatherOp.field(DataField.SENSORDATA, 6, 1))).isEqualTo(Stage.ACCELERATION);
    assertThat(stage(GatherOp.of(GatherKind.GEOM_CONTACT_FORCE, 1))).isEqualTo(Stage.ACCELERATION);
  }

  private Stage stage(GatherOp... ops) {
    return GatherProgram.compile(model, List.of(ops)).requiredStage();
  }

  @Test
  void rowsFollowTheOrderOfTheOperations() {
    land(Stage.VELOCITY);
    List<GatherOp> ops = new ArrayList<>();
    for (GatherKind kind : GatherKind.values()) {
      ops.add(kind.width() == 0 ? GatherOp.slice(kind, 0, 0) : GatherOp.of(kind, 0));
    }
    GatherProgram program = GatherProgram.compile(model, ops);
    DoubleBuffer out = TestModels.direct(WORLDS * program.width());
    batch.gather(program, out);
    for (int i = 0; i < ops.size(); i++) {
      double[] alone = gather(2, ops.get(i));
      double[] inRow = new double[alone.length];
      out.get(2 * program.width() + program.offset(i), inRow);
      assertThat(inRow).as(ops.get(i).toString()).isEqualTo(alone);
    }
  }

  @Test
  void gatherOfSomeWorldsLeavesTheOtherRows() {
    GatherProgram program =
        GatherProgram.compile(model, List.of(GatherOp.of(GatherKind.BODY_POSITION, TORSO)));
    DoubleBuffer out = TestModels.direct(WORLDS * 3);
    batch.forward(Stage.POSITION);
    batch.gather(program, new int[] {2}, out);
    double[] rows = new double[9];
    out.get(0, rows);
    assertThat(rows).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1.25);
  }

  @Test
  void blownUpWorldIsSeenInItsRow() {
    batch.states().put(batch.stateSize() + batch.offset(StateComponent.QPOS), Double.NaN);
    batch.step(1, Stage.NONE);
    assertThat(gather(1, GatherOp.of(GatherKind.WARNINGS))[0]).isPositive();
    assertThat(gather(0, GatherOp.of(GatherKind.WARNINGS))[0]).isZero();
  }

  @Test
  void whatTheModelDoesNotHaveIsRefused() {
    assertThatThrownBy(
            () -> GatherProgram.compile(model, List.of(GatherOp.of(GatherKind.BODY_POSITION, 6))))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("BODY_POSITION id is 6");
    assertThatThrownBy(
            () -> GatherProgram.compile(model, List.of(GatherOp.slice(GatherKind.QPOS, 4, 3))))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> GatherProgram.compile(model, List.of(GatherOp.touching(0, 9))))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () -> GatherProgram.compile(model, List.of(GatherOp.field(DataField.CINERT, 55, 6))))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new GatherOp(GatherKind.TIME, 0, 0, 2))
        .hasMessageContaining("must be its width 1");
  }

  @Test
  void outputsAndBatchesThatDoNotFitAreRefused() {
    GatherProgram program = GatherProgram.compile(model, List.of(GatherOp.of(GatherKind.TIME)));
    assertThatThrownBy(() -> batch.gather(program, TestModels.direct(2)))
        .hasMessage("output has 2 values, must have 3 rows of 1");
    assertThatThrownBy(() -> batch.gather(program, DoubleBuffer.allocate(3)))
        .hasMessageContaining("direct");
    assertThatThrownBy(() -> batch.gather(program, ByteBuffer.allocateDirect(24).asDoubleBuffer()))
        .hasMessageContaining("native byte order");
    try (Batch bare = Batch.create(model, new BatchSettings(1, 1, false));
        Model other = Model.parse("<mujoco/>");
        Batch another = Batch.create(other, new BatchSettings(1, 1, true))) {
      assertThatThrownBy(() -> bare.gather(program, TestModels.direct(1)))
          .hasMessageContaining("persistent");
      assertThatThrownBy(() -> another.gather(program, TestModels.direct(1)))
          .hasMessageContaining("another model");
    }
  }
}
