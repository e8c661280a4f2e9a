package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Tape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Worlds without physics: episodes of a fixed length, one observed number, one action, and a script
 * that says rewards and endings.
 */
class ScriptedWorlds implements Worlds {

  final int count;
  final int episodeLength;
  final float[] observations;
  final double[] terms;
  private double[] asked = new double[0];
  final boolean[] terminated;
  final boolean[] truncated;
  final boolean[] blownUp;
  final int[] age;
  final List<EpisodeRecord> episodes = new ArrayList<>();
  long steps;

  ScriptedWorlds(int count, int episodeLength) {
    this.count = count;
    this.episodeLength = episodeLength;
    observations = new float[count];
    terms = new double[count];
    terminated = new boolean[count];
    truncated = new boolean[count];
    blownUp = new boolean[count];
    age = new int[count];
  }

  /** Returns what a world shows at the beginning of an episode. */
  float begin(int world) {
    return 1;
  }

  /** Returns what a world shows after a step. */
  float move(int world, float action) {
    return 1;
  }

  /** Returns a step's reward. */
  double reward(int world, float action) {
    return 1;
  }

  /** Says whether an episode's last step is a failure, else it is its time limit. */
  boolean fails() {
    return false;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int observationSize() {
    return 1;
  }

  @Override
  public int actionSize() {
    return 1;
  }

  @Override
  public List<String> terms() {
    return List.of("only");
  }

  @Override
  public List<String> metrics() {
    return List.of("age");
  }

  @Override
  public void reset() {
    for (int n = 0; n < count; n++) {
      observations[n] = begin(n);
      age[n] = 0;
    }
  }

  @Override
  public float[] observations() {
    return observations;
  }

  @Override
  public void step(float[] actions) {
    steps += count;
    for (int n = 0; n < count; n++) {
      terms[n] = reward(n, actions[n]);
      observations[n] = move(n, actions[n]);
      age[n]++;
      boolean last = age[n] == episodeLength;
      terminated[n] = (last && fails()) || blownUp[n];
      truncated[n] = last && !terminated[n];
    }
  }

  @Override
  public double objective(EpisodeRecord episode) {
    return episode.length();
  }

  @Override
  public double shortfall(List<EpisodeRecord> episodes) {
    return 0;
  }

  @Override
  public void askReward() {
    asked = Arrays.copyOf(asked, asked.length + count);
    System.arraycopy(terms, 0, asked, asked.length - count, count);
  }

  @Override
  public double[] awaitRewards() {
    double[] told = asked;
    asked = new double[0];
    return told;
  }

  @Override
  public boolean[] terminated() {
    return terminated;
  }

  @Override
  public boolean[] truncated() {
    return truncated;
  }

  @Override
  public boolean[] blownUp() {
    return blownUp;
  }

  @Override
  public float[] finalObservations() {
    return observations.clone();
  }

  @Override
  public void resetEnded() {
    for (int n = 0; n < count; n++) {
      if (terminated[n] || truncated[n]) {
        episodes.add(
            new EpisodeRecord(
                n, age[n], terminated[n], truncated[n], blownUp[n], List.of((double) age[n])));
        observations[n] = begin(n);
        age[n] = 0;
        blownUp[n] = false;
      }
    }
  }

  @Override
  public List<EpisodeRecord> drainEpisodes() {
    List<EpisodeRecord> drained = List.copyOf(episodes);
    episodes.clear();
    return drained;
  }

  @Override
  public void pass(Tape tape) throws IOException {
    tape.array(observations);
    tape.array(age);
    steps = tape.whole(steps);
  }
}
