package io.github.guerdon.reward.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.reward.Vector3;
import io.github.guerdon.reward.slot.Handle.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SlotStateTest {

  private static final Slot QPOS = new Slot(Source.QPOS, 0, 0, 3);
  private static final Slot TORSO = Slot.of(Source.BODY_POSITION, 1);
  private static final Slot HIP = new Slot(Source.QPOS, 2, 0, 1);
  private static final SlotTable TABLE =
      new SlotTable(
          List.of(
              new Handle(Kind.WORLD, "world", List.of(new Reading(Quantity.QPOS, QPOS))),
              new Handle(Kind.BODY, "torso", List.of(new Reading(Quantity.POSITION, TORSO))),
              new Handle(Kind.JOINT, "hip", List.of(new Reading(Quantity.POSITION, HIP))),
              new Handle(
                  Kind.CONTACT,
                  "foot|floor",
                  List.of(new Reading(Quantity.VALUE, new Slot(Source.TOUCHING, 3, 0, 1)))),
              new Handle(Kind.SLICE, "qpos[2:]", List.of(new Reading(Quantity.VALUE, HIP)))),
          List.of(List.of(2, 2)));
  private static final SlotLayout LAYOUT = TABLE.layout();

  private static SlotState state(double[] row) {
    SlotState state = new SlotState(TABLE, LAYOUT, 0.02);
    state.bind(row, row.length - LAYOUT.width());
    return state;
  }

  @Test
  void sharedSlotsStandOnceInTheRow() {
    assertThat(LAYOUT.width()).isEqualTo(3 + 3 + 1 + 1);
  }

  @Test
  void namesAndHandleNumbersReadTheSameNumbers() {
    SlotState state = state(new double[] {99, 99, 1, 2, 3, 4, 5, 6, 7, 1});
    assertThat(state.body("torso").position()).isEqualTo(new Vector3(4, 5, 6));
    assertThat(state.frame(1).position()).isEqualTo(new Vector3(4, 5, 6));
    assertThat(state.joint("hip").position()).isEqualTo(7.0).isEqualTo(state.scalar(2).position());
    assertThat(state.touching("foot", "floor")).isTrue().isEqualTo(state.touching(3));
    assertThat(state.scalars(0).size()).isEqualTo(2);
    assertThat(state.qpos(2)).isEqualTo(3.0);
  }

  @Test
  void indexBeyondQposIsRefused() {
    SlotState state = state(new double[LAYOUT.width()]);
    assertThatThrownBy(() -> state.qpos(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> state.qpos(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void quantityThatTheTableLacksIsRefused() {
    SlotState state = state(new double[LAYOUT.width()]);
    assertThatThrownBy(() -> state.frame(1).velocity())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("torso")
        .hasMessageContaining("VELOCITY");
  }

  @Test
  void withinIsFalseForNaNAndAtItsBounds() {
    double[] row = new double[LAYOUT.width()];
    row[6] = 1.0;
    assertThat(state(row).within("qpos[2:]", 0.0, 2.0)).isTrue();
    assertThat(state(row).within("qpos[2:]", 1.0, 2.0)).isFalse();
    row[6] = Double.NaN;
    assertThat(state(row).within(4, -1e9, 1e9)).isFalse();
    row[6] = Double.POSITIVE_INFINITY;
    assertThat(state(row).within(4, 0, Double.POSITIVE_INFINITY)).isFalse();
  }

  @Test
  void layoutProjectsIntoALargerOne() {
    SlotLayout larger =
        SlotLayout.of(List.of(HIP, TORSO, QPOS, new Slot(Source.TOUCHING, 3, 0, 1)));
    assertThat(LAYOUT.indicesIn(larger)).containsExactly(4, 5, 6, 1, 2, 3, 0, 7);
  }
}
