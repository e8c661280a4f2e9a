package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.nn.Activation;
import io.github.guerdon.sandbox.nn.Device;
import io.github.guerdon.sandbox.nn.DirectBuffers;
import io.github.guerdon.sandbox.nn.NativeNetwork;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import io.github.guerdon.sandbox.nn.PolicyValueNetwork;
import io.github.guerdon.sandbox.nn.Rollout;
import io.github.guerdon.sandbox.nn.UpdateSettings;
import io.github.guerdon.sandbox.nn.UpdateStatistics;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Proximal policy optimisation (Schulman et al. 2017, https://arxiv.org/abs/1707.06347) for
 * continuous actions. Read {@link #learn} from top to bottom: collect → advantages → update →
 * measure.
 *
 * <p>Sizes: N worlds, T steps of a rollout, D numbers of an observation, A of an action, K terms.
 * The sample of step t in world n is row t·N + n.
 *
 * <p>Everything random derives from the seed, and nothing depends on time or threads: equal inputs
 * give equal bits.
 */
public final class Ppo implements AutoCloseable {

  /** A term beyond this is no reward any more. */
  public static final double LARGEST_TERM = 1e6;

  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  private final Worlds worlds;
  private final TrainingSettings settings;
  private final Randomness random;
  private final PolicyValueNetwork network;
  private final UpdateSettings updateSettings;
  private final Rollout rollout;
  private final FloatBuffer values; // the rollout's own, [T·N]
  private final FloatBuffer stepObservations; // the rollout's own, moved along, [N × D] from there
  private final FloatBuffer stepValues; // the rollout's own, moved along, [N] from there
  private final RunningMoments observationMoments;
  private final RewardScale rewardScale;
  private final History history;

  private final float[] actions; // [N × A]
  private final float[] scaledRewards; // [T·N]
  private final float[] nextValues; // [T·N], V of the state after the step; 0 if terminated
  private final boolean[] ended; // [T·N]
  private final double[] rewards; // [N], of one step
  private final FloatBuffer means; // [N × A]
  private final FloatBuffer logStd; // [A]
  private final FloatBuffer lastObservations; // [N × D]
  private final FloatBuffer lastValues; // [N]

  private final boolean[] blownUp; // [T·N]
  private final List<List<EpisodeRecord>> episodesOf = new ArrayList<>(); // that a step ended, [T]

  private final long budget; // whole steps of all worlds
  private long step;

  /**
   * Makes a learner for these worlds, whose owner stays the caller.
   *
   * @param threads of an update; changes no bit
   */
  public Ppo(Worlds worlds, TrainingSettings settings, long seed, int threads) {
    this.worlds = worlds;
    this.settings = settings;
    int n = worlds.count();
    int samples = n * settings.rolloutSteps();
    NetworkSpec spec =
        new NetworkSpec(
            worlds.observationSize(),
            worlds.actionSize(),
            settings.hidden(),
            Activation.TANH,
            (float) settings.initialLogStd());
    random = new Randomness(Randomness.derive(seed, "learner", 0));
    updateSettings =
        UpdateSettings.standard()
            .withClipRange((float) settings.clip())
            .withValueCoefficient((float) settings.valueCoefficient())
            .withEntropyCoefficient((float) settings.entropy())
            .withMaxGradientNorm((float) settings.maxGradientNorm());
    rollout = Rollout.allocate(spec, samples);
    values = rollout.values().duplicate();
    stepObservations = rollout.observations().duplicate();
    stepValues = rollout.values().duplicate();
    observationMoments = new RunningMoments(worlds.observationSize());
    rewardScale = new RewardScale(n, settings.discount());
    budget = Math.max(1, settings.steps() / n) * n;
    history = new History(budget, worlds);
    actions = new float[n * worlds.actionSize()];
    scaledRewards = new float[samples];
    nextValues = new float[samples];
    ended = new boolean[samples];
    blownUp = new boolean[samples];
    rewards = new double[n];
    means = DirectBuffers.floats(n * worlds.actionSize());
    logStd = DirectBuffers.floats(worlds.actionSize());
    lastObservations = DirectBuffers.floats(n * worlds.observationSize());
    lastValues = DirectBuffers.floats(n);
    network =
        NativeNetwork.create(
            spec,
            Randomness.derive(seed, "network", 0),
            settings.cuda() ? Device.CUDA : Device.CPU);
    network.useThreads(threads);
  }

  /**
   * Learns until the settings' steps are taken, from the beginning or from where a tape put it.
   *
   * @param listener hears of each update, and may {@link #pass} the learner through a tape then
   * @throws CellFailure if the reward cannot be had any more
   * @throws Divergence if a term or the learner's own numbers leave all bounds
   */
  public Learned learn(Consumer<LearnerUpdate> listener) throws CellFailure, Divergence {
    learn(budget, listener);
    return learned();
  }

  /**
   * Learns on until so many steps are taken, or all of them; pausing changes no bit.
   *
   * @param until environment steps from the training's begin
   */
  public void learn(long until, Consumer<LearnerUpdate> listener) throws CellFailure, Divergence {
    if (step == 0) {
      worlds.reset();
    }
    while (step < until && !over()) {
      int length = (int) Math.min(settings.rolloutSteps(), (budget - step) / worlds.count());
      double learningRate = settings.firstLearningRate() * (1 - (double) step / budget);
      history.begin(policy());

      collect(length);
      advantages(length);
      LearnerUpdate update = update(length, learningRate);
      history.reach(step, over());

      listener.accept(update);
    }
  }

  /** Returns whether all steps are taken. */
  public boolean over() {
    return step >= budget;
  }

  /** Returns what the training gave so far. */
  public Learned learned() {
    return history.learned(policy(), step);
  }

  // ---------------------------------------------------------------------------------- collect

  /**
   * Acts in all worlds for T steps and fills the rollout. No action depends on a reward, so that
   * rewards are computed, in their own process, while the next steps' physics is, and are settled
   * when the rollout is over.
   */
  private void collect(int length) throws CellFailure, Divergence {
    int n = worlds.count();
    network.readLogStd(logStd);
    episodesOf.clear();
    for (int t = 0; t < length; t++) {
      int row = t * n;
      stepObservations.position(row * worlds.observationSize());
      stepValues.position(row);
      if (settings.normaliseObservations()) {
        observationMoments.add(worlds.observations(), n);
      }
      scale().apply(worlds.observations(), n, stepObservations, stepObservations.position());
      network.forward(stepObservations, n, means, stepValues);
      sample(row);
      worlds.step(actions);
      worlds.askReward();
      step += n;
      bootstrap(row);
      System.arraycopy(worlds.blownUp(), 0, blownUp, row, n);
      worlds.resetEnded();
      episodesOf.add(worlds.drainEpisodes());
    }
    settle(length);
    // V of the states after the last step, for worlds whose episode goes on.
    scale().apply(worlds.observations(), n, lastObservations, 0);
    network.values(lastObservations, n, lastValues);
    linkValues(length);
  }

  /**
   * Draws actions from the policy's normal distribution, a = μ + σ·ε, and keeps their log
   * probabilities. Actions stay unclipped here, else the log probabilities would be of other
   * actions.
   */
  private void sample(int row) throws Divergence {
    int size = worlds.actionSize();
    FloatBuffer kept = rollout.actions();
    for (int n = 0; n < worlds.count(); n++) {
      double logProbability = 0;
      for (int a = 0; a < size; a++) {
        double noise = random.normal();
        double logDeviation = logStd.get(a);
        int i = n * size + a;
        actions[i] = (float) (means.get(i) + StrictMath.exp(logDeviation) * noise);
        if (!Float.isFinite(actions[i])) {
          throw new Divergence(Outcome.Diverged.LEARNER, step, actions[i]);
        }
        kept.put(row * size + i, actions[i]);
        logProbability -= 0.5 * noise * noise + logDeviation + HALF_LOG_TWO_PI;
      }
      rollout.logProbabilities().put(row + n, (float) logProbability);
    }
  }

  /** Takes the rewards of the rollout's steps, and account of the episodes that each step ended. */
  private void settle(int length) throws CellFailure, Divergence {
    double[] terms = worlds.awaitRewards();
    int n = worlds.count();
    for (int t = 0; t < length; t++) {
      long at = step - (long) (length - 1 - t) * n;
      reward(t * n, at, terms);
      endEpisodes(at, episodesOf.get(t));
    }
  }

  /** Checks a step's terms and sums them: [N × K] → [N]; then brings the rewards to scale. */
  private void reward(int row, long at, double[] terms) throws Divergence {
    int count = worlds.terms().size();
    for (int n = 0; n < rewards.length; n++) {
      rewards[n] = 0;
      if (blownUp[row + n]) {
        continue; // a broken simulation's numbers say nothing about the reward
      }
      int from = (row + n) * count;
      for (int k = 0; k < count; k++) {
        double value = terms[from + k];
        if (!(Math.abs(value) <= LARGEST_TERM)) {
          throw new Divergence(worlds.terms().get(k), at, value);
        }
        rewards[n] += value;
      }
      history.step(at, n, rewards[n], terms, from);
    }
    if (settings.normaliseRewards()) {
      rewardScale.add(rewards);
    }
    for (int n = 0; n < rewards.length; n++) {
      scaledRewards[row + n] =
          (float) (settings.normaliseRewards() ? rewardScale.apply(rewards[n]) : rewards[n]);
    }
  }

  /**
   * Keeps V of the last state of each episode that ended: 0 where the task ended it, what the
   * network tells where only the time limit did (Pardo et al. 2018,
   * https://arxiv.org/abs/1712.00378).
   */
  private void bootstrap(int row) {
    boolean anyTruncated = false;
    for (int n = 0; n < worlds.count(); n++) {
      anyTruncated |= worlds.truncated()[n];
    }
    if (anyTruncated) {
      scale().apply(worlds.finalObservations(), worlds.count(), lastObservations, 0);
      network.values(lastObservations, worlds.count(), lastValues);
    }
    for (int n = 0; n < worlds.count(); n++) {
      boolean terminated = worlds.terminated()[n];
      boolean truncated = worlds.truncated()[n] && !terminated;
      ended[row + n] = terminated || truncated;
      nextValues[row + n] = truncated ? lastValues.get(n) : 0;
    }
  }

  private void endEpisodes(long at, List<EpisodeRecord> ended) {
    for (EpisodeRecord episode : ended) {
      history.end(at, episode);
      rewardScale.end(episode.world());
    }
  }

  /** Fills in V of the next state where the episode goes on: that of the next row of the world. */
  private void linkValues(int length) {
    int n = worlds.count();
    for (int i = 0; i < length * n; i++) {
      if (!ended[i]) {
        nextValues[i] = i + n < length * n ? values.get(i + n) : lastValues.get(i % n);
      }
    }
  }

  // ------------------------------------------------------------------------------- advantages

  /** Fills the rollout's advantages and value targets, which are advantage + value. */
  private void advantages(int length) {
    int n = worlds.count();
    float[] told = new float[length * n];
    values.get(0, told);
    float[] advantages =
        Advantages.estimate(
            n, scaledRewards, told, nextValues, ended, settings.discount(), settings.lambda());
    for (int i = 0; i < told.length; i++) {
      rollout.advantages().put(i, advantages[i]);
      rollout.returns().put(i, advantages[i] + told[i]);
    }
  }

  // ----------------------------------------------------------------------------------- update

  /** Learns from the rollout in several passes over it, each in a new order. */
  private LearnerUpdate update(int length, double learningRate) throws Divergence {
    int[] rows = new int[length * worlds.count()];
    Arrays.setAll(rows, i -> i);
    int epoch = 0;
    UpdateStatistics statistics;
    do {
      random.shuffle(rows);
      statistics =
          network.update(rollout, rows, settings.miniBatch(), updateSettings, (float) learningRate);
      if (!statistics.finite()) {
        throw new Divergence(Outcome.Diverged.LEARNER, step, statistics.policyLoss());
      }
      epoch++;
    } while (epoch < settings.epochs() && !movedFarEnough(statistics));
    return new LearnerUpdate(
        step, history.ownReturn(), history.episodes(), learningRate, epoch, statistics);
  }

  private boolean movedFarEnough(UpdateStatistics statistics) {
    return settings.targetKl() > 0 && statistics.approximateKl() > settings.targetKl();
  }

  /** Returns the present policy with the present scale of observations. */
  private Policy policy() {
    NetworkSpec spec = network.spec();
    FloatBuffer buffer = DirectBuffers.floats(spec.parameterCount());
    network.readParameters(buffer);
    float[] parameters = new float[spec.parameterCount()];
    buffer.get(0, parameters);
    return new Policy(
        spec, parameters, observationMoments.mean(), observationMoments.variance(), step);
  }

  private ObservationScale scale() {
    return ObservationScale.of(observationMoments.mean(), observationMoments.variance());
  }

  /**
   * Passes all that the learner's future depends on, its worlds' included: a learner that a tape
   * was replayed into goes on where the recorded one was, and comes to the same bits.
   */
  public void pass(Tape tape) throws IOException {
    step = tape.whole(step);
    random.pass(tape);
    observationMoments.pass(tape);
    rewardScale.pass(tape);
    history.pass(tape, policy());
    NetworkState.pass(tape, network);
    worlds.pass(tape);
  }

  /** Returns the samples of the last round. */
  Rollout rollout() {
    return rollout;
  }

  @Override
  public void close() {
    network.close();
  }
}
