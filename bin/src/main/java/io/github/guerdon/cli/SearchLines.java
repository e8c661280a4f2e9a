package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.Task;
import io.github.guerdon.generator.report.AssessmentJson;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.RobustnessJson;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.run.JsonNumber;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.search.SearchEvent;
import io.github.guerdon.generator.search.SearchListener;
import java.util.TreeMap;

/** Writes a search's events as JSON lines; the schema stands in {@code docs/cli.md}. */
final class SearchLines implements SearchListener {

  private final Terminal terminal;
  private final Task task;
  private final RunDirectory run;
  private int generation;

  SearchLines(Terminal terminal, Task task, RunDirectory run) {
    this.terminal = terminal;
    this.task = task;
    this.run = run;
  }

  @Override
  public void on(SearchEvent event) {
    if (event instanceof SearchEvent.Planned planned) {
      started(planned.plan());
    } else if (event instanceof SearchEvent.GenerationStarted started) {
      generation = started.index();
    } else if (event instanceof SearchEvent.CandidateScored scored) {
      ObjectNode node = candidate(scored.id(), "trained");
      JsonNumber.put(node, "fitness", scored.score().value());
      print(node.putNull("message"));
    } else if (event instanceof SearchEvent.CandidateSentBack back) {
      print(
          Json.event("repair")
              .put("id", back.id())
              .put("generation", generation)
              .put("round", back.round())
              .put("of", back.of())
              .put("message", back.outcome() + ": " + back.message()));
    } else if (event instanceof SearchEvent.CandidateRefused refused) {
      print(
          candidate(refused.id(), "refused")
              .putNull("fitness")
              .put("message", refused.outcome() + ": " + refused.message()));
    } else if (event instanceof SearchEvent.CandidateFailed failed) {
      print(
          candidate(failed.id(), "failed")
              .putNull("fitness")
              .put("message", failed.outcome() + ": " + failed.message()));
    } else if (event instanceof SearchEvent.CandidateOutraced outraced) {
      print(
          candidate(outraced.id(), "outraced")
              .putNull("fitness")
              .put("message", outraced.message())
              .put("step", outraced.step())
              .put("steps", outraced.of()));
    } else if (event instanceof SearchEvent.CandidateTwin twin) {
      print(
          candidate(twin.id(), "duplicate")
              .putNull("fitness")
              .put("message", "duplicate of " + twin.of() + ": " + twin.how())
              .put("of", twin.of()));
    } else if (event instanceof SearchEvent.ScreenAbstained abstained) {
      print(
          Json.event("abstained")
              .put("id", abstained.id())
              .put("screen", abstained.screen())
              .put("message", abstained.why()));
    } else if (event instanceof SearchEvent.Tuned tuned) {
      ObjectNode node = Json.event("tuned").put("id", tuned.id());
      ObjectNode values = node.putObject("values");
      new TreeMap<>(tuned.values()).forEach(values::put);
      print(node.put("trainings", tuned.trainings()));
    } else if (event instanceof SearchEvent.FinalistScored scored) {
      ObjectNode node = Json.event("finalist").put("id", scored.id());
      JsonNumber.put(node, "fitness", scored.score().value());
      print(node.put("met", scored.score().requirementsMet()).put("seeds", scored.seeds()));
    } else if (event instanceof SearchEvent.GenerationFinished finished) {
      generation(finished.best());
    } else if (event instanceof SearchEvent.Finished finished) {
      finished(finished.result());
    }
  }

  private void started(Plan plan) {
    ObjectNode node =
        Json.event("started")
            .put("run", run.path().toString())
            .put("task", task.description().name())
            .put("seed", run.record().settings().seed())
            .put("profile", run.record().settings().profile())
            .put("strategy", run.record().settings().strategy().word());
    node.putObject("plan")
        .put("generations", plan.generations())
        .put("candidates", plan.candidates())
        .put("trainings", plan.trainings())
        .put("steps", plan.steps());
    node.putObject("sandbox")
        .put("level", run.record().sandboxLevel())
        .put("proof", String.join("; ", run.record().sandbox()));
    print(node);
  }

  private ObjectNode candidate(String id, String outcome) {
    return Json.event("candidate")
        .put("id", id)
        .put("generation", generation)
        .put("outcome", outcome);
  }

  private void generation(SearchResult.GenerationBest best) {
    ObjectNode node = Json.event("generation").put("index", best.index());
    if (best.id().isPresent() && best.score().isPresent()) {
      node.putObject("best").put("id", best.id().get()).put("fitness", best.score().get().value());
    } else {
      node.putNull("best");
    }
    print(node);
  }

  private void finished(SearchResult result) {
    ObjectNode node = Json.event("finished").put("exit", SearchSession.exit(result).code());
    result
        .winner()
        .ifPresentOrElse(
            winner -> {
              ObjectNode object =
                  node.putObject("winner")
                      .put("id", winner.id())
                      .put("fitness", winner.search().value());
              winner
                  .fresh()
                  .ifPresentOrElse(
                      fresh -> fresh(object.putObject("fresh"), fresh),
                      () -> object.putNull("fresh"));
            },
            () -> node.putNull("winner"));
    result
        .firstGuess()
        .ifPresent(
            first -> {
              ObjectNode object =
                  node.putObject("first_generation_best")
                      .put("id", first.id())
                      .put("fitness", first.search().value());
              first.fresh().ifPresent(fresh -> fresh(object.putObject("fresh"), fresh));
            });
    result
        .halt()
        .ifPresent(
            halt ->
                node.putObject("halt")
                    .put("kind", halt.kind().name())
                    .put("message", halt.message()));
    if (result.expense().calls() > 0) {
      ObjectNode expense =
          node.putObject("expense")
              .put("calls", result.expense().calls())
              .put("input_tokens", result.expense().inputTokens())
              .put("output_tokens", result.expense().outputTokens());
      JsonNumber.put(expense, "usd", result.expense().dollars());
    }
    ObjectNode baselines = node.putObject("baselines");
    result.baselines().forEach((name, fresh) -> fresh(baselines.putObject(name), fresh));
    result.assessment().ifPresent(a -> node.set("assessment", AssessmentJson.write(a)));
    result
        .race()
        .ifPresent(
            race ->
                node.putObject("race")
                    .put("stopped", race.stopped())
                    .put("finalists", race.finalists())
                    .put("saved_steps", race.saved())
                    .put("audits", race.audits())
                    .put("right", race.right()));
    if (!result.robustness().isEmpty()) {
      node.set("robustness", RobustnessJson.write(result.robustness()));
    }
    print(
        node.put("trainings", result.trainings())
            .put("steps", result.steps())
            .put("seconds", result.seconds()));
  }

  private static void fresh(ObjectNode node, Fresh fresh) {
    JsonNumber.put(node, "mean", fresh.mean());
    JsonNumber.put(node, "low", fresh.low());
    JsonNumber.put(node, "high", fresh.high());
    JsonNumber.put(node, "iqm", fresh.iqm());
    JsonNumber.put(node, "iqm_low", fresh.iqmLow());
    JsonNumber.put(node, "iqm_high", fresh.iqmHigh());
    node.put("seeds", fresh.seeds()).put("failed", fresh.failed());
  }

  private void print(ObjectNode node) {
    terminal.print(Json.line(node));
  }
}
