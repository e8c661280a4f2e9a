package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Vocabulary;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reviewer process says of every source what the critic says here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameVerdictTest {

  private final Critic critic = new Critic();
  private final ReviewerProcess reviewer = ReviewerProcess.start();

  @AfterAll
  void close() {
    reviewer.close();
  }

  static Stream<Corpus.Row> rows() {
    return Corpus.rows();
  }

  static Stream<Corpus.Harmless> answers() {
    return Corpus.harmless();
  }

  static Stream<String> languages() {
    return Languages.SOURCES.values().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void ofTheCorpus(Corpus.Row row) {
    same(RewardSource.java(row.bytes()), Vocabularies.HOPPER);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void ofHarmlessAnswers(Corpus.Harmless answer) {
    same(RewardSource.answer(answer.bytes()), Vocabularies.of(answer.task()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void ofCornersOfTheLanguage(String source) {
    same(RewardSource.of(source), Vocabularies.HOPPER);
  }

  private void same(RewardSource source, Vocabulary vocabulary) {
    Verdict here = critic.review(source, vocabulary);
    Verdict there = reviewer.review(source, vocabulary);
    assertThat(there)
        .as(reviewer.lastWords())
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .isEqualTo(here);
  }
}
