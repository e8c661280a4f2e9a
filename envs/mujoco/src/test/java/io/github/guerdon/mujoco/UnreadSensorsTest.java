package io.github.guerdon.mujoco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnreadSensorsTest {

  private static final String MJCF =
      """
      <mujoco>
        <worldbody>
          <geom type="plane" size="1 1 1"/>
          <body pos="0 0 0.3">
            <joint name="turn" axis="0 1 0"/>
            <geom type="capsule" fromto="0 0 0 0.3 0 0" size="0.02"/>
            <site name="down" pos="0.1 0 -0.05" zaxis="0 0 -1"/>
          </body>
        </worldbody>
        <sensor>
          <jointpos joint="turn"/>
          <rangefinder site="down"/>
          <accelerometer site="down" %s/>
          <jointvel joint="turn"/>
        </sensor>
      </mujoco>
      """;

  private static final int ALL = 6;

  /** Returns sensordata and the state after some steps; without operations nothing is left out. */
  private static List<Double> play(String more, int leftOut, GatherOp... read) {
    List<Double> seen = new ArrayList<>();
    try (Model model = Model.parse(MJCF.formatted(more))) {
      GatherProgram all =
          GatherProgram.compile(model, List.of(GatherOp.slice(GatherKind.SENSOR, 0, ALL)));
      if (read.length > 0) {
        assertThat(UnreadSensors.leaveOut(model, List.of(read))).isEqualTo(leftOut);
      }
      try (Batch batch = Batch.create(model, new BatchSettings(1, 1, true))) {
        assertThat(batch.step(40, Stage.ACCELERATION)).isZero();
        DoubleBuffer out =
            ByteBuffer.allocateDirect(ALL * Double.BYTES)
                .order(ByteOrder.nativeOrder())
                .asDoubleBuffer();
        assertThat(batch.gather(all, out)).isZero();
        for (int i = 0; i < ALL; i++) {
          seen.add(out.get(i));
        }
        for (double value : batch.state(0)) {
          seen.add(value);
        }
      }
    }
    return seen;
  }

  @Test
  void sensorsThatAreReadAndTheStateStayAsTheyAre() {
    List<Double> whole = play("", 0);
    assertThat(whole.subList(0, ALL)).doesNotContain(0.0);
    List<Double> sliced =
        play(
            "",
            2,
            GatherOp.slice(GatherKind.SENSOR, 3, 2),
            GatherOp.field(DataField.SENSORDATA, 5, 1));
    assertThat(sliced.subList(2, sliced.size())).isEqualTo(whole.subList(2, whole.size()));
    assertThat(sliced.subList(0, 2)).containsExactly(0.0, 0.0);
  }

  @Test
  void otherReadingsAndAnEmptySliceReadNoSensor() {
    List<Double> none =
        play(
            "",
            4,
            GatherOp.slice(GatherKind.QPOS, 0, 1),
            GatherOp.field(DataField.QVEL, 0, 1),
            GatherOp.slice(GatherKind.SENSOR, 1, 0));
    assertThat(none.subList(0, ALL)).containsOnly(0.0);
  }

  @Test
  void modelWithADelayedSensorIsLeftAlone() {
    String delayed = "delay=\"0.01\" nsample=\"10\"";
    assertThat(play(delayed, 0, GatherOp.slice(GatherKind.QPOS, 0, 1))).isEqualTo(play(delayed, 0));
  }
}
