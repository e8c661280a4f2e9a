package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.Tape;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the policy with the best mean return under its own reward. The task's fitness has no say
 * in it: it would choose its own luck.
 *
 * <p>The mean over the last episodes is put down to the policy that acted in their middle. To the
 * newest one it would say nothing: a policy that has just collapsed would be taken for what its
 * forerunners did.
 */
final class Checkpoints {

  /** So many episodes make a mean, so that one lucky episode chooses nothing. */
  static final int WINDOW = 20;

  private final Deque<Ended> recent = new ArrayDeque<>();
  private final Deque<Policy> policies = new ArrayDeque<>();
  private double bestReturn = Double.NaN;
  private @Nullable Policy best;

  /** An episode: the training's step at which it began, and its return. */
  private record Ended(long begun, double ownReturn) {}

  /** Takes in the policy that acts from its step on. */
  void begin(Policy policy) {
    policies.addLast(policy);
  }

  /** Takes in an ended episode. */
  void episode(long begun, double ownReturn) {
    recent.addLast(new Ended(begun, ownReturn));
    if (recent.size() > WINDOW) {
      recent.removeFirst();
    }
  }

  /** Keeps the policy in the middle of the last episodes if their mean is the best so far. */
  void measure(long step, boolean over) {
    OptionalDouble own = ownReturn();
    if (own.isEmpty()) {
      return;
    }
    long middle = (recent.getFirst().begun() + step) / 2;
    while (policies.size() > 1 && second().step() <= middle) {
      policies.removeFirst();
    }
    // Early episodes are the shortest ones; a few of them are no measure yet.
    boolean measured = recent.size() == WINDOW || over;
    if (measured && !(own.getAsDouble() <= bestReturn)) {
      bestReturn = own.getAsDouble();
      best = policies.getFirst();
    }
  }

  private Policy second() {
    Iterator<Policy> iterator = policies.iterator();
    iterator.next();
    return iterator.next();
  }

  /** Returns the mean return of the last episodes, once one has ended. */
  OptionalDouble ownReturn() {
    return recent.stream().mapToDouble(Ended::ownReturn).average();
  }

  /** Returns the best policy, if an episode has ended. */
  Optional<Policy> best() {
    return Optional.ofNullable(best);
  }

  /** Returns the best policy's mean return; not a number if no episode has ended. */
  double bestReturn() {
    return bestReturn;
  }

  /**
   * Passes the episodes and policies.
   *
   * @param blank any policy of the networks' shape
   */
  void pass(Tape tape, Policy blank) throws IOException {
    tape.all(
        recent,
        new Ended(0, 0),
        (t, ended) -> new Ended(t.whole(ended.begun()), t.number(ended.ownReturn())));
    tape.all(policies, blank, (t, policy) -> policy.pass(t));
    bestReturn = tape.number(bestReturn);
    if (tape.flag(best != null)) {
      best = (best == null ? blank : best).pass(tape);
    }
  }
}
