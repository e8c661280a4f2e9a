package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.training.Standing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripted worlds' objective is an episode's length. */
final class StandingsTest {

  private static Standings standings(long steps) {
    return new Standings(steps, new ScriptedWorlds(1, 1));
  }

  private static void episodes(Standings standings, int count, int length) {
    for (int i = 0; i < count; i++) {
      standings.episode(new EpisodeRecord(0, length, false, true, false, List.of(0.0)));
    }
  }

  @Test
  void longEpisodesAreCountedAtLeastTwenty() {
    Standings standings = standings(4_000);
    episodes(standings, 30, 900);
    episodes(standings, 15, 1_000);
    standings.reach(1_000);
    assertThat(standings.taken())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.episodes()).isEqualTo(20);
              assertThat(s.mean()).isEqualTo((5 * 900 + 15 * 1_000) / 20.0);
            });
  }

  @Test
  void ofShortEpisodesThoseOfATwentiethOfTheTrainingCount() {
    Standings standings = standings(4_000);
    episodes(standings, 300, 3);
    episodes(standings, 45, 4);
    standings.reach(1_000);
    // 45 of 4 steps and 7 of 3 are the fewest that hold 200 steps.
    assertThat(standings.taken().get(0).episodes()).isEqualTo(52);
    assertThat(standings.taken().get(0).mean()).isEqualTo((45 * 4 + 7 * 3) / 52.0);
  }

  @Test
  void aResumedTrainingStandsAsTheUnbrokenOne() throws IOException {
    Standings unbroken = standings(4_000);
    episodes(unbroken, 300, 3);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    unbroken.pass(Tape.recording(new DataOutputStream(bytes)));
    Standings resumed = standings(4_000);
    resumed.pass(
        Tape.replaying(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));

    for (Standings each : List.of(unbroken, resumed)) {
      episodes(each, 45, 4);
      each.reach(2_000);
    }
    assertThat(resumed.taken()).isEqualTo(unbroken.taken());
    assertThat(resumed.taken()).extracting(Standing::rung).containsExactly(0, 1);
  }

  @Test
  void withoutAnEndedEpisodeNothingIsSaid() {
    Standings standings = standings(4_000);
    standings.reach(1_000);
    assertThat(standings.taken()).containsExactly(new Standing(0, 1_000, 0, 0, 0, 0));
  }
}
