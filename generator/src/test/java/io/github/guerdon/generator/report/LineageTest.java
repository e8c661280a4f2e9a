package io.github.guerdon.generator.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Score;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Candidates;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.generator.evolve.Generation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LineageTest {

  private static final String FIRST =
      """
      public final class Reward implements RewardFunction {
        private static final double WEIGHT = 1;
        public void reward(State before, Action action, State after, Terms terms) {
          terms.add("forward", WEIGHT * after.time());
        }
      }
      """;

  private static final String SECOND =
      FIRST
          .replace("WEIGHT = 1;", "WEIGHT = 2;")
          .replace("  }\n}", "    terms.add(\"effort\", -action.norm());\n  }\n}");

  private static Scored scored(String id, String source, double value, String... parents) {
    return new Scored(draft(id, source, parents), source, Candidates.score(value), "");
  }

  private static Draft draft(String id, String source, String... parents) {
    return new Draft(
        id, 0, new Proposal(source, "", List.of(parents), "refine", "", Reading.CODE), 0);
  }

  private static Generation generation(Candidate... all) {
    return new Generation(1, List.of(all), List.of(all));
  }

  @Test
  void eachStepSaysWhatItChangedTermByTerm() {
    Generation generation =
        generation(
            scored("g0c0", FIRST, 0.5),
            scored("g0c1", FIRST, 0.4),
            scored("g1c0", SECOND, 0.7, "g0c0", "g0c1"));
    List<Lineage.Step> steps = Lineage.of(generation, "g1c0");
    assertThat(steps).extracting(s -> s.candidate().id()).containsExactly("g0c0", "g1c0");
    assertThat(steps.get(0).changes()).isEmpty();
    assertThat(steps.get(1).parent()).map(Candidate::id).contains("g0c0");
    assertThat(steps.get(1).changes())
        .anyMatch(l -> l.startsWith("term effort added"))
        .contains("constant WEIGHT: 1 → 2");
  }

  @Test
  void unknownCandidateHasNoLineage() {
    assertThat(Lineage.of(generation(scored("g0c0", FIRST, 0.5)), "g9c9")).isEmpty();
  }

  @Test
  void frontierHoldsWhatNothingCheaperEquals() {
    Generation generation =
        generation(
            scored("g0c0", FIRST, 0.5),
            new Failed(draft("g0c1", FIRST), FIRST, "DIVERGED", ""),
            scored("g0c2", FIRST, 0.5),
            scored("g1c0", FIRST, 0.4),
            scored("g1c1", FIRST, 0.9));
    Map<String, Long> steps =
        Map.of("g0c0", 100L, "g0c1", 30L, "g0c2", 100L, "g1c0", 100L, "g1c1", 100L);
    assertThat(Frontier.of(generation, steps))
        .extracting(p -> p.candidate().id() + " " + p.steps())
        .containsExactly("g0c0 100", "g1c1 430");
  }

  @Test
  void candidateThatMeetsRequirementsBeatsAFitterOneThatDoesNot() {
    Score missed = new Score(false, 1, 9, Map.of(), 0, 4, 0);
    Generation generation =
        generation(new Scored(draft("g0c0", FIRST), FIRST, missed, ""), scored("g0c1", FIRST, 0.1));
    assertThat(Stream.of(generation).flatMap(g -> Frontier.of(g, Map.of()).stream()))
        .extracting(p -> p.candidate().id())
        .containsExactly("g0c0", "g0c1");
  }
}
