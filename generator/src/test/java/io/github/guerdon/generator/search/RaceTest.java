package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.ScriptedDesigner;
import io.github.guerdon.generator.report.RaceResult;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.Racing;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.generator.search.TrainingRoom.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches in which candidates race; the tests' room says where each stands at a rung. */
final class RaceTest {

  private static final int FRESH_STEPS = 4 * 3 * 1_000;

  @TempDir private Path folder;

  private final Fakes.Room room = new Fakes.Room();
  private final List<SearchEvent> events = new ArrayList<>();
  private final List<Past> seen = new ArrayList<>();

  private SearchResult run(Racing racing, int generations, List<List<String>> texts)
      throws Exception {
    SearchSettings settings =
        Fakes.settings().withRacing(racing).withGenerations(generations).withCandidates(5);
    try (RunDirectory run =
        RunDirectory.create(folder.resolve("run"), Fakes.record(settings, Caps.none()))) {
      return Search.run(
          new Laboratory(
              Fakes.task(),
              Fakes.spy(c -> seen.addAll(c.earlier()), new ScriptedDesigner(texts)),
              Fakes::review,
              room,
              run,
              events::add,
              new Cancellation(),
              () -> 0));
    }
  }

  @Test
  void clearlyWorseOnesStopAtTheirRungAndTheSameWinnerIsFound() throws Exception {
    List<List<String>> texts =
        List.of(
            List.of(
                "score 0.9", "score 0.8 rung 0.9", "score 0.7 rung 0.9", "score 0.1", "score 0.2"),
            List.of("score 0.95"));
    SearchResult result = run(Racing.SAVE, 2, texts);

    assertThat(result.winner()).map(Measured::id).contains("g1c0");
    RaceResult race = result.race().orElseThrow();
    assertThat(race.stopped()).isEqualTo(2);
    // Of two equals at the rung of the first two seeds one goes, another after three more seeds.
    assertThat(race.finalists()).isEqualTo(2);
    assertThat(race.saved()).isEqualTo(2 * 750 + 2 * 500 + 2 * 5 * 500);
    assertThat(race.audits()).isZero();
    // Six candidates, three finalists twice, two of them three times more, and what is measured.
    assertThat(result.steps()).isEqualTo(6_000 + 12_000 + FRESH_STEPS - race.saved());
    assertThat(result.trainings()).isEqualTo(6 + 12 + 12);
    assertThat(events)
        .contains(
            new SearchEvent.CandidateOutraced(
                "g0c3", 250, 1_000, "held 0.1000 ± 0.0022, g0c1 had 0.9000 ± 0.0022 there"));
    assertThat(result.generations().get(0).executionRate()).isEqualTo(1);
  }

  @Test
  void whoStopsHasNoScoreAndItsDesignerIsToldWhy() throws Exception {
    run(
        Racing.SAVE,
        2,
        List.of(List.of("score 0.9", "score 0.8", "score 0.1"), List.of("score 0.95")));
    assertThat(seen.stream().filter(p -> p.id().equals("g0c2")).findFirst())
        .hasValueSatisfying(
            past -> {
              assertThat(past.outcome()).isEqualTo("OUTRACED");
              assertThat(past.scored()).isFalse();
              assertThat(past.feedback())
                  .startsWith("Stopped after 250 of 1000 training steps")
                  .contains("held 0.1000 ± 0.0022, g0c1 had 0.8000 ± 0.0022 there");
            });
    assertThat(folder.resolve("run/candidates/g0c2/analysis.txt")).exists();
    assertThat(folder.resolve("run/candidates/g0c2/analysis.json")).doesNotExist();
    assertThat(Files.readString(folder.resolve("run/summary.md")))
        .contains("stopped at step 250 of 1000 | –", "1 stopped by the race", "Racing stopped 1");
  }

  @Test
  void aDecisionInTenIsAuditedAndWhoWasWronglyCondemnedCounts() throws Exception {
    SearchResult result =
        run(
            Racing.SAVE,
            2,
            List.of(
                List.of("score 0.8", "score 0.7", "score 0.1", "score 0.11", "score 0.99 rung 0.1"),
                List.of("score 0.3 rung 0.12", "score 0.75")));
    RaceResult race = result.race().orElseThrow();
    assertThat(race.audits()).isEqualTo(1);
    assertThat(race.right()).as("the third decision was against the best of all").isZero();
    assertThat(race.stopped()).isEqualTo(3);
    assertThat(result.generations().get(0).id()).contains("g0c4");
    assertThat(race.sentence()).contains("0 of 1 audited decision(s) were right");
  }

  @Test
  void finalistsRaceUntilOneIsLeft() throws Exception {
    SearchResult result =
        run(
            Racing.SAVE,
            1,
            List.of(
                List.of("score 0.9 rung 0.5", "score 0.8 rung 0.5045", "score 0.7 rung 0.509")));
    // One seed does not tell them apart, two and five do: the search's best is outraced first.
    assertThat(result.winner()).map(Measured::id).contains("g0c2");
    RaceResult race = result.race().orElseThrow();
    assertThat(race.finalists()).isEqualTo(2);
    assertThat(race.saved()).isEqualTo((2 + 5 + 5) * 500);
  }

  @Test
  void whatIsSavedPaysForMoreGenerations() throws Exception {
    List<List<String>> texts = new ArrayList<>();
    texts.add(List.of("score 0.9", "score 0.8", "score 0.1", "score 0.1 b", "score 0.1 c"));
    for (int g = 1; g < 6; g++) {
      texts.add(
          List.of(
              "score 0.1 d" + g,
              "score 0.1 e" + g,
              "score 0.1 f" + g,
              "score 0.1 g" + g,
              "score 0.1 h" + g));
    }
    SearchResult result = run(Racing.SPEND, 2, texts);
    long planned = (2 * 5 + 12) * 1_000 + FRESH_STEPS;
    assertThat(result.generations()).hasSize(3);
    assertThat(result.steps()).isLessThanOrEqualTo(planned);
  }

  @Test
  void nothingPausesWithoutRacing() throws Exception {
    SearchResult result =
        run(Racing.OFF, 1, List.of(List.of("score 0.9", "score 0.8", "score 0.1")));
    assertThat(result.race()).isEmpty();
    assertThat(room.trained).allMatch(order -> order.until() == order.settings().steps());
    assertThat(room.trained.stream().map(Order::id)).doesNotHaveDuplicates();
  }
}
