package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.sandbox.training.EpisodeSample;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EpisodeAccountTest {

  private static EpisodeRecord episode(int world, boolean blownUp) {
    return new EpisodeRecord(world, 2, true, false, blownUp, List.of(0.5));
  }

  @Test
  void episodeIsSummedUpByTermAndWorld() {
    EpisodeAccount account = new EpisodeAccount(1_000, 2, 2, e -> e.metrics().get(0));
    double[] terms = {1, -2, 10, 20};
    account.step(0, -1, terms, 0);
    account.step(1, 30, terms, 2);
    account.step(0, -3, new double[] {0, -3}, 0);
    assertThat(account.ownReturn(0)).isEqualTo(-4);

    account.end(4, episode(0, false));

    assertThat(account.samples())
        .containsExactly(new EpisodeSample(4, 2, true, -4, -3, 0.5, List.of(1.0, -5.0)));
    assertThat(account.ownReturn(0)).isZero();
    assertThat(account.ownReturn(1)).isEqualTo(30);
  }

  @Test
  void aboutAHundredEpisodesAreKeptEvenlyHoweverManyThereAre() {
    EpisodeAccount account = new EpisodeAccount(100_000, 1, 1, e -> 0);
    for (int step = 10; step <= 100_000; step += 10) {
      account.end(step, episode(0, false));
    }
    List<EpisodeSample> samples = account.samples();
    assertThat(samples).hasSize(EpisodeAccount.SAMPLES);
    assertThat(samples.stream().filter(s -> s.step() <= 50_000)).hasSize(50);
  }

  @Test
  void episodeThatBlewUpSaysNothing() {
    EpisodeAccount account = new EpisodeAccount(100, 1, 1, e -> 0);
    account.end(10, episode(0, true));
    assertThat(account.samples()).isEmpty();
  }
}
