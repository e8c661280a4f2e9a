package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.verdict.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HarmlessTest {

  private static final Critic CRITIC = new Critic();

  static Stream<Corpus.Harmless> answers() {
    return Corpus.harmless();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void eachAnswerIsAcceptedWithItsTerms(Corpus.Harmless answer) {
    Verdict verdict =
        CRITIC.review(RewardSource.answer(answer.bytes()), Vocabularies.of(answer.task()));
    assertThat(Reviews.accepted(verdict).reward().program().terms())
        .containsExactlyElementsOf(answer.terms());
  }
}
