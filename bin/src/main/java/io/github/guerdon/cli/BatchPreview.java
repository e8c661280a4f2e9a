package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.batch.BatchPlan;
import io.github.guerdon.generator.batch.Experiment;
import io.github.guerdon.generator.llm.account.Estimate;
import io.github.guerdon.generator.llm.account.PriceTable;
import io.github.guerdon.generator.llm.account.Spend;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.prompt.Prompts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Prints what a batch would do and cost; calls and trains nothing. */
final class BatchPreview {

  private final Terminal terminal;
  private final BatchPlan plan;
  private final Map<Experiment, Prepared> prepared;
  private final Map<Experiment, Estimate> estimates = new LinkedHashMap<>();

  BatchPreview(
      Terminal terminal,
      BatchPlan plan,
      Map<Experiment, Prepared> prepared,
      Prompts prompts,
      PriceTable prices) {
    this.terminal = terminal;
    this.plan = plan;
    this.prepared = prepared;
    prepared.forEach(
        (experiment, p) -> {
          if (!p.choice().offline()) {
            estimates.put(
                experiment,
                new DryRun(terminal, p.task(), p.choice(), p.settings(), p.plan(), prompts, prices)
                    .estimate());
          }
        });
  }

  void print(boolean json) {
    long trainings = sum(Plan::trainings);
    long steps = sum(Plan::steps);
    if (json) {
      ObjectNode node =
          Json.event("plan")
              .put("batch", plan.name())
              .put("trainings", trainings)
              .put("steps", steps)
              .put("shared_at_least", shared());
      if (!estimates.isEmpty()) {
        node.put("expected_calls", calls(Estimate::expected))
            .put("most_calls", calls(Estimate::most));
        if (priced()) {
          node.put("expected_usd", money(Estimate::expected))
              .put("most_usd", money(Estimate::most));
        }
      }
      ArrayNode list = node.putArray("experiments");
      prepared.forEach(
          (experiment, p) ->
              list.addObject()
                  .put("name", experiment.name())
                  .put("trainings", p.plan().trainings())
                  .put("steps", p.plan().steps())
                  .put("cut", p.plan().cut().name()));
      terminal.print(Json.line(node));
      return;
    }
    terminal.print("batch " + plan.name() + ": " + prepared.size() + " experiments");
    prepared.forEach((experiment, p) -> terminal.print("  " + line(experiment, p.plan())));
    terminal.print(
        "at most "
            + trainings
            + " trainings of "
            + Text.count(steps)
            + " environment steps in all; at least "
            + shared()
            + " of them, of baselines, are shared and run once");
    if (!estimates.isEmpty()) {
      terminal.print(
          "language models: about "
              + calls(Estimate::expected)
              + " calls, at most "
              + calls(Estimate::most)
              + "; cost: "
              + (priced()
                  ? "about "
                      + money(Estimate::expected).toPlainString()
                      + " USD, at most "
                      + money(Estimate::most).toPlainString()
                      + " USD"
                  : "unknown, no price for a model; give one with --prices FILE"));
    }
    terminal.print("Nothing was called or trained (--dry-run).");
  }

  private static String line(Experiment experiment, Plan one) {
    return experiment.name()
        + ": "
        + one.generations()
        + " generations of "
        + one.candidates()
        + " candidates, "
        + one.finalists()
        + " finalist(s), "
        + one.measured()
        + " rewards on "
        + one.freshSeeds()
        + " fresh seeds; at most "
        + one.trainings()
        + " trainings of "
        + Text.count(one.stepsPerTraining())
        + " steps"
        + (one.cut() == Plan.Cut.NONE ? "" : ", cut short by the budget");
  }

  private long sum(Function<Plan, Long> number) {
    return prepared.values().stream().mapToLong(p -> number.apply(p.plan())).sum();
  }

  /** Counts what is known to be shared: baselines of one task, seed and learner. */
  private long shared() {
    Map<List<Object>, Long> first = new HashMap<>();
    long shared = 0;
    for (Prepared p : prepared.values()) {
      List<Object> same =
          List.of(p.task().identity(), p.settings().seed(), p.settings().training());
      long own = (long) p.task().description().baselines().size() * p.plan().freshSeeds();
      Long before = first.putIfAbsent(same, own);
      shared += before == null ? 0 : Math.min(before, own);
    }
    return shared;
  }

  private long calls(Function<Estimate, Spend> which) {
    return estimates.values().stream().mapToLong(e -> which.apply(e).calls()).sum();
  }

  private boolean priced() {
    return estimates.values().stream().allMatch(e -> e.expected().money().isPresent());
  }

  private BigDecimal money(Function<Estimate, Spend> which) {
    return estimates.values().stream()
        .map(e -> which.apply(e).money().orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
