package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.DesignerException.Kind;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.Refusal;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.SearchSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepairTest {

  @TempDir private Path folder;

  private final Fakes.Room room = new Fakes.Room();
  private final List<SearchEvent> events = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();

  /** Proposes one generation over and over, and repairs by list; stops where it is told to. */
  private static final class Repairing implements Designer {

    final List<Refusal> refusals = new ArrayList<>();
    final List<DesignContext> contexts = new ArrayList<>();
    private final List<Proposal> proposals;
    private final List<String> repairs;
    Optional<DesignerException> trouble = Optional.empty();
    boolean onlyRepairs;

    Repairing(List<Proposal> proposals, String... repairs) {
      this.proposals = proposals;
      this.repairs = List.of(repairs);
    }

    @Override
    public String name() {
      return "repairing";
    }

    @Override
    public List<Proposal> propose(DesignContext context, int count) throws DesignerException {
      if (trouble.isPresent() && !onlyRepairs && context.generation() > 0) {
        throw trouble.get();
      }
      contexts.add(context);
      return proposals;
    }

    @Override
    public List<Optional<Proposal>> repair(DesignContext context, List<Refusal> refused)
        throws DesignerException {
      if (trouble.isPresent()) {
        throw trouble.get();
      }
      refusals.addAll(refused);
      return refused.stream()
          .map(
              r ->
                  r.round() <= repairs.size()
                      ? Optional.of(Proposal.of(repairs.get(r.round() - 1) + " of " + r.id()))
                      : Optional.<Proposal>empty())
          .toList();
    }
  }

  private static List<Proposal> codes(String... texts) {
    return IntStream.range(0, texts.length).mapToObj(i -> Proposal.of(texts[i])).toList();
  }

  @Tag("defect-07")
  @Test
  void everyRefusedCandidateGetsItsOwnRounds() throws Exception {
    Repairing designer =
        new Repairing(codes("refuse a", "score 1", "refuse b"), "refuse", "score 2");
    SearchResult result = run(designer, 1);
    assertThat(designer.refusals)
        .extracting(r -> r.id() + " round " + r.round())
        .containsExactly("g0c0 round 1", "g0c2 round 1", "g0c0 round 2", "g0c2 round 2");
    assertThat(designer.refusals.get(0).findings())
        .contains("line 3, col 7 [NAME] no body 'torzo'");
    assertThat(designer.refusals.get(0).source()).isEqualTo("refuse a");
    assertThat(designer.refusals.get(2).source()).isEqualTo("refuse of g0c0");
    assertThat(result.generations().get(0).executionRate()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("run/candidates/g0c2/Reward.java")))
        .isEqualTo("score 2 of g0c2");
    assertThat(Files.readString(folder.resolve("run/candidates/g0c2/refused-0.java")))
        .isEqualTo("refuse b");
    assertThat(Files.readString(folder.resolve("run/summary.md")))
        .contains("3 trained to the end (2 of them after repair)")
        .contains("4 repairs in all");
  }

  @Test
  void candidateThatStaysRefusedIsGivenUpWithItsLastFindings() throws Exception {
    Repairing designer = new Repairing(codes("refuse a", "score 1"), "refuse x", "refuse y");
    run(designer, 2);
    assertThat(events)
        .filteredOn(SearchEvent.CandidateRefused.class::isInstance)
        .extracting(e -> ((SearchEvent.CandidateRefused) e).id())
        .containsExactly("g0c0", "g1c0");
    assertThat(events).filteredOn(SearchEvent.CandidateSentBack.class::isInstance).hasSize(4);
    assertThat(designer.contexts.get(1).earlier().get(0).feedback()).contains("refuse y of g0c0");
    assertThat(designer.contexts.get(1).earlier().get(0).outcome()).isEqualTo("COMPILE_ERROR");
  }

  @Test
  void answersWithoutCodeAreRefusedByTheirReadingAndCanBeRepaired() throws Exception {
    Proposal cut = new Proposal("class Rew", "", List.of(), "first", "", Reading.CUT_OFF);
    Repairing designer = new Repairing(List.of(cut, Proposal.of("score 1")), "score 3");
    SearchResult result = run(designer, 1);
    assertThat(designer.refusals.get(0).outcome()).isEqualTo("CUT_OFF");
    assertThat(designer.refusals.get(0).source()).isEmpty();
    assertThat(result.winner().orElseThrow().id()).isEqualTo("g0c0");
    assertThat(room.probed).doesNotContain("class Rew");
  }

  @Test
  void offlineRunAsksForNoRepair() throws Exception {
    Repairing designer = new Repairing(codes("refuse a", "score 1"));
    run(designer, 1);
    assertThat(designer.refusals).hasSize(1);
    assertThat(events).filteredOn(SearchEvent.CandidateSentBack.class::isInstance).isEmpty();
  }

  @Test
  void reachedBudgetEndsTheDesignAndMeasuresWhatThereIs() throws Exception {
    Repairing designer = new Repairing(codes("score 1", "score 2"));
    designer.trouble = Optional.of(new DesignerException(Kind.BUDGET, "--calls 2 is reached"));
    SearchResult result = run(designer, 3);
    assertThat(result.reason()).isEqualTo(ExitReason.DESIGN_CAP);
    assertThat(result.generations()).hasSize(1);
    assertThat(result.winner().orElseThrow().fresh()).isPresent();
    assertThat(result.halt().orElseThrow().message()).isEqualTo("--calls 2 is reached");
  }

  @Test
  void unreachableDesignerStopsTheRunAndResumeGoesOn() throws Exception {
    SearchResult whole = run("whole", new Repairing(codes("refuse", "score 2"), "score 1"), 3);
    Repairing lost = new Repairing(codes("refuse", "score 2"), "score 1");
    lost.trouble = Optional.of(new DesignerException(Kind.UNREACHABLE, "no route"));
    for (boolean inRepair : new boolean[] {false, true}) {
      lost.onlyRepairs = inRepair;
      SearchResult stopped = run("lost" + inRepair, lost, 3);
      assertThat(stopped.reason()).isEqualTo(ExitReason.DESIGNER_UNREACHABLE);
      assertThat(stopped.winner().flatMap(SearchResult.Measured::fresh)).isEmpty();
      try (RunDirectory run = RunDirectory.resume(folder.resolve("lost" + inRepair))) {
        Repairing back = new Repairing(codes("refuse", "score 2"), "score 1");
        assertThat(Search.run(lab(run, back, SearchListener.silent()))).isEqualTo(whole);
      }
    }
  }

  @Test
  void runCutAfterAnyEventKeepsItsRepairs() throws Exception {
    SearchResult whole = run("whole", new Repairing(codes("refuse", "score 2"), "score 1"), 2);
    List<String> lines = Files.readAllLines(folder.resolve("whole/events.jsonl"));
    assertThat(lines).anyMatch(l -> l.contains("\"event\":\"repaired\""));
    for (int kept = 0; kept <= lines.size(); kept++) {
      Path cut = Files.createDirectories(folder.resolve("cut" + kept));
      Files.copy(folder.resolve("whole/run.json"), cut.resolve("run.json"));
      Files.write(cut.resolve("events.jsonl"), lines.subList(0, kept));
      try (RunDirectory run = RunDirectory.resume(cut)) {
        Repairing again = new Repairing(codes("refuse", "score 2"), "score 1");
        assertThat(Search.run(lab(run, again, SearchListener.silent())))
            .as("cut after %d events", kept)
            .isEqualTo(whole);
      }
    }
  }

  @Test
  void timeThatIsOverIsNoInterruptOfAPerson() throws Exception {
    room.afterTraining = cancellation::expire;
    SearchResult result = run(new Repairing(codes("score 1", "score 2")), 2);
    assertThat(result.reason()).isEqualTo(ExitReason.TIME_CAP);
  }

  private SearchResult run(Designer designer, int generations) throws RunException {
    return run("run", designer, generations);
  }

  private SearchResult run(String name, Designer designer, int generations) throws RunException {
    SearchSettings settings = Fakes.settings().withGenerations(generations);
    try (RunDirectory run =
        RunDirectory.create(folder.resolve(name), Fakes.record(settings, Caps.none()))) {
      return Search.run(lab(run, designer, events::add));
    }
  }

  private Laboratory lab(RunDirectory run, Designer designer, SearchListener listener) {
    return new Laboratory(
        Fakes.task(), designer, Fakes::review, room, run, listener, cancellation, () -> 0);
  }
}
