package io.github.guerdon.sandbox.executor;

import io.github.guerdon.sandbox.training.Outcome;

/** Outcomes under another job's id. */
final class Outcomes {

  private Outcomes() {}

  static Outcome forJob(String id, Outcome outcome) {
    return outcome.match(
        completed -> new Outcome.Completed(id, completed.result()),
        diverged -> new Outcome.Diverged(id, diverged.term(), diverged.step(), diverged.value()),
        timedOut -> new Outcome.TimedOut(id, timedOut.after(), timedOut.step()),
        crashed -> new Outcome.Crashed(id, crashed.cause(), crashed.where(), crashed.step()),
        paused -> new Outcome.Paused(id, paused.step(), paused.standings(), paused.curve()));
  }
}
