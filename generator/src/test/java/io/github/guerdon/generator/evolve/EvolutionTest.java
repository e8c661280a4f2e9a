package io.github.guerdon.generator.evolve;

import static io.github.guerdon.generator.evolve.Candidates.failed;
import static io.github.guerdon.generator.evolve.Candidates.missed;
import static io.github.guerdon.generator.evolve.Candidates.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class EvolutionTest {

  @Test
  void stepChangesNothingThatItWasGiven() {
    Generation before = Evolution.step(Generation.none(), List.of(scored("a", 1)));
    List<Candidate> candidates = new ArrayList<>(List.of(scored("b", 2), failed("c")));
    Generation after = Evolution.step(before, candidates);
    candidates.clear();
    assertThat(before)
        .isEqualTo(new Generation(0, List.of(scored("a", 1)), List.of(scored("a", 1))));
    assertThat(after.candidates()).containsExactly(scored("b", 2), failed("c"));
    assertThat(after).isEqualTo(Evolution.step(before, List.of(scored("b", 2), failed("c"))));
  }

  @Tag("defect-02")
  @Test
  void failureNeverOutranksANegativeScore() {
    Generation generation =
        Evolution.step(Generation.none(), List.of(failed("a"), scored("b", -50), scored("c", -60)));
    assertThat(generation.ranking()).extracting(Scored::id).containsExactly("b", "c");
    assertThat(generation.champion()).contains(scored("b", -50));
  }

  @Tag("defect-03")
  @Test
  void executionRateCountsNegativeScores() {
    Generation generation =
        Evolution.step(Generation.none(), List.of(scored("a", -1), scored("b", -2)));
    assertThat(generation.executionRate()).isEqualTo(1);
    assertThat(Evolution.step(generation, List.of(failed("c"), scored("d", -3))).executionRate())
        .isEqualTo(0.5);
  }

  @Test
  void worseGenerationKeepsTheOldChampionAsParent() {
    Generation first = Evolution.step(Generation.none(), List.of(scored("a", 5), scored("b", 1)));
    Generation second = Evolution.step(first, List.of(scored("c", 2), scored("d", 3)));
    assertThat(second.best()).contains(scored("d", 3));
    assertThat(second.champion()).contains(scored("a", 5));
    assertThat(Evolution.parents(second)).extracting(Past::id).containsExactly("a", "d", "c", "b");
  }

  @Tag("defect-10")
  @Test
  void candidateThatMissesARequirementRanksBelowAllThatMeetThem() {
    Scored fastFall =
        new Scored(new Draft("a", 0, Proposal.of("x"), 0), "x", missed(0.4, 100), "fell");
    Generation generation = Evolution.step(Generation.none(), List.of(fastFall, scored("b", 1)));
    assertThat(generation.ranking()).extracting(Scored::id).containsExactly("b", "a");
  }

  @Test
  void earlierOneOfEqualsLeads() {
    Generation first = Evolution.step(Generation.none(), List.of(scored("b", 1), scored("a", 1)));
    Generation second = Evolution.step(first, List.of(scored("0", 1)));
    assertThat(second.ranking()).extracting(Scored::id).containsExactly("b", "a", "0");
  }

  @Test
  void generationOfFailuresHasNoChampionAndNoParents() {
    Generation generation = Evolution.step(Generation.none(), List.of(failed("a"), failed("b")));
    assertThat(generation.champion()).isEmpty();
    assertThat(Evolution.parents(generation)).isEmpty();
    assertThat(Evolution.earlier(generation))
        .extracting(Past::feedback)
        .containsExactly("term a was NaN", "term a was NaN");
  }

  @Test
  void finalistsAreTheBestWithTheInvitedOneAmongThem() {
    Generation generation =
        Evolution.step(
            Generation.none(),
            List.of(scored("a", 1), scored("b", 4), scored("c", 3), scored("d", 2)));
    assertThat(Evolution.finalists(generation, 3, Optional.empty()))
        .extracting(Scored::id)
        .containsExactly("b", "c", "d");
    assertThat(Evolution.finalists(generation, 3, Optional.of(scored("a", 1))))
        .extracting(Scored::id)
        .containsExactly("b", "c", "a");
    assertThat(Evolution.finalists(generation, 1, Optional.of(scored("a", 1))))
        .extracting(Scored::id)
        .containsExactly("b");
  }

  @Test
  void sourceIsAFinalistOnce() {
    Scored twin =
        new Scored(new Draft("z", 0, Proposal.of("t"), 0), "source a", Candidates.score(9), "good");
    Generation generation = Evolution.step(Generation.none(), List.of(scored("a", 1), twin));
    assertThat(Evolution.finalists(generation, 3, Optional.of(scored("a", 1))))
        .extracting(Scored::id)
        .containsExactly("z");
  }

  @Test
  void idThatComesTwiceIsRefused() {
    Generation generation = Evolution.step(Generation.none(), List.of(scored("a", 1)));
    assertThatThrownBy(() -> Evolution.step(generation, List.of(failed("a"))))
        .hasMessage("two candidates have the id a");
  }
}
