package io.github.guerdon.generator.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.generator.design.Birth;
import io.github.guerdon.generator.design.Briefs;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.ScriptedDesigner;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.design.offline.OfflineDesigner;
import io.github.guerdon.generator.evolve.StrategyName;
import io.github.guerdon.generator.report.Assessment;
import io.github.guerdon.generator.report.Comparison;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.report.SearchResult.GenerationBest;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.generator.search.TrainingRoom.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SearchTest {

  @TempDir private Path folder;

  private final Fakes.Room room = new Fakes.Room();
  private final List<SearchEvent> events = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();

  @Test
  void winnerIsTheBestOfAllGenerationsMeasuredOnFreshSeeds() throws Exception {
    SearchResult result =
        run(
            new ScriptedDesigner(
                List.of(
                    List.of("score 0.2", "score 0.6"),
                    List.of("score 0.9", "score 0.1"),
                    List.of("score 0.3", "score 0.4"))));
    Measured winner = result.winner().orElseThrow();
    assertThat(winner.id()).isEqualTo("g1c0");
    assertThat(winner.source()).isEqualTo("score 0.9");
    Fresh fresh = winner.fresh().orElseThrow();
    assertThat(fresh.seeds()).isEqualTo(3);
    assertThat(fresh.mean()).isCloseTo(0.9, within(0.03));
    assertThat(fresh.low()).isLessThanOrEqualTo(fresh.mean());
    assertThat(fresh.high()).isGreaterThanOrEqualTo(fresh.mean());
    assertThat(fresh.mean()).isNotEqualTo(winner.search().value());
    assertThat(result.firstGuess()).map(Measured::id).contains("g0c1");
    assertThat(result.baselines()).containsOnlyKeys("official", "sparse");
    assertThat(result.baselines().get("official").mean()).isCloseTo(0.8, within(0.03));
    assertThat(result.generations())
        .extracting(b -> b.id().orElse(""))
        .containsExactly("g0c1", "g1c0", "g2c1");
    Assessment assessment = result.assessment().orElseThrow();
    assertThat(assessment.random()).isEqualTo(Fakes.RANDOM);
    assertThat(assessment.against()).containsOnlyKeys("official", "sparse");
    assertThat(assessment.against().get("official").standing())
        .isEqualTo(Comparison.Standing.ABOVE);
    assertThat(assessment.humanNormalised().getAsDouble()).isCloseTo(0.85 / 0.75, within(0.05));
    assertThat(Files.readString(folder.resolve("run/summary.md")))
        .contains("| random policy | 0.05000 |", "- The winner is above official:");
    assertThat(result.reason()).isEqualTo(ExitReason.COMPLETED);
    assertThat(result.trainings()).isEqualTo(room.trained.size()).isEqualTo(6 + 12 + 4 * 3);
    assertThat(result.steps()).isEqualTo(30_000);
  }

  @Test
  void finalistThatFailsOnALaterSeedIsNotChosen() throws Exception {
    long later = Seeds.derive(Fakes.settings().seed(), "selection", 3);
    SearchResult result =
        run(
            new ScriptedDesigner(
                List.of(List.of("score 0.9 slump " + later, "score 0.85", "score 0.2"))));
    assertThat(result.winner()).map(Measured::id).contains("g0c1");
    assertThat(events)
        .filteredOn(SearchEvent.FinalsStarted.class::isInstance)
        .containsExactly(
            new SearchEvent.FinalsStarted(List.of("g0c0", "g0c1", "g0c2"), 2),
            new SearchEvent.FinalsStarted(List.of("g0c0", "g0c1"), 3));
    assertThat(events)
        .filteredOn(SearchEvent.FinalistScored.class::isInstance)
        .extracting(e -> ((SearchEvent.FinalistScored) e).seeds())
        .containsExactly(2, 2, 2, 5, 5);
  }

  @Test
  void freshSeedsChoseNothingAndGenerationsShareTheirs() throws Exception {
    run(new ScriptedDesigner(List.of(List.of("score 0.2", "score 0.6"), List.of("score 0.9"))));
    Map<Boolean, Set<Long>> seeds = Map.of(true, new HashSet<>(), false, new HashSet<>());
    for (Order order : room.trained.subList(0, 4)) {
      seeds.get(true).add(order.seed());
    }
    List<Order> last = room.trained.subList(room.trained.size() - 9, room.trained.size());
    for (Order order : last) {
      seeds.get(false).add(order.seed());
    }
    assertThat(room.trained.get(0).seed()).isEqualTo(room.trained.get(1).seed());
    assertThat(room.trained.get(0).seed()).isNotEqualTo(room.trained.get(2).seed());
    assertThat(seeds.get(false)).hasSize(3).doesNotContainAnyElementsOf(seeds.get(true));
    assertThat(new HashSet<>(room.trained.stream().map(Order::id).toList()))
        .hasSameSizeAs(room.trained);
  }

  @Test
  void negativeScoresAreScoresAndFailuresAreNone() throws Exception {
    SearchResult result =
        run(new ScriptedDesigner(List.of(List.of("diverge", "score -5", "refuse it", "constant"))));
    assertThat(result.winner().orElseThrow().id()).isEqualTo("g0c1");
    assertThat(result.generations().get(0).executionRate()).isEqualTo(0.25);
    assertThat(events).filteredOn(SearchEvent.CandidateFailed.class::isInstance).hasSize(1);
    assertThat(events)
        .filteredOn(SearchEvent.CandidateRefused.class::isInstance)
        .extracting(e -> ((SearchEvent.CandidateRefused) e).outcome())
        .contains("COMPILE_ERROR", "PROBE_CONSTANT");
  }

  @Tag("defect-04")
  @Test
  void everythingStaysWithItsIdWhenTheMiddleOneIsRefused() throws Exception {
    List<DesignContext> contexts = new ArrayList<>();
    Designer designer =
        Fakes.spy(
            contexts::add,
            new ScriptedDesigner(List.of(List.of("score 1", "refuse this", "score 3"))));
    run(designer);
    DesignContext second = contexts.get(1);
    assertThat(second.earlier())
        .extracting(p -> p.proposal().text())
        .containsExactly("score 1", "refuse this", "score 3");
    assertThat(second.earlier().get(1).feedback()).contains("line 3, col 7 [NAME] no body 'torzo'");
    assertThat(second.earlier().get(0).feedback()).contains("fitness (held): 1.0");
    assertThat(second.earlier().get(2).feedback()).contains("fitness (held): 3.0");
    Path candidates = folder.resolve("run/candidates");
    assertThat(candidates.resolve("g0c0/Reward.java")).hasContent("score 1");
    assertThat(candidates.resolve("g0c1/Reward.java")).hasContent("refuse this");
    assertThat(candidates.resolve("g0c2/Reward.java")).hasContent("score 3");
    assertThat(Files.readString(candidates.resolve("g0c1/verdict.json"))).contains("torzo");
    assertThat(candidates.resolve("g0c1/analysis.json")).doesNotExist();
    assertThat(Files.readString(candidates.resolve("g0c2/analysis.txt"))).contains("3.0");
  }

  @Tag("defect-11")
  @Test
  void championOfAllGenerationsStaysTheFirstParent() throws Exception {
    List<DesignContext> contexts = new ArrayList<>();
    run(
        Fakes.spy(
            contexts::add,
            new ScriptedDesigner(
                List.of(List.of("score 5", "score 1"), List.of("score 2", "score 3")))));
    assertThat(contexts.get(2).parents())
        .extracting(p -> p.proposal().text())
        .startsWith("score 5", "score 3", "score 2");
  }

  @ParameterizedTest
  @EnumSource
  void eachStrategySearchesToTheEndAndTheSameAgain(StrategyName strategy) throws Exception {
    SearchSettings settings = Fakes.settings().withStrategy(strategy);
    SearchResult one = run("one", new OfflineDesigner(), room, settings, Caps.none());
    SearchResult two = run("two", new OfflineDesigner(), new Fakes.Room(), settings, Caps.none());
    assertThat(one.reason()).isEqualTo(ExitReason.COMPLETED);
    assertThat(two).isEqualTo(one);
    assertThat(Files.readString(folder.resolve("one/run.json"))).contains(strategy.name());
    assertThat(Files.readString(folder.resolve("one/summary.md")))
        .contains("strategy `" + strategy.word() + "`");
    assertThat(
            new HashSet<>(
                room.trained.stream()
                    .map(o -> new String(o.program().classFile(), UTF_8))
                    .toList()))
        .as("distinct rewards")
        .hasSizeGreaterThan(10);
  }

  @Test
  void controlSeesNothingOfWhatCameBefore() throws Exception {
    List<DesignContext> contexts = new ArrayList<>();
    run(
        "run",
        Fakes.spy(contexts::add, new ScriptedDesigner(List.of(List.of("score 1", "score 2")))),
        room,
        Fakes.settings().withStrategy(StrategyName.BEST_OF),
        Caps.none());
    assertThat(contexts.get(2).parents()).isEmpty();
    assertThat(contexts.get(2).spoken().earlier()).isEmpty();
    assertThat(contexts.get(2).births()).containsOnly(Birth.of(Birth.Kind.GUESS)).hasSize(4);
  }

  @Tag("defect-01")
  @Test
  void designerNeverSeesABaseline() throws Exception {
    List<DesignContext> contexts = new ArrayList<>();
    run(Fakes.spy(contexts::add, new OfflineDesigner()));
    assertThat(contexts).hasSize(3);
    for (DesignContext context : contexts) {
      assertThat(context.toString())
          .doesNotContain("official", "sparse", "human", "score 0.8", "hold]");
    }
  }

  @Test
  void sourceThatComesAgainIsNotTrainedAgain() throws Exception {
    run(new ScriptedDesigner(List.of(List.of("score 1", "score 1"))));
    // One training in all, no selection among one source, then the fresh seeds.
    assertThat(room.trained).hasSize(1 + 3 * 3);
  }

  @Test
  void duplicateTakesTheEarlierOutcomeAndIsNeverTrained() throws Exception {
    List<DesignContext> contexts = new ArrayList<>();
    SearchResult result =
        run(
            Fakes.spy(
                contexts::add,
                new ScriptedDesigner(
                    List.of(
                        List.of("score 1 // first", "score 1", "score 2 bank 3", "diverge"),
                        List.of("score 9 bank 6", "score 9 bank -6", "score 9 bank 3.1 constant"),
                        List.of("diverge", "score 3 bank 60")))));
    assertThat(room.trained)
        .filteredOn(o -> !text(o).contains("reward,"))
        .extracting(SearchTest::text)
        .contains("score 9 bank -6")
        .doesNotContain("score 1", "score 9 bank 6", "score 3 bank 60")
        .filteredOn("diverge"::equals)
        .hasSize(1);
    assertThat(events)
        .filteredOn(SearchEvent.CandidateTwin.class::isInstance)
        .containsExactly(
            new SearchEvent.CandidateTwin(
                "g0c1", "g0c0", "the same code but for comments, spacing and names"),
            new SearchEvent.CandidateTwin(
                "g1c0", "g0c2", "the same on 3 recorded states but for a factor of 2.00"),
            new SearchEvent.CandidateTwin(
                "g2c0", "g0c3", "the same code but for comments, spacing and names"),
            new SearchEvent.CandidateTwin(
                "g2c1", "g0c2", "the same on 3 recorded states but for a factor of 20.0"));
    assertThat(contexts.get(2).parents())
        .extracting(Past::id)
        .containsExactly("g1c1", "g0c2", "g0c0");
    assertThat(contexts.get(1).earlier().get(1).outcome()).isEqualTo("DUPLICATE");
    assertThat(contexts.get(1).earlier().get(1).feedback()).contains("It is g0c0 again");
    assertThat(result.generations().get(0).executionRate()).isEqualTo(0.75);
    assertThat(Files.readString(folder.resolve("run/summary.md")))
        .contains("| g1c0 | script of g0c2 | 0 | duplicate of g0c2 | as that |")
        .contains("4 duplicates not trained");
  }

  @Test
  void screenWithoutRecordedStatesAbstainsVisibly() throws Exception {
    SearchResult result = run(new ScriptedDesigner(List.of(List.of("score 1", "score 2 bank 1"))));
    assertThat(result.abstained()).containsExactly(Map.entry("g0c0", "no states were recorded"));
    assertThat(events)
        .contains(new SearchEvent.ScreenAbstained("g0c0", "duplicates", "no states were recorded"));
    assertThat(Files.readString(folder.resolve("run/summary.md")))
        .contains("The screen for duplicates said nothing of g0c0: no states were recorded.");
  }

  private static String text(Order order) {
    return new String(order.program().classFile(), UTF_8);
  }

  @Test
  void orderInWhichTrainingsEndChangesNothing() throws Exception {
    SearchResult forward = run(new OfflineDesigner());
    Fakes.Room other = new Fakes.Room();
    other.reversed = true;
    SearchResult backward =
        run("other", new OfflineDesigner(), other, Fakes.settings(), Caps.none());
    assertThat(backward).isEqualTo(forward);
  }

  @Test
  void renamedModelGetsTheSameWinnerRenamed() throws Exception {
    Measured winner = run(new OfflineDesigner()).winner().orElseThrow();
    Map<String, String> names = Map.of("hinge", "xyzzy", "slider", "abcdef", "cart", "qqqq");
    try (RunDirectory run =
        RunDirectory.create(
            folder.resolve("renamed"), Fakes.record(Fakes.settings(), Caps.none()))) {
      SearchTask task = Fakes.task(Briefs.pole(name -> names.getOrDefault(name, name)));
      Laboratory lab =
          new Laboratory(
              task,
              new OfflineDesigner(),
              Fakes::review,
              new Fakes.Room(),
              run,
              SearchListener.silent(),
              new Cancellation(),
              () -> 0);
      Measured renamed = Search.run(lab).winner().orElseThrow();
      assertThat(renamed.id()).isEqualTo(winner.id());
      assertThat(renamed.search()).isEqualTo(winner.search());
      assertThat(renamed.fresh()).isEqualTo(winner.fresh());
      assertThat(renamed.source()).contains("xyzzy").doesNotContain("hinge", "slider");
    }
  }

  @Test
  void searchWithoutAnySurvivorHasNoWinner() throws Exception {
    SearchResult result = run(new ScriptedDesigner(List.of(List.of("diverge", "refuse"))));
    assertThat(result.winner()).isEmpty();
    assertThat(result.baselines()).isEmpty();
    assertThat(result.reason()).isEqualTo(ExitReason.NO_VALID_CANDIDATE);
    assertThat(result.generations()).extracting(GenerationBest::id).allMatch(id -> id.isEmpty());
    assertThat(Files.readString(folder.resolve("run/summary.md")))
        .contains("DIVERGED: Term a was NaN at step 10")
        .contains("3 times: COMPILE_ERROR");
  }

  @Test
  void capCutsThePlanShortAndIsNamed() throws Exception {
    SearchResult result =
        run("run", new OfflineDesigner(), room, Fakes.settings(), Caps.none().withTrainings(17));
    assertThat(result.reason()).isEqualTo(ExitReason.TRAININGS_CAP);
    assertThat(result.trainings()).isLessThanOrEqualTo(17);
    assertThat(result.generations()).hasSize(1);
    assertThat(result.winner().orElseThrow().fresh()).isPresent();
  }

  @Test
  void stoppedSearchKeepsWhatItHasAndGoesOnFromThere() throws Exception {
    SearchResult whole =
        run("whole", new OfflineDesigner(), new Fakes.Room(), Fakes.settings(), Caps.none());
    room.afterTraining =
        () -> {
          if (room.trained.size() == 6) {
            cancellation.cancel();
          }
        };
    SearchResult stopped = run(new OfflineDesigner());
    assertThat(stopped.reason()).isEqualTo(ExitReason.CANCELLED);
    assertThat(stopped.generations()).hasSize(1);
    assertThat(stopped.winner()).isPresent();
    assertThat(stopped.winner().orElseThrow().fresh()).isEmpty();
    Fakes.Room second = new Fakes.Room();
    try (RunDirectory run = RunDirectory.resume(folder.resolve("run"))) {
      SearchResult resumed =
          Search.run(
              lab(run, new OfflineDesigner(), second, SearchListener.silent(), new Cancellation()));
      assertThat(resumed).isEqualTo(whole);
      assertThat(second.trained).hasSize(whole.trainings() - 8);
    }
  }

  @Test
  void trainingThatIsKilledFromOutsideIsRunAgain() throws Exception {
    SearchResult quiet = run(new OfflineDesigner());
    Fakes.Room restless = new Fakes.Room();
    restless.kills = 2;
    SearchResult disturbed =
        run("disturbed", new OfflineDesigner(), restless, Fakes.settings(), Caps.none());
    assertThat(disturbed).isEqualTo(quiet);
    assertThat(restless.trained).hasSize(3 * quiet.trainings());
  }

  @Test
  void trainingThatIsAlwaysKilledHasFailed() throws Exception {
    room.kills = Integer.MAX_VALUE;
    SearchResult result = run(new ScriptedDesigner(List.of(List.of("score 1"))));
    assertThat(result.winner()).isEmpty();
    assertThat(Files.readString(folder.resolve("run/summary.md"))).contains("KILLED");
  }

  @Test
  void eventsTellTheSearchInOrder() throws Exception {
    SearchResult result = run(new ScriptedDesigner(List.of(List.of("score 1", "score 2"))));
    assertThat(events.get(0)).isInstanceOf(SearchEvent.Planned.class);
    assertThat(events.get(events.size() - 1)).isEqualTo(new SearchEvent.Finished(result));
    assertThat(events)
        .filteredOn(SearchEvent.GenerationStarted.class::isInstance)
        .containsExactly(
            new SearchEvent.GenerationStarted(0, 3, 4),
            new SearchEvent.GenerationStarted(1, 3, 4),
            new SearchEvent.GenerationStarted(2, 3, 4));
    assertThat(events)
        .filteredOn(SearchEvent.FreshMeasured.class::isInstance)
        .extracting(e -> ((SearchEvent.FreshMeasured) e).label())
        .contains("official", "sparse", result.winner().orElseThrow().id());
  }

  @Test
  void runOfAnotherTaskIsRefused() throws Exception {
    SearchTask task = Fakes.task();
    SearchTask other =
        new SearchTask(task.description(), task.brief(), "another", task.baselines());
    try (RunDirectory run =
        RunDirectory.create(folder.resolve("run"), Fakes.record(Fakes.settings(), Caps.none()))) {
      assertThatThrownBy(
              () ->
                  new Laboratory(
                      other,
                      new OfflineDesigner(),
                      Fakes::review,
                      room,
                      run,
                      SearchListener.silent(),
                      cancellation,
                      () -> 0))
          .hasMessageContaining("another version of this task");
    }
  }

  @Tag("defect-12")
  @Tag("defect-16")
  @Test
  void summaryNamesProfileEnvironmentAndBothMeasurements() throws Exception {
    run(new ScriptedDesigner(List.of(List.of("score 0.5", "score 0.7"))));
    assertThat(Files.readString(folder.resolve("run/summary.md")))
        .contains("# hold, seed 5")
        .contains("Profile `test`, designer `scripted`")
        .contains("500 steps an episode, frame skip 10, derived END, healthy `always`")
        .contains("| official | – |")
        .contains("```java\nscore 0.7\n```");
  }

  private SearchResult run(Designer designer) throws RunException {
    return run("run", designer, room, Fakes.settings(), Caps.none());
  }

  private SearchResult run(
      String name, Designer designer, Fakes.Room where, SearchSettings settings, Caps caps)
      throws RunException {
    try (RunDirectory run =
        RunDirectory.create(folder.resolve(name), Fakes.record(settings, caps))) {
      return Search.run(lab(run, designer, where, events::add, cancellation));
    }
  }

  private static Laboratory lab(
      RunDirectory run,
      Designer designer,
      Fakes.Room where,
      SearchListener listener,
      Cancellation cancellation) {
    return new Laboratory(
        Fakes.task(), designer, Fakes::review, where, run, listener, cancellation, () -> 0);
  }
}
