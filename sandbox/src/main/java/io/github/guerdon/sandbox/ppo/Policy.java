package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.nn.DirectBuffers;
import io.github.guerdon.sandbox.nn.NativeNetwork;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import java.io.IOException;
import java.nio.FloatBuffer;

/** A checkpoint: all that is needed to act as the policy did at one step of its training. */
public final class Policy {

  /** Observations brought to scale are clipped to this and its negative. */
  public static final double OBSERVATION_CLIP = ObservationScale.CLIP;

  /** What is added to an observation's variance before it is divided by its root. */
  public static final double OBSERVATION_EPSILON = ObservationScale.EPSILON;

  private final NetworkSpec spec;
  private final float[] parameters;
  private final double[] observationMean;
  private final double[] observationVariance;
  private final long step;

  /**
   * Makes a policy.
   *
   * @param spec the networks' shape
   * @param parameters in the order of {@link NetworkSpec#tensors()}
   * @param observationMean what is subtracted from observations; zeros for nothing
   * @param observationVariance what they are scaled by; ones for nothing
   * @param step the training's step that it is of
   */
  public Policy(
      NetworkSpec spec,
      float[] parameters,
      double[] observationMean,
      double[] observationVariance,
      long step) {
    require("parameters", parameters.length, spec.parameterCount());
    require("observation means", observationMean.length, spec.observationSize());
    require("observation variances", observationVariance.length, spec.observationSize());
    this.spec = spec;
    this.parameters = parameters.clone();
    this.observationMean = observationMean.clone();
    this.observationVariance = observationVariance.clone();
    this.step = step;
  }

  private static void require(String what, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          "a policy of this shape has " + expected + " " + what + ", not " + length);
    }
  }

  /** Returns the networks' shape. */
  public NetworkSpec spec() {
    return spec;
  }

  /** Returns a copy of the parameters. */
  public float[] parameters() {
    return parameters.clone();
  }

  /** Returns a copy of the observations' means. */
  public double[] observationMean() {
    return observationMean.clone();
  }

  /** Returns a copy of the observations' variances. */
  public double[] observationVariance() {
    return observationVariance.clone();
  }

  /** Returns the training's step that it is of. */
  public long step() {
    return step;
  }

  /** Passes the numbers; returns the policy that they make. */
  Policy pass(Tape tape) throws IOException {
    float[] numbers = parameters();
    tape.array(numbers);
    double[] mean = observationMean();
    tape.array(mean);
    double[] variance = observationVariance();
    tape.array(variance);
    return new Policy(spec, numbers, mean, variance, tape.whole(step));
  }

  /** Opens the policy for acting in up to {@code rows} worlds at once. */
  public Actor open(int rows) {
    return new Actor(this, rows);
  }

  /** Acts without noise: an action is the mean of the policy's distribution. */
  public static final class Actor implements AutoCloseable {

    private final NativeNetwork network;
    private final ObservationScale scale;
    private final FloatBuffer observations;
    private final FloatBuffer means;
    private final FloatBuffer values;

    private Actor(Policy policy, int rows) {
      NetworkSpec spec = policy.spec;
      scale = ObservationScale.of(policy.observationMean, policy.observationVariance);
      observations = DirectBuffers.floats(rows * spec.observationSize());
      means = DirectBuffers.floats(rows * spec.actionSize());
      values = DirectBuffers.floats(rows);
      network = NativeNetwork.create(spec, 0);
      network.writeParameters(
          DirectBuffers.floats(policy.parameters.length).put(0, policy.parameters));
    }

    /**
     * Chooses actions.
     *
     * @param seen raw observations, [rows × D]
     * @param rows at most as many as it was opened for
     * @param actions is filled with [rows × A], not clipped
     */
    public void act(float[] seen, int rows, float[] actions) {
      scale.apply(seen, rows, observations, 0);
      network.forward(observations, rows, means, values);
      means.get(0, actions, 0, rows * network.spec().actionSize());
    }

    @Override
    public void close() {
      network.close();
    }
  }
}
