package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.search.RaceRule.Member;
import io.github.guerdon.generator.search.RaceRule.Verdict;
import io.github.guerdon.sandbox.training.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RaceRuleTest {

  private static final double RANDOM = 1;

  private static Member member(String id, double mean, double sd) {
    return new Member(id, List.of(new Standing(0, 75_000, 0, mean, sd, 16)));
  }

  private static Member missing(String id, double mean, double shortfall) {
    return new Member(id, List.of(new Standing(0, 75_000, shortfall, mean, 0, 16)));
  }

  private static Verdict judge(int keep, Member... members) {
    return RaceRule.candidates(List.of(members), List.of(), keep, RANDOM);
  }

  @Test
  void whoIsWorseThanTheReferenceBeyondNoiseStops() {
    Verdict verdict =
        judge(2, member("a", 9, 0), member("b", 5, 1), member("c", 4.6, 1), member("d", 4.4, 1));
    assertThat(verdict.reference()).map(Member::id).contains("b");
    // Two means over 16 episodes each: 1.645·√2/4 = 0.58 is what a difference must exceed.
    assertThat(verdict.worse()).containsExactly("d");
  }

  @Test
  void equalsGoOn() {
    assertThat(judge(1, member("a", 5, 0), member("b", 5, 0)).worse()).isEmpty();
  }

  @Test
  void aFinalistGoesThatIsNotBetterByWhatMatters() {
    // A twentieth of what the best has above a random policy is (5 - 1) / 20 = 0.2.
    List<Member> members =
        List.of(
            member("a", 5, 0),
            member("same", 5, 0),
            member("near", 5, 0.4),
            member("open", 5, 0.6));
    assertThat(RaceRule.finalists(members, 1, RANDOM).worse())
        .containsExactlyInAnyOrder("same", "near");
    assertThat(RaceRule.finalists(members, 2, RANDOM).worse()).containsExactly("near");
  }

  @Test
  void finalistsAreComparedWithTheBestAndNotWithTheLastThatStays() {
    List<Member> members = List.of(member("a", 9, 0), member("b", 5, 1), member("c", 5, 2));
    assertThat(RaceRule.finalists(members, 2, RANDOM).worse()).containsExactly("c");
    assertThat(judge(2, members.get(0), members.get(1), members.get(2)).worse()).isEmpty();
  }

  @Test
  void whoCannotBeComparedIsNoReferenceAndGoesOn() {
    Member silent = new Member("s", List.of(new Standing(0, 75_000, 0, 0, 0, 0)));
    assertThat(judge(1, silent, member("a", 9, 0)).worse()).isEmpty();
    assertThat(judge(1, silent, member("a", 9, 0), member("b", 2, 0)).worse()).containsExactly("b");
    assertThat(judge(1, new Member("none", List.of()), member("a", 9, 0)).worse()).isEmpty();
  }

  @Test
  void nobodyStopsWhereTheReferenceIsNoBetterThanARandomPolicy() {
    assertThat(judge(1, member("a", 1, 0), member("b", -50, 0))).isEqualTo(Verdict.abstention());
    assertThat(judge(1, member("a", 2, 10), member("b", -50, 0))).isEqualTo(Verdict.abstention());
  }

  @Test
  void asManyAsAreKeptGoOnWhateverHappens() {
    assertThat(judge(2, member("a", 9, 0), member("b", 0, 0))).isEqualTo(Verdict.abstention());
    assertThat(judge(3, member("a", 9, 0), member("b", 8, 0), member("c", 0, 0)).worse()).isEmpty();
  }

  @Test
  void earlierOnesAreComparedWithAndNotStopped() {
    Verdict verdict =
        RaceRule.candidates(
            List.of(member("new", 2, 0)),
            List.of(member("a", 9, 0), member("b", 8, 0), member("old", 1.5, 0)),
            2,
            RANDOM);
    assertThat(verdict.reference()).map(Member::id).contains("b");
    assertThat(verdict.worse()).containsExactly("new");
  }

  @Test
  void requirementsComeFirstAndFitnessMustBeWorseAsWell() {
    // a meets the requirements with a low fitness; b misses them with a high one.
    assertThat(judge(1, missing("a", 4, 0), missing("b", 9, 0.5)).worse()).isEmpty();
    assertThat(judge(1, missing("a", 4, 0), missing("b", 3, 0.5)).worse()).containsExactly("b");
    // c ranks above d for what it misses, however much more d gives.
    assertThat(judge(1, missing("c", 2, 0.1), missing("d", 9, 0.5)).reference())
        .map(Member::id)
        .contains("c");
  }

  @Test
  void aRewardThatBreaksTheSimulationInEachEpisodeStops() {
    assertThat(judge(1, member("a", 9, 0), member("b", Double.NEGATIVE_INFINITY, 0)).worse())
        .containsExactly("b");
  }

  @Test
  void severalSeedsMakeOneMean() {
    Member two =
        new Member(
            "two",
            List.of(new Standing(0, 75_000, 0, 2, 3, 9), new Standing(0, 75_000, 0, 4, 4, 16)));
    assertThat(two.mean()).isEqualTo(3);
    assertThat(two.standardError()).isEqualTo(Math.sqrt(2) / 2);
  }
}
