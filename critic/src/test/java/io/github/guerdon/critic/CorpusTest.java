package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.reward.slot.Fuel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CorpusTest {

  private static final Critic CRITIC = new Critic();

  static Stream<Corpus.Row> rows() {
    return Corpus.rows();
  }

  static Stream<Corpus.Row> endless() {
    return Corpus.rows().filter(r -> r.expected().equals("FUEL"));
  }

  static Stream<Corpus.Row> throwing() {
    return Corpus.rows().filter(r -> r.expected().startsWith("RUNTIME_"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachSourceIsAcceptedOrRefusedAsExpected(Corpus.Row row) {
    Verdict verdict = CRITIC.review(RewardSource.java(row.bytes()), Vocabularies.HOPPER);
    switch (row.expected()) {
      case "STATIC_REJECT" -> {
        Verdict.Rejected rejected = Reviews.rejected(verdict);
        assertThat(rejected.reason()).isEqualTo(Verdict.Reason.STATIC_REJECT);
        List<String> rules = Arrays.asList(row.rule().split("\\|"));
        assertThat(rejected.findings()).extracting(Finding::rule).containsAnyElementsOf(rules);
      }
      case "COMPILE_ERROR" -> {
        Verdict.Rejected rejected = Reviews.rejected(verdict);
        assertThat(rejected.reason()).isEqualTo(Verdict.Reason.COMPILE_ERROR);
        assertThat(rejected.findings()).allMatch(f -> f.line() > 0 && f.column() > 0);
      }
      default -> assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    }
  }

  @ParameterizedTest
  @MethodSource("endless")
  void endlessLoopsEndByFuelAfterTheSameWorkEachTime(Corpus.Row row) {
    Worlds worlds = new Worlds(Reviews.accepted(CRITIC, row.bytes(), Vocabularies.HOPPER), 1);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(worlds::step).isInstanceOf(Fuel.Exhausted.class);
    }
  }

  @ParameterizedTest
  @MethodSource("throwing")
  void failuresAtRunTimeHaveTheirLine(Corpus.Row row) {
    Worlds worlds = new Worlds(Reviews.accepted(CRITIC, row.bytes(), Vocabularies.HOPPER), 1);
    List<String> exceptions =
        Arrays.stream(row.expected().split("\\|"))
            .map(e -> e.substring("RUNTIME_".length()))
            .toList();
    assertThatThrownBy(worlds::step)
        .satisfies(
            e -> {
              assertThat(exceptions).contains(e.getClass().getSimpleName());
              StackTraceElement top =
                  Arrays.stream(e.getStackTrace())
                      .filter(f -> f.getClassName().equals("Reward"))
                      .findFirst()
                      .orElseThrow();
              assertThat(top.getLineNumber()).isBetween(5, 8);
            });
  }
}
