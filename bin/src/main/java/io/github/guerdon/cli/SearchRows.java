package io.github.guerdon.cli;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.generator.report.Assessment;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.Racing;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.search.SearchEvent;
import io.github.guerdon.generator.search.SearchListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person how a search goes: a line an event, and a live row of the trainings in progress.
 */
final class SearchRows implements SearchListener {

  private static final int NAME = 10;

  private final Terminal terminal;
  private final Task task;
  private final RunDirectory run;
  private final int trainers;
  private final Map<String, SearchEvent.TrainingProgress> running = new HashMap<>();
  private @Nullable Plan plan;
  private String stage = "";
  private long stepsDone;

  SearchRows(Terminal terminal, Task task, RunDirectory run, int trainers) {
    this.terminal = terminal;
    this.task = task;
    this.run = run;
    this.trainers = trainers;
  }

  @Override
  public void on(SearchEvent event) {
    if (event instanceof SearchEvent.Planned planned) {
      planned(planned.plan());
    } else if (event instanceof SearchEvent.GenerationStarted started) {
      stage = "generation " + (started.index() + 1) + " of " + started.of();
      say(stage);
    } else if (event instanceof SearchEvent.CandidateSentBack back) {
      say(
          "  "
              + Text.left(back.id(), NAME)
              + "repair "
              + back.round()
              + " of "
              + back.of()
              + "  "
              + back.outcome()
              + ": "
              + firstLine(back.message()));
    } else if (event instanceof SearchEvent.CandidateRefused refused) {
      say(
          "  "
              + Text.left(refused.id(), NAME)
              + "refused  "
              + refused.outcome()
              + ": "
              + firstLine(refused.message()));
    } else if (event instanceof SearchEvent.CandidateTwin twin) {
      say(
          "  "
              + Text.left(twin.id(), NAME)
              + "duplicate of "
              + twin.of()
              + ", not trained: "
              + twin.how());
    } else if (event instanceof SearchEvent.TrainingProgress progress) {
      running.put(progress.training(), progress);
      row();
    } else if (event instanceof SearchEvent.TrainingFinished finished) {
      running.remove(finished.training());
      stepsDone = finished.steps();
      row();
    } else if (event instanceof SearchEvent.CandidateScored scored) {
      say("  " + Text.left(scored.id(), NAME) + score(scored.score()));
    } else if (event instanceof SearchEvent.CandidateFailed failed) {
      say(
          "  "
              + Text.left(failed.id(), NAME)
              + "failed   "
              + failed.outcome()
              + ": "
              + firstLine(failed.message()));
    } else if (event instanceof SearchEvent.CandidateOutraced outraced) {
      say(
          "  "
              + Text.left(outraced.id(), NAME)
              + "stopped at "
              + Text.count(outraced.step())
              + " steps: "
              + outraced.message());
    } else if (event instanceof SearchEvent.GenerationFinished finished) {
      say("  best: " + finished.best().id().orElse("none"));
    } else if (event instanceof SearchEvent.TuningStarted started) {
      stage = "tuning";
      say(
          "tuning the constants of "
              + started.id()
              + " by at most "
              + started.trainings()
              + " short trainings");
    } else if (event instanceof SearchEvent.Tuned tuned) {
      say("  better after " + tuned.trainings() + ": " + new TreeMap<>(tuned.values()));
    } else if (event instanceof SearchEvent.FinalsStarted finals) {
      stage = "finals";
      say(
          "finals: "
              + String.join(", ", finals.finalists())
              + " trained again with "
              + finals.seeds()
              + " more seed(s) each to choose the winner");
    } else if (event instanceof SearchEvent.FinalistScored scored) {
      say("  " + Text.left(scored.id(), NAME) + score(scored.score()));
    } else if (event instanceof SearchEvent.WinnerChosen chosen) {
      stage = "fresh seeds";
      say("winner: " + chosen.id() + "; measuring it and the baselines on fresh seeds");
    } else if (event instanceof SearchEvent.RobustnessStarted started) {
      stage = "robustness";
      say("trying the policy of " + started.label() + " in models that differ");
    } else if (event instanceof SearchEvent.Finished finished) {
      terminal.clearRow();
      report(finished.result());
    }
  }

  private void planned(Plan made) {
    plan = made;
    say(
        task.description().name()
            + ", seed "
            + run.record().settings().seed()
            + ", profile "
            + run.record().settings().profile()
            + ", designer "
            + run.record().designer()
            + ", strategy "
            + run.record().settings().strategy().word());
    made.lines().forEach(line -> say("  " + line));
    racing(run.record().settings().racing()).ifPresent(line -> say("  " + line));
    say(
        "  "
            + trainers
            + " trainer(s); sandbox: "
            + run.record().sandbox().get(0)
            + "; run: "
            + run.path());
  }

  private static Optional<String> racing(Racing racing) {
    String stop = "racing: clearly worse candidates stop early; ";
    return switch (racing) {
      case OFF -> Optional.empty();
      case SAVE -> Optional.of(stop + "their steps are saved");
      case SPEND -> Optional.of(stop + "their steps go to more generations");
    };
  }

  private void row() {
    if (plan == null) {
      return;
    }
    long inProgress = running.values().stream().mapToLong(SearchEvent.TrainingProgress::step).sum();
    double speed =
        running.values().stream().mapToDouble(SearchEvent.TrainingProgress::stepsPerSecond).sum();
    double left = (double) Math.max(0, plan.steps() - stepsDone - inProgress) / Math.max(1, speed);
    terminal.row(
        stage
            + ": "
            + Text.count(stepsDone + inProgress)
            + " of at most "
            + Text.count(plan.steps())
            + " steps, "
            + Text.count(speed)
            + " steps/s, about "
            + Text.duration(left)
            + " left");
  }

  private void report(SearchResult result) {
    String metric = task.description().fitness().maximize();
    terminal.print("");
    result.halt().ifPresent(halt -> terminal.print("The designer stopped: " + halt.message()));
    if (result.reason() == ExitReason.NO_VALID_CANDIDATE) {
      terminal.print(
          "No candidate was trained to the end; "
              + run.path().resolve("summary.md")
              + " says why.");
    }
    result
        .winner()
        .ifPresent(
            winner -> {
              terminal.print(winner.source().strip());
              terminal.print("");
              terminal.print(
                  Text.left(metric, 24) + "  in search   fresh seeds: mean [95 % interval], seeds");
              terminal.print(
                  line(
                      "winner " + winner.id(),
                      Text.number(winner.search().value()),
                      winner.fresh().orElse(null)));
            });
    result
        .firstGuess()
        .filter(first -> result.winner().filter(w -> w.id().equals(first.id())).isEmpty())
        .ifPresent(
            first ->
                terminal.print(
                    line(
                        "first guess " + first.id(),
                        Text.number(first.search().value()),
                        first.fresh().orElse(null))));
    result.baselines().forEach((name, fresh) -> terminal.print(line(name, "", fresh)));
    result.assessment().ifPresent(this::assessment);
    result
        .race()
        .ifPresent(
            race -> {
              terminal.print("");
              terminal.print(race.sentence());
            });
    if (!result.robustness().isEmpty()) {
      terminal.print("");
      RobustnessRows.of(result.robustness()).forEach(terminal::print);
    }
    terminal.print("");
    terminal.print(
        ending(result)
            + result.trainings()
            + " trainings, "
            + Text.count(result.steps())
            + " steps, "
            + Text.duration(result.seconds())
            + "; sandbox: "
            + run.record().sandbox().get(0)
            + "; kept in "
            + run.path());
  }

  private void assessment(Assessment assessment) {
    terminal.print(
        Text.left("  random policy", 24)
            + Text.right("", 11)
            + "   "
            + Text.number(assessment.random()));
    terminal.print("");
    assessment.against().forEach((name, c) -> terminal.print(c.sentence(name)));
    terminal.print(
        assessment.humanNormalised().isPresent()
            ? "Human-normalised score: " + Text.number(assessment.humanNormalised().getAsDouble())
            : "No human-normalised score: " + assessment.refusal() + ".");
  }

  private static String ending(SearchResult result) {
    return switch (result.reason()) {
      case COMPLETED, NO_VALID_CANDIDATE -> "";
      case TRAININGS_CAP -> "Cut short by --trainings. ";
      case STEPS_CAP -> "Cut short by --steps. ";
      case CANCELLED -> "Interrupted; go on with --resume. ";
      case TIME_CAP -> "Stopped by --time; go on with --resume. ";
      case DESIGN_CAP -> "Cut short by --calls, --tokens or --money. ";
      case DESIGNER_SETTING -> "The designer cannot work with its settings. ";
      case DESIGNER_UNREACHABLE -> "The designer cannot be reached; go on with --resume. ";
    };
  }

  private static String line(String name, String search, @Nullable Fresh fresh) {
    String measured =
        fresh == null
            ? "not measured"
            : Text.interval(fresh.mean(), fresh.low(), fresh.high())
                + ", "
                + fresh.seeds()
                + (fresh.requirementsMet() < fresh.seeds()
                    ? ", requirements met on " + fresh.requirementsMet()
                    : "");
    return Text.left("  " + name, 24) + Text.right(search, 11) + "   " + measured;
  }

  private String score(Score score) {
    String metric = task.description().fitness().maximize();
    return metric
        + " "
        + Text.number(score.value())
        + (score.requirementsMet() ? "" : "  (requirements missed)");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private void say(String line) {
    terminal.say(line);
  }
}
