package io.github.guerdon.cli;

import io.github.guerdon.generator.batch.BatchListener;
import io.github.guerdon.generator.batch.Experiment;
import io.github.guerdon.generator.batch.ExperimentOutcome;
import io.github.guerdon.generator.batch.ExperimentResult;
import io.github.guerdon.generator.search.SearchEvent;
import io.github.guerdon.generator.search.SearchListener;
import java.util.HashMap;
import java.util.Map;

/** Tells how a batch goes: a line an experiment, and one live row over all of them. */
final class BatchProgress implements BatchListener {

  private final Terminal terminal;
  private final boolean json;
  private final int experiments;
  private final long mostSteps;
  private final Map<Experiment, Long> steps = new HashMap<>();
  private final Map<Experiment, Map<String, SearchEvent.TrainingProgress>> running =
      new HashMap<>();
  private int ended;

  /**
   * Makes one.
   *
   * @param mostSteps environment steps of all plans together
   */
  BatchProgress(Terminal terminal, boolean json, int experiments, long mostSteps) {
    this.terminal = terminal;
    this.json = json;
    this.experiments = experiments;
    this.mostSteps = mostSteps;
  }

  /** Says something to the person at the shell. */
  synchronized void said(String line) {
    if (!json) {
      terminal.say(line);
    }
  }

  @Override
  public synchronized void begun(Experiment experiment) {
    if (json) {
      terminal.print(Json.line(Json.event("begun").put("name", experiment.name())));
    } else {
      terminal.say("  " + experiment.name() + ": begun");
    }
  }

  @Override
  public synchronized void ended(Experiment experiment, ExperimentOutcome outcome, boolean known) {
    ended++;
    running.remove(experiment);
    String word = outcome.match(d -> "done", s -> "stopped", b -> "broken");
    if (json) {
      terminal.print(
          Json.line(
              Json.event("ended")
                  .put("name", experiment.name())
                  .put("outcome", word)
                  .put("known", known)));
    } else {
      String told =
          outcome.match(
              d -> sentence(d.result()) + (known ? " (done before)" : ""),
              s -> s.why().sentence(),
              b -> "broken: " + b.message());
      terminal.say("  " + experiment.name() + ": " + told);
    }
    row();
  }

  private static String sentence(ExperimentResult result) {
    return result
        .fresh()
        .map(
            f ->
                "fitness "
                    + Text.interval(f.iqm(), f.iqmLow(), f.iqmHigh())
                    + " on "
                    + f.seeds()
                    + " fresh seeds")
        .orElse(result.winner().isPresent() ? "no fresh seeds" : "no winner");
  }

  /** Returns what hears how the search of an experiment goes. */
  SearchListener of(Experiment experiment) {
    return event -> hear(experiment, event);
  }

  private synchronized void hear(Experiment experiment, SearchEvent event) {
    Map<String, SearchEvent.TrainingProgress> own =
        running.computeIfAbsent(experiment, e -> new HashMap<>());
    if (event instanceof SearchEvent.TrainingProgress progress) {
      own.put(progress.training(), progress);
      row();
    } else if (event instanceof SearchEvent.TrainingFinished finished) {
      own.remove(finished.training());
      steps.put(experiment, finished.steps());
      row();
    }
  }

  private void row() {
    double speed = 0;
    long done = steps.values().stream().mapToLong(Long::longValue).sum();
    for (Map<String, SearchEvent.TrainingProgress> own : running.values()) {
      for (SearchEvent.TrainingProgress progress : own.values()) {
        speed += progress.stepsPerSecond();
        done += progress.step();
      }
    }
    terminal.row(
        ended
            + " of "
            + experiments
            + " experiments, "
            + Text.count(done)
            + " of at most "
            + Text.count(mostSteps)
            + " steps, "
            + Text.count(speed)
            + " steps/s, about "
            + Text.duration(Math.max(0, mostSteps - done) / Math.max(1, speed))
            + " left");
  }
}
