package io.github.guerdon.reward.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RewardProgramTest {

  private static final SlotTable TABLE =
      new SlotTable(
          List.of(
              new Handle(
                  Kind.BODY,
                  "torso",
                  List.of(
                      new Handle.Reading(Quantity.POSITION, Slot.of(Source.BODY_POSITION, 1))))),
          List.of(List.of(0)));

  @Test
  void programSurvivesThePipe() throws IOException {
    RewardProgram program =
        new RewardProgram(
            "Reward", new byte[] {1, 2, 3}, TABLE, List.of("forward", "effort"), true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    program.write(new DataOutputStream(bytes));

    RewardProgram read =
        RewardProgram.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(read.className()).isEqualTo("Reward");
    assertThat(read.classFile()).containsExactly(1, 2, 3);
    assertThat(read.table()).isEqualTo(TABLE);
    assertThat(read.terms()).containsExactly("forward", "effort");
    assertThat(read.readsStart()).isTrue();
  }

  @Test
  void classLongerThanAllowedIsRefused() {
    byte[] tooLong = new byte[RewardProgram.MAX_CLASS_BYTES + 1];
    assertThatThrownBy(() -> new RewardProgram("Reward", tooLong, TABLE, List.of("a"), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("262144");
  }

  @Test
  void groupOfAnUnknownHandleIsRefused() {
    assertThatThrownBy(() -> new SlotTable(TABLE.handles(), List.of(List.of(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("handle 1");
  }

  @Test
  void bytesThatAreNoClassAreRefused() {
    ExpressionProgram program = new ExpressionProgram("X", new byte[] {1}, TABLE, 1);
    assertThatThrownBy(program::load)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SlotExpressions");
  }
}
