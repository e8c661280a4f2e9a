package io.github.guerdon.generator.report;

import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.design.Expense;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.report.SearchResult.GenerationBest;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.run.SearchSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A run's summary for people, in Markdown. */
public final class Summary {

  private final StringBuilder text = new StringBuilder();

  private Summary() {}

  /**
   * Writes the summary.
   *
   * @param designer what the designer calls itself
   * @param generation the last one, which knows all candidates
   * @param steps environment steps of each training, by its hash
   */
  public static String write(
      RunRecord record,
      TaskDescription task,
      String designer,
      Plan plan,
      Generation generation,
      Map<String, Long> steps,
      SearchResult result) {
    Summary summary = new Summary();
    summary.head(record, task, designer, plan, result);
    summary.measurements(task, result);
    summary.robustness(result);
    summary.generations(result);
    summary.candidates(generation, result);
    summary.frontier(generation, steps);
    result.winner().ifPresent(w -> summary.lineage(generation, w.id()));
    summary.failures(generation);
    result.winner().ifPresent(summary::source);
    return summary.text.toString();
  }

  private void head(
      RunRecord record, TaskDescription task, String designer, Plan plan, SearchResult result) {
    SearchSettings settings = record.settings();
    line("# %s, seed %d", task.name(), settings.seed());
    line("");
    line(
        "Ended: %s. Profile `%s`, designer `%s`, strategy `%s`.",
        result.reason(), settings.profile(), designer, settings.strategy().word());
    line(
        "%d trainings, %d environment steps; planned at most: %s.",
        result.trainings(), result.steps(), String.join("; ", plan.lines()));
    result.halt().ifPresent(halt -> line("The designer stopped: %s", halt.message()));
    if (result.expense().calls() > 0) {
      line("%s.", expense(result.expense()));
    }
    line("");
    line(
        "Environment: `%s`, %d steps an episode, frame skip %d, derived %s, healthy `%s`.",
        task.model(),
        task.episode().steps(),
        task.control().frameSkip(),
        task.control().derived(),
        task.episode().healthy().map(Expression::text).orElse("always"));
    line(
        "Task identity `%s`, sandbox %s, versions %s.",
        record.identity(), record.sandbox().get(0), record.versions());
    line("");
  }

  /** Says what a designer cost. */
  static String expense(Expense expense) {
    return say(
        "%d model calls, %d tokens in, %d tokens out, %s",
        expense.calls(),
        expense.inputTokens(),
        expense.outputTokens(),
        Double.isNaN(expense.dollars()) ? "price unknown" : say("%.4f USD", expense.dollars()));
  }

  private void measurements(TaskDescription task, SearchResult result) {
    line("## Fitness: %s", task.fitness().maximize());
    line("");
    line(
        "| reward | in the search | fresh seeds: mean | 95 %% interval | seeds | failed |"
            + " requirements met |");
    line("|---|---|---|---|---|---|---|");
    result
        .winner()
        .ifPresent(w -> row("winner " + w.id(), Optional.of(w.search().value()), w.fresh()));
    result
        .firstGuess()
        .filter(f -> result.winner().map(w -> !w.id().equals(f.id())).orElse(true))
        .ifPresent(f -> row("first guess " + f.id(), Optional.of(f.search().value()), f.fresh()));
    result.baselines().forEach((name, fresh) -> row(name, Optional.empty(), Optional.of(fresh)));
    line("");
    result.assessment().ifPresent(a -> assessmentLines(a, result).forEach(l -> line("%s", l)));
  }

  /** Says what the fresh seeds say of the winner, a sentence or a table's row each. */
  static List<String> assessmentLines(Assessment a, SearchResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("| reward | IQM | 95 % interval | above random |");
    lines.add("|---|---|---|---|");
    Map<String, Fresh> all = new LinkedHashMap<>();
    result.winner().ifPresent(w -> w.fresh().ifPresent(f -> all.put("winner " + w.id(), f)));
    all.putAll(result.baselines());
    all.forEach(
        (name, f) ->
            lines.add(
                say(
                    "| %s | %.4g | %.4g – %.4g | %.4g |",
                    name, f.iqm(), f.iqmLow(), f.iqmHigh(), f.iqm() - a.random())));
    lines.add(say("| random policy | %.4g | – | 0 |", a.random()));
    lines.add("");
    a.against().forEach((name, c) -> lines.add("- " + c.sentence(name)));
    lines.add(
        say(
            "- Noise between seeds: %.4g; in the search two scores within %.4g of each other are"
                + " tied. Tied with the winner there: %s.",
            a.noise(), a.band(), a.tied().isEmpty() ? "nobody" : String.join(", ", a.tied())));
    lines.add(
        a.humanNormalised().isPresent()
            ? say("- Human-normalised score: %.3f.", a.humanNormalised().getAsDouble())
            : "- No human-normalised score: " + a.refusal() + ".");
    lines.add("");
    return lines;
  }

  private void row(String name, Optional<Double> search, Optional<Fresh> fresh) {
    String cells =
        fresh
            .map(
                f ->
                    say(
                        "%.4g | %.4g – %.4g | %d | %d | %d",
                        f.mean(), f.low(), f.high(), f.seeds(), f.failed(), f.requirementsMet()))
            .orElse("not measured | – | 0 | 0 | 0");
    line("| %s | %s | %s |", name, search.map(s -> say("%.4g", s)).orElse("–"), cells);
  }

  private void robustness(SearchResult result) {
    if (result.robustness().isEmpty()) {
      return;
    }
    line("## Where the model varies");
    line("");
    line("One policy of each, trained on a fresh seed; `guerdon robustness` shows each model.");
    line("");
    result
        .robustness()
        .forEach((name, card) -> line("- %s: %s", name, String.join(" ", card.sentences())));
    line("");
  }

  private void generations(SearchResult result) {
    line("## Generations");
    line("");
    for (GenerationBest best : result.generations()) {
      line(
          "- %d: best %s, %.0f %% could be trained",
          best.index(),
          best.id()
              .map(id -> id + " " + best.score().map(s -> say("%.4g", s.value())).orElse(""))
              .orElse("none"),
          100 * best.executionRate());
    }
    line("");
  }

  private void candidates(Generation generation, SearchResult result) {
    line("## Candidates");
    line("");
    line("| candidate | from | repairs | ended | fitness |");
    line("|---|---|---|---|---|");
    for (Candidate candidate : generation.all()) {
      Proposal proposal = candidate.draft().proposal();
      line(
          "| %s | %s | %d | %s |",
          candidate.id(),
          proposal.operator()
              + (proposal.parents().isEmpty()
                  ? ""
                  : " of " + String.join(", ", proposal.parents())),
          candidate.draft().round(),
          candidate.match(
              scored -> say("trained | %.4g", scored.score().value()),
              failed -> failed.outcome() + " | –",
              twin -> "duplicate of " + twin.earlier().id() + " | as that",
              outraced -> outraced.how() + " | –"));
    }
    line("");
    line("%s.", counts(generation));
    result
        .abstained()
        .forEach((id, why) -> line("The screen for duplicates said nothing of %s: %s.", id, why));
    result.race().ifPresent(race -> line("%s", race.sentence()));
    line("");
  }

  /** Counts what became of the candidates, repairs included. */
  static String counts(Generation generation) {
    List<Candidate> all = generation.all();
    long repaired = all.stream().filter(c -> c.draft().round() > 0 && c instanceof Scored).count();
    long scored = all.stream().filter(Scored.class::isInstance).count();
    long failed = all.stream().filter(Candidate.Failed.class::isInstance).count();
    long twins = all.stream().filter(Candidate.Duplicate.class::isInstance).count();
    long outraced = all.size() - scored - failed - twins;
    return say(
        "%d candidates: %d trained to the end (%d of them after repair),%s %d refused or failed and"
            + " given up, %d duplicates not trained; %d repairs in all",
        all.size(),
        scored,
        repaired,
        outraced == 0 ? "" : say(" %d stopped by the race,", outraced),
        failed,
        twins,
        all.stream().mapToInt(c -> c.draft().round()).sum());
  }

  private void frontier(Generation generation, Map<String, Long> steps) {
    List<Frontier.Point> points = Frontier.of(generation, steps);
    if (points.isEmpty()) {
      return;
    }
    line("## What fitness cost");
    line("");
    line(
        "Each candidate that was better than all before it, and what the search had spent by"
            + " then.");
    line("");
    line("| candidate | fitness | environment steps |");
    line("|---|---|---|");
    for (Frontier.Point point : points) {
      Scored candidate = point.candidate();
      line(
          "| %s | %.4g%s | %d |",
          candidate.id(),
          candidate.score().value(),
          candidate.score().requirementsMet() ? "" : " (requirements missed)",
          point.steps());
    }
    line("");
  }

  private void lineage(Generation generation, String winner) {
    line("## How the winner came about");
    line("");
    for (Lineage.Step step : Lineage.of(generation, winner)) {
      Candidate candidate = step.candidate();
      line(
          "- %s, %s%s: %s",
          candidate.id(),
          candidate.draft().proposal().operator(),
          candidate.draft().proposal().parents().isEmpty()
              ? ""
              : " of " + String.join(", ", candidate.draft().proposal().parents()),
          candidate.match(
              scored -> say("%.4g", scored.score().value()),
              failed -> failed.outcome(),
              twin -> "duplicate of " + twin.earlier().id(),
              outraced -> outraced.how()));
      step.changes().forEach(change -> line("  - %s", change));
    }
    line("");
  }

  private void failures(Generation generation) {
    List<String> failures =
        generation.all().stream()
            .filter(Candidate.Failed.class::isInstance)
            .map(Candidate.Failed.class::cast)
            .map(f -> f.outcome() + ": " + f.feedback())
            .toList();
    if (!failures.isEmpty()) {
      line("## Failures");
      line("");
      Failures.grouped(failures).forEach(f -> line("- %s", f.replace("\n", "\n  ")));
      line("");
    }
  }

  private void source(Measured winner) {
    line("## Winner");
    line("");
    line("```java");
    line("%s", winner.source().strip());
    line("```");
  }

  private void line(String format, Object... values) {
    text.append(say(format, values)).append('\n');
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
