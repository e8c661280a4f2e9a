package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.reward.RewardFunction;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.ProgramLoader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Janino makes of the lowered source does what javac makes of the source as written. */
final class EquivalenceTest {

  private static final int STEPS = 100;
  private static final Critic CRITIC = new Critic();

  record Case(String name, RewardSource source, String task) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> accepted() {
    Stream<Case> corpus =
        Corpus.rows()
            .filter(r -> r.expected().equals("ACCEPT") || r.expected().startsWith("PROBE_"))
            .map(r -> new Case(r.name(), RewardSource.java(r.bytes()), "hopper-run"));
    Stream<Case> harmless =
        Corpus.harmless().map(h -> new Case(h.path(), RewardSource.answer(h.bytes()), h.task()));
    Stream<Case> own =
        Languages.SOURCES.entrySet().stream()
            .map(e -> new Case(e.getKey(), RewardSource.of(e.getValue()), "hopper-run"));
    return Stream.of(corpus, harmless, own).flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void loweredTermsEqualThoseOfTheSourceBitForBit(Case example) {
    CompiledReward compiled =
        Reviews.accepted(CRITIC.review(example.source(), Vocabularies.of(example.task()))).reward();
    RewardFunction original =
        ProgramLoader.load("Reward", Javac.strict(compiled.source()), RewardFunction.class);
    List<String> actuators = Vocabularies.of(example.task()).names(Kind.ACTUATOR);
    Worlds worlds = new Worlds(compiled, 7, actuators);
    for (int i = 0; i < STEPS; i++) {
      worlds.draw();
      assertThat(worlds.lowered()).isEqualTo(worlds.asWritten(original));
    }
  }
}
