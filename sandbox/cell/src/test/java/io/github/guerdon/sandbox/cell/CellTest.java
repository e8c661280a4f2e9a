package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.reward.slot.RewardProgram;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a well-behaved candidate gets and gives. */
final class CellTest {

  private static final double EXACT = 0.0;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static CellLauncher launcher;

  @BeforeAll
  static void open() {
    launcher = CellLauncher.open(CellSettings.defaults());
  }

  @AfterAll
  static void close() {
    launcher.close();
  }

  @Test
  void everyWorldSeesItsOwnRows() throws CellFailure {
    double[] terms =
        evaluate(
            3,
            "terms.add(0, before.frame(0).position().z() + after.frame(0).position().x());",
            "terms.add(1, after.scalar(1).velocity());");
    int z = 2;
    int x = 0;
    int velocity = 3 + 4 + 3 + 1;
    for (int world = 0; world < 3; world++) {
      assertThat(terms[2 * world]).isEqualTo(1000 + 100 * world + z + 2000 + 100 * world + x);
      assertThat(terms[2 * world + 1]).isEqualTo(2000 + 100 * world + velocity);
    }
  }

  @Test
  void controlsPreviousControlsAndRangesArrive() throws CellFailure {
    double[] terms =
        evaluate(
            2,
            "terms.add(0, action.get(1) + 0.5 * action.previous(0));",
            "terms.add(1, action.normalised(0) + action.of(\"knee\") + before.dt());");
    assertThat(terms[2]).isEqualTo(4101 + 0.5 * 5100);
    assertThat(terms[3]).isCloseTo(4100 / 2.0 + 4101 + 0.02, within(1e-9));
  }

  @Test
  void theStartStateArrivesIfItIsRead() throws CellFailure {
    double[] terms = evaluate(2, "terms.add(0, after.start().time());");
    int time = 3 + 4 + 3 + 1 + 1;
    assertThat(terms[2]).isEqualTo(3100 + time);
  }

  @Test
  void aProjectionPicksTheProgramsSlotsOutOfLargerRows() throws CellFailure {
    RewardProgram program = Candidates.body("terms.add(0, after.frame(0).position().x());");
    int width = program.table().layout().width();
    int[] projection = new int[width];
    for (int i = 0; i < width; i++) {
      projection[i] = 2 * i + 5;
    }
    int rowWidth = 2 * width + 5;
    double[] rows = Candidates.rows(2, rowWidth, 7000);
    try (Cell cell = launcher.start(program, Candidates.SPEC)) {
      Frame frame = Frame.of(program, Candidates.SPEC);
      frame.fill(
          2,
          rows,
          rows,
          new double[0],
          rowWidth,
          projection,
          new double[4],
          new double[4],
          new boolean[2]);
      cell.evaluate(2, frame);
      assertThat(frame.terms()[2]).isEqualTo(7105);
    }
  }

  @Test
  void potentialShapingGetsTheDiscountAndTheTerminalFlag() throws CellFailure {
    double[] terms = evaluate(2, "terms.add(0, Shape.potential(3, 10));");
    assertThat(terms[0]).as("discount 0.5").isEqualTo(0.5 * 10 - 3, within(EXACT));
    assertThat(terms[2]).as("terminal").isEqualTo(-3, within(EXACT));
  }

  @Test
  void repeatedTermsAddUpAndAbsentOnesAreZeroInEachStep() throws CellFailure {
    try (Cell cell = start("terms.add(1, 2); terms.add(1, 3);")) {
      for (int step = 0; step < 3; step++) {
        assertThat(evaluate(cell, 2)).startsWith(0, 5, 0, 5);
      }
    }
  }

  @Test
  void fuelIsFilledUpForEachWorld() throws CellFailure {
    try (Cell cell = start("for (int i = 0; i < 15000; i++) Fuel.spend();", "terms.add(0, 1);")) {
      assertThat(evaluate(cell, 64)).startsWith(1, 0, 1, 0);
    }
  }

  @Test
  void nanAndInfinityPassThroughAsValues() throws CellFailure {
    double[] terms =
        evaluate(1, "terms.add(0, 0.0 / 0.0);", "terms.add(1, 1 / (action.get(0) - 4000));");
    assertThat(terms[0]).isNaN();
    assertThat(terms[1]).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void framesOfAllSizesMayFollowEachOther() throws CellFailure {
    try (Cell cell = start("terms.add(0, after.frame(0).position().y());")) {
      for (int worlds : new int[] {64, 1, 17, 64, 2}) {
        double[] terms = evaluate(cell, worlds);
        assertThat(terms[2 * (worlds - 1)]).isEqualTo(2000 + 100 * (worlds - 1) + 1);
      }
    }
  }

  @Test
  void framesLargerThanAPipeArriveWhole() throws CellFailure {
    CellSpec spec = new CellSpec(List.of(), List.of(), List.of(), 0.02, 0.99, 4000);
    RewardProgram program = Candidates.body("terms.add(0, before.frame(0).position().x());");
    int width = program.table().layout().width();
    double[] rows = Candidates.rows(4000, width, 0);
    try (Cell cell = launcher.start(program, spec)) {
      int[] projection = program.table().layout().indicesIn(program.table().layout());
      cell.frame()
          .fill(
              4000,
              rows,
              rows,
              rows,
              width,
              projection,
              new double[0],
              new double[0],
              new boolean[4000]);
      cell.evaluate(4000, cell.frame());
      assertThat(cell.frame().terms()[2 * 3999]).isEqualTo(399_900);
    }
  }

  @Test
  void stepsThatShareAFrameAreToldOneAfterTheOther() throws CellFailure {
    try (Cell cell = start("terms.add(0, after.start().time() + action.get(0));")) {
      double[] alone = evaluate(cell, 3).clone();
      cell.frame().clear();
      new Step(2).add(cell.frame());
      new Step(3).add(cell.frame());
      cell.evaluate(5, cell.frame());
      assertThat(Arrays.copyOfRange(cell.frame().terms(), 4, 10))
          .isEqualTo(Arrays.copyOf(alone, 6));
      assertThat(Arrays.copyOf(cell.frame().terms(), 4)).isEqualTo(Arrays.copyOf(alone, 4));
    }
  }

  @Test
  void aFrameMayBeFilledAgainWhileItsAnswerIsOnItsWay() throws CellFailure {
    try (Cell cell = start("terms.add(0, after.frame(0).position().y());")) {
      Frame frame = cell.frame();
      new Step(3).fill(frame);
      cell.ask(3, frame);
      new Step(1).fill(frame);
      cell.await(frame);
      assertThat(frame.terms()[4]).isEqualTo(2201);
    }
  }

  @Test
  void moreWorldsThanTheSpecSaysAreRefused() throws CellFailure {
    try (Cell cell = start("terms.add(0, 1);")) {
      new Step(60).fill(cell.frame());
      assertThat(cell.frame().room()).isEqualTo(4);
      assertThatThrownBy(() -> new Step(5).add(cell.frame()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("worlds is 5; it must be in [1, 4]");
    }
  }

  @Test
  void whatACandidatePrintsGoesNowhere() throws CellFailure {
    try (Cell cell = start("System.out.println(\"noise\"); terms.add(0, 1);")) {
      assertThat(evaluate(cell, 4)).startsWith(1, 0, 1, 0);
      assertThat(evaluate(cell, 4)).startsWith(1, 0, 1, 0);
    }
  }

  @Test
  void theCellProvesItsLimitsAndClaimsNoMore() throws CellFailure {
    try (Cell cell = start("terms.add(0, 1);")) {
      assertThat(cell.limits())
          .contains(
              "dies with parent",
              "no new privileges",
              "empty environment",
              "memory 196 MiB, cpu 43200 s, 64 files",
              "no file can be written");
      assertThat(cell.sandboxLevel()).isEqualTo(launcher.sandboxLevel());
    }
  }

  @Test
  void aFrameMustBeFilledForThisCell() throws CellFailure {
    try (Cell cell = start("terms.add(0, 1);")) {
      assertThatThrownBy(() -> cell.evaluate(1, cell.frame()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("worlds is 1, but the frame is filled with 0");
      Frame other = Frame.of(Candidates.body("before.start();"), Candidates.SPEC);
      assertThatThrownBy(() -> cell.evaluate(1, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("this cell's is");
    }
  }

  @Test
  void framesThatWouldBeTooLongAreRefusedBeforeAnythingStarts() {
    CellSpec spec = new CellSpec(List.of(), List.of(), List.of(), 0.02, 0.99, 1_000_000);
    assertThatThrownBy(() -> launcher.start(Candidates.body(""), spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use fewer worlds");
  }

  private static double[] evaluate(int worlds, String... body) throws CellFailure {
    try (Cell cell = start(body)) {
      return evaluate(cell, worlds).clone();
    }
  }

  private static double[] evaluate(Cell cell, int worlds) throws CellFailure {
    Candidates.fill(cell.frame(), worlds);
    cell.evaluate(worlds, cell.frame());
    return cell.frame().terms();
  }

  private static Cell start(String... body) throws CellFailure {
    return launcher.start(Candidates.body(body), Candidates.SPEC);
  }
}
