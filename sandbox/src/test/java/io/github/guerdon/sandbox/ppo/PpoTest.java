package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.sandbox.TestSettings;
import io.github.guerdon.sandbox.nn.NativeNetwork;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PpoTest {

  /** A point on a line that should go to 0: it moves by a tenth of the action. */
  private static final class Line extends ScriptedWorlds {
    private final Randomness random = new Randomness(7);

    Line() {
      super(8, 20);
    }

    @Override
    float begin(int world) {
      return (float) (2 * random.uniform() - 1);
    }

    @Override
    float move(int world, float action) {
      return observations[world] + 0.2f * Math.max(-1, Math.min(1, action));
    }

    @Override
    double reward(int world, float action) {
      return -Math.abs(observations[world]);
    }
  }

  @Test
  void learnerSolvesThePointOnALine() throws Exception {
    List<LearnerUpdate> updates = new ArrayList<>();

    Learned learned = learn(new Line(), TestSettings.normalised(30_000, 8, 64), 1, updates);

    // Going straight to 0 costs about 2 an episode; standing still costs 10.
    assertThat(learned.curve().get(0).ownReturn()).isLessThan(-5);
    assertThat(learned.ownReturn()).isGreaterThan(-3);
    try (Policy.Actor actor = learned.policy().open(2)) {
      float[] actions = new float[2];
      actor.act(new float[] {-0.8f, 0.8f}, 2, actions);
      assertThat(actions[0]).isPositive();
      assertThat(actions[1]).isNegative();
    }
    assertThat(updates.get(0).learningRate()).isEqualTo(3e-3);
    assertThat(updates.get(updates.size() - 1).learningRate()).isLessThan(1e-4);
    assertThat(learned.steps()).isEqualTo(30_000);
  }

  @Test
  void equalSeedsGiveEqualBitsAndOthersDoNot() throws Exception {
    TrainingSettings settings = TestSettings.normalised(4_000, 8, 64);

    Learned first = learn(new Line(), settings, 3, new ArrayList<>());
    Learned second = learn(new Line(), settings, 3, new ArrayList<>());
    Learned other = learn(new Line(), settings, 4, new ArrayList<>());

    assertThat(first.policy().parameters()).isEqualTo(second.policy().parameters());
    assertThat(first.curve()).isEqualTo(second.curve());
    assertThat(first.policy().parameters()).isNotEqualTo(other.policy().parameters());
  }

  @Test
  void truncatedEpisodeBootstrapsItsLastValue() throws Exception {
    ScriptedWorlds worlds = new ScriptedWorlds(2, 5);
    TrainingSettings settings = TestSettings.plain(20, 2, 10);

    try (Ppo ppo = new Ppo(worlds, settings, 1, 1)) {
      ppo.learn(update -> {});

      // All observations are alike, so V of the final state is V of the state before.
      for (int row : new int[] {8, 9, 18, 19}) {
        float value = ppo.rollout().values().get(row);
        assertThat((double) value).isNotZero();
        assertThat((double) ppo.rollout().returns().get(row))
            .isCloseTo(1 + settings.discount() * value, within(1e-5));
      }
    }
  }

  @Test
  void terminatedEpisodeDoesNotBootstrap() throws Exception {
    ScriptedWorlds worlds =
        new ScriptedWorlds(2, 5) {
          @Override
          boolean fails() {
            return true;
          }
        };

    try (Ppo ppo = new Ppo(worlds, TestSettings.plain(20, 2, 10), 1, 1)) {
      ppo.learn(update -> {});

      for (int row : new int[] {8, 9, 18, 19}) {
        assertThat((double) ppo.rollout().returns().get(row)).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void checkpointIsThatOfTheBestOwnReturn() throws Exception {
    ScriptedWorlds riseAndFall =
        new ScriptedWorlds(4, 5) {
          @Override
          double reward(int world, float action) {
            return steps <= 4_000 ? steps / 4_000.0 : 0.1;
          }
        };

    Learned learned = learn(riseAndFall, TestSettings.plain(8_000, 4, 25), 1, new ArrayList<>());

    // The best twenty episodes are those of the last hundred steps before the fall.
    assertThat(learned.policy().step()).isBetween(3_700L, 3_900L);
    assertThat(learned.ownReturn()).isCloseTo(5, within(0.2));
  }

  @Test
  void termThatIsNotFiniteEndsTheTrainingWithItsStep() {
    assertDiverged(Double.NaN);
    assertDiverged(Double.NEGATIVE_INFINITY);
    assertDiverged(1_000_001);
  }

  private static void assertDiverged(double value) {
    ScriptedWorlds worlds =
        new ScriptedWorlds(4, 5) {
          @Override
          double reward(int world, float action) {
            return world == 2 && steps == 40 ? value : 1;
          }
        };

    assertThatThrownBy(() -> learn(worlds, TestSettings.plain(200, 4, 5), 1, new ArrayList<>()))
        .isInstanceOfSatisfying(
            Divergence.class,
            e -> assertThat(e.of("job")).isEqualTo(new Outcome.Diverged("job", "only", 40, value)));
  }

  @Test
  void blownUpSimulationEndsItsEpisodeAndBlamesNoTerm() throws Exception {
    ScriptedWorlds worlds =
        new ScriptedWorlds(4, 5) {
          @Override
          double reward(int world, float action) {
            blownUp[world] = world == 2 && steps == 40;
            return blownUp[world] ? Double.NaN : 1;
          }
        };

    Learned learned = learn(worlds, TestSettings.plain(200, 4, 5), 1, new ArrayList<>());

    assertThat(learned.blownUpEpisodes()).isEqualTo(1);
    assertThat(learned.terms().get(0).mean()).isEqualTo(1);
  }

  @Test
  void updateStopsOnceThePolicyHasMovedFarEnough() throws Exception {
    TrainingSettings base = TestSettings.normalised(2_000, 8, 64);
    TrainingSettings cautious =
        new TrainingSettings(
            base.steps(),
            base.worlds(),
            base.rolloutSteps(),
            base.miniBatch(),
            50,
            base.learningRate(),
            base.discount(),
            base.lambda(),
            base.clip(),
            base.entropy(),
            base.valueCoefficient(),
            base.maxGradientNorm(),
            base.hidden(),
            base.initialLogStd(),
            true,
            true,
            1e-3,
            4);
    List<LearnerUpdate> updates = new ArrayList<>();

    learn(new Line(), cautious, 1, updates);

    assertThat(updates.get(0).epochs()).isLessThan(50);
    assertThat((double) updates.get(0).statistics().approximateKl()).isGreaterThan(1e-3);
  }

  @Test
  void stepsAreABudgetThatIsNeverExceeded() throws Exception {
    Learned learned =
        learn(new ScriptedWorlds(4, 5), TestSettings.plain(203, 4, 25), 1, new ArrayList<>());

    assertThat(learned.steps()).isEqualTo(200);
    assertThat(learned.curve()).isNotEmpty();
  }

  @Test
  void closedLearnerOwnsNoNativeMemory() throws Exception {
    long before = NativeNetwork.liveBytes();

    learn(new ScriptedWorlds(4, 5), TestSettings.plain(200, 4, 25), 1, new ArrayList<>());

    assertThat(NativeNetwork.liveBytes()).isEqualTo(before);
  }

  private static Learned learn(
      Worlds worlds, TrainingSettings settings, long seed, List<LearnerUpdate> updates)
      throws Exception {
    try (Ppo ppo = new Ppo(worlds, settings, seed, 1)) {
      return ppo.learn(updates::add);
    }
  }
}
