package io.github.guerdon.generator.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.design.Birth;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StrategyTest {

  @ParameterizedTest
  @EnumSource
  void sameGenerationAndSeedGiveTheSameBroodWithParentsThatWereScored(StrategyName name) {
    Generation generation = three();
    Brood brood = name.next(generation, 8, 3);
    assertThat(brood).isEqualTo(name.next(generation, 8, 3));
    assertThat(StrategyName.find(name.word())).contains(name);
    List<String> scored = generation.ranking().stream().map(Scored::id).toList();
    assertThat(brood.parents()).extracting(Past::id).isSubsetOf(scored);
    assertThat(brood.births()).allSatisfy(b -> assertThat(scored).containsAll(b.parents()));
    assertThat(brood.births()).hasSize(name == StrategyName.ELITE ? 0 : 8);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnyScoredCandidateTheDesignerStartsAgain(StrategyName name) {
    Generation generation = Evolution.step(Generation.none(), List.of(failed("g0c0", 0)));
    assertThat(name.next(generation, 4, 3)).isEqualTo(new Brood(List.of(), List.of()));
  }

  @Test
  void eliteLeavesTheFourBestToTheDesigner() {
    Brood brood = StrategyName.ELITE.next(three(), 8, 3);
    assertThat(brood.parents()).isEqualTo(Evolution.parents(three())).hasSize(4);
  }

  @Test
  void eurekaRefinesTheBestOfAllGenerations() {
    Brood brood = StrategyName.EUREKA.next(three(), 3, 3);
    assertThat(brood.births()).containsExactly(refine("g0c1"), refine("g0c1"), refine("g0c1"));
    assertThat(brood.parents()).extracting(Past::id).containsExactly("g0c1");
  }

  @Test
  void bestOfShowsNoParents() {
    Brood brood = StrategyName.BEST_OF.next(three(), 3, 3);
    assertThat(brood.parents()).isEmpty();
    assertThat(brood.births()).containsOnly(Birth.of(Birth.Kind.GUESS));
  }

  @Test
  void islandsBreedAmongThemselvesUntilTheBestMigrate() {
    List<Candidate> four = List.of(at(0, 0, 9), at(0, 1, 1), at(0, 2, 8), at(0, 3, 2));
    Generation start = Evolution.step(Generation.none(), four);
    assertThat(ids(start)).containsExactly(List.of("g0c0", "g0c2"), List.of("g0c3", "g0c1"));
    for (Birth birth : every(StrategyName.ISLANDS.next(start, 4, 1).births(), 1)) {
      assertThat(birth.parents()).isNotEmpty().isSubsetOf("g0c1", "g0c3");
    }
    Generation second =
        Evolution.step(start, List.of(at(1, 0, 7), at(1, 1, 3), at(1, 2, 6), failed("g1c3", 1)));
    assertThat(ids(second))
        .containsExactly(
            List.of("g0c0", "g0c2", "g1c0", "g1c2", "g1c1"),
            List.of("g0c0", "g1c1", "g0c3", "g0c1"));
  }

  @Test
  void betterRankIsDrawnMoreOften() {
    Generation generation =
        Evolution.step(Generation.none(), List.of(at(0, 0, 1), at(0, 1, 2), at(0, 2, 3)));
    Map<String, Integer> drawn = new HashMap<>();
    for (int seed = 0; seed < 600; seed++) {
      String first =
          StrategyName.ISLANDS.next(generation, 1, seed).births().get(0).parents().get(0);
      drawn.merge(first, 1, Integer::sum);
    }
    assertThat(drawn.get("g0c2")).isBetween(250, 350);
    assertThat(drawn.get("g0c1")).isBetween(150, 250);
    assertThat(drawn.get("g0c0")).isBetween(60, 140);
  }

  @Test
  void islandWithoutASurvivorExplores() {
    Generation generation =
        Evolution.step(
            Generation.none(),
            List.of(at(0, 0, 1), failed("g0c1", 0), at(0, 2, 2), failed("g0c3", 0)));
    assertThat(every(StrategyName.ISLANDS.next(generation, 4, 1).births(), 1))
        .containsOnly(Birth.of(Birth.Kind.EXPLORE));
  }

  @Test
  void treeGrowsBelowTheBestAndStillTriesOthers() {
    Generation generation =
        Evolution.step(
            Generation.none(),
            List.of(at(0, 0, 1), at(0, 1, 5), at(0, 2, 2), at(0, 3, 3), failed("g0c4", 0)));
    List<Birth> births = StrategyName.TREE.next(generation, 30, 0).births();
    assertThat(births.get(0)).isEqualTo(refine("g0c1"));
    List<String> first = births.stream().flatMap(b -> b.parents().stream().limit(1)).toList();
    assertThat(first).contains("g0c1", "g0c3").doesNotContain("g0c4");
    assertThat(first.stream().filter("g0c1"::equals).count())
        .isGreaterThan(first.stream().filter("g0c0"::equals).count());
    assertThat(births).extracting(Birth::kind).contains(Birth.Kind.MUTATE, Birth.Kind.EXPLORE);
  }

  @Test
  void treeGoesDownToAChildThatWasBetter() {
    Generation first = Evolution.step(Generation.none(), List.of(at(0, 0, 1), at(0, 1, 2)));
    Generation second =
        Evolution.step(
            first, List.of(at(1, 0, 3, "g0c1"), at(1, 1, 4, "g0c1"), at(1, 2, 0, "g0c0")));
    assertThat(StrategyName.TREE.next(second, 6, 0).births())
        .anySatisfy(b -> assertThat(b.parents()).startsWith("g1c1"));
  }

  private static Birth refine(String parent) {
    return Birth.of(Birth.Kind.REFINE, parent);
  }

  /** Returns every second birth from an index on: those of one of two islands. */
  private static List<Birth> every(List<Birth> births, int from) {
    return List.of(births.get(from), births.get(from + 2));
  }

  private static List<List<String>> ids(Generation generation) {
    return IslandsStrategy.islands(generation, 4).stream()
        .map(island -> island.stream().map(Scored::id).toList())
        .toList();
  }

  private static Generation three() {
    Generation first =
        Evolution.step(
            Generation.none(), List.of(at(0, 0, 1), at(0, 1, 9), failed("g0c2", 0), at(0, 3, 4)));
    return Evolution.step(first, List.of(at(1, 0, 2, "g0c1"), at(1, 1, 3, "g0c1"), at(1, 2, -7)));
  }

  private static Scored at(int generation, int index, double value, String... parents) {
    String id = "g" + generation + "c" + index;
    Proposal proposal =
        new Proposal("source " + id, "", Arrays.asList(parents), "test", "", Reading.CODE);
    return new Scored(
        new Draft(id, generation, proposal, 0), "source " + id, Candidates.score(value), "good");
  }

  private static Failed failed(String id, int generation) {
    return new Failed(
        new Draft(id, generation, Proposal.of("x"), 0), "x", "DIVERGED", "term a was NaN");
  }
}
