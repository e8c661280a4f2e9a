package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Control;
import io.github.guerdon.env.Episode;
import io.github.guerdon.env.FitnessRule;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Score.MetricSummary;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Training;
import io.github.guerdon.env.Vary;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.generator.design.Briefs;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.design.TaskBrief;
import io.github.guerdon.generator.evolve.StrategyName;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.Rungs;
import io.github.guerdon.sandbox.training.Standing;
import io.github.guerdon.sandbox.training.TermPoint;
import io.github.guerdon.sandbox.training.TermStatistics;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingResult;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hand-written stand-ins at the seams of the search; they record what they got. */
public final class Fakes {

  private static final Pattern SCORE = Pattern.compile("score (-?\\d+(?:\\.\\d+)?)");
  private static final Pattern SLUMP = Pattern.compile("slump (-?[0-9]+)");

  private static final Pattern BANK = Pattern.compile("bank (-?\\d+(?:\\.\\d+)?)");

  private static final Pattern RUNG = Pattern.compile("rung (-?\\d+(?:\\.\\d+)?)");

  /** A random policy's fitness. */
  static final double RANDOM = 0.05;

  private Fakes() {}

  /** Wraps a designer, and hands on what it is told. */
  static Designer spy(Consumer<DesignContext> seen, Designer designer) {
    return new Designer() {
      @Override
      public String name() {
        return designer.name();
      }

      @Override
      public List<Proposal> propose(DesignContext context, int count) throws DesignerException {
        seen.accept(context);
        return designer.propose(context, count);
      }
    };
  }

  /**
   * Accepts every text but those that begin with {@code refuse}; the program's bytes are the text.
   */
  public static Verdict review(String text) {
    if (text.startsWith("refuse")) {
      return new Verdict.Rejected(
          Verdict.Reason.COMPILE_ERROR,
          List.of(new Finding("NAME", 3, 7, "no body 'torzo' in " + text)));
    }
    RewardProgram program =
        new RewardProgram(
            "Reward",
            text.getBytes(StandardCharsets.UTF_8),
            new SlotTable(List.of(), List.of()),
            List.of("a"),
            false);
    return new Verdict.Accepted(new CompiledReward(text, program, List.of()), List.of());
  }

  /**
   * Trains by formula: {@code score X} scores X and a little noise of its seed; other texts score
   * by their hash, and one that says {@code slump SEED} scores 0 with that seed. At a rung it
   * stands where it will end, or at Y if it says {@code rung Y}.
   */
  public static final class Room implements TrainingRoom {

    public final List<Order> trained = new ArrayList<>();
    final List<String> probed = new ArrayList<>();
    int calls;

    /** Whether the trainings of a call end in reverse order, as they may with several trainers. */
    boolean reversed;

    /** How often each training is killed from outside before it runs to its end. */
    int kills;

    private final Map<String, Integer> killed = new HashMap<>();

    Runnable afterTraining = () -> {};

    @Override
    public ProbeResult probe(RewardProgram program) {
      String text = text(program);
      probed.add(text);
      return text.contains("constant")
          ? new ProbeResult.Failed("PROBE_CONSTANT", "all terms are constant")
          : new ProbeResult.Passed(List.of(), recorded(text), ProbeEvidence.NOTHING);
    }

    @Override
    public Score random(long seed) {
      return result(RANDOM, 1).score();
    }

    /** Returns {@code bank X} times some numbers; nothing was recorded of other texts. */
    private static List<Double> recorded(String text) {
      Matcher matcher = BANK.matcher(text);
      double scale = matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
      return scale == 0 ? List.of() : Stream.of(0.1, -2.0, 7.0).map(x -> scale * x).toList();
    }

    @Override
    public List<Outcome> train(List<Order> orders, TrainingListener listener) {
      calls++;
      List<Outcome> outcomes = orders.stream().map(this::end).toList();
      for (int i = 0; i < orders.size(); i++) {
        int which = reversed ? orders.size() - 1 - i : i;
        trained.add(orders.get(which));
        listener.progress(
            new TrainingListener.Progress(orders.get(which).id(), 1, 10, OptionalDouble.empty()));
        listener.finished(outcomes.get(which));
        afterTraining.run();
      }
      return outcomes;
    }

    private Outcome end(Order order) {
      return killed.merge(order.id(), 1, Integer::sum) <= kills
          ? new Outcome.Crashed(order.id(), CrashCause.KILLED, "signal 9", 5)
          : outcome(order);
    }

    private static Outcome outcome(Order order) {
      String text = text(order.program());
      if (text.contains("diverge")) {
        return new Outcome.Diverged(order.id(), "a", 10, Double.NaN);
      }
      if (text.contains("crash")) {
        return new Outcome.Crashed(order.id(), CrashCause.FUEL, "line 3", 20);
      }
      Matcher matcher = SCORE.matcher(text);
      double noise = 0.01 * Seeds.stream(order.seed()).nextGaussian();
      double value =
          matcher.find()
              ? Double.parseDouble(matcher.group(1))
              : Seeds.stream(text.replaceAll("[^0-9.]+", " ").hashCode()).nextDouble();
      Matcher slump = SLUMP.matcher(text);
      if (slump.find() && Long.parseLong(slump.group(1)) == order.seed()) {
        value = 0;
      }
      long steps = order.settings().steps();
      List<Standing> standings = standings(text, value, steps);
      if (order.until() < steps) {
        return new Outcome.Paused(order.id(), order.until(), standings, List.of())
            .at(order.until())
            .orElseThrow();
      }
      return new Outcome.Completed(order.id(), result(value + noise, steps, standings));
    }

    private static List<Standing> standings(String text, double value, long steps) {
      Matcher matcher = RUNG.matcher(text);
      double there = matcher.find() ? Double.parseDouble(matcher.group(1)) : value;
      return IntStream.range(0, Rungs.count())
          .mapToObj(r -> new Standing(r, Rungs.step(r, steps), 0, there, 0.01, 20))
          .toList();
    }

    private static String text(RewardProgram program) {
      return new String(program.classFile(), StandardCharsets.UTF_8);
    }
  }

  public static TrainingResult result(double value, long steps) {
    return result(value, steps, List.of());
  }

  private static TrainingResult result(double value, long steps, List<Standing> standings) {
    Map<String, MetricSummary> metrics = new LinkedHashMap<>();
    metrics.put("length", new MetricSummary(500, 0, 500, 500));
    metrics.put("held", new MetricSummary(value, 0.1, value - 0.1, value + 0.1));
    Score score = new Score(true, 0, value, metrics, 0.5, 4, 0);
    CurvePoint point =
        new CurvePoint(
            steps, 1.0 / 3, 500, Map.of("held", value), Map.of("a", new TermPoint(1, 2, 1)), 0);
    return new TrainingResult(
        score,
        List.of(point),
        List.of(new TermStatistics("a", 1, 0.5, 0, 2, 1, 0.5, 1.5)),
        steps,
        1.25,
        800,
        Double.NaN,
        steps,
        0,
        List.of(),
        standings);
  }

  public static SearchTask task() {
    return task(Briefs.pole());
  }

  /** Returns the task with what a designer is told of it. */
  public static SearchTask task(TaskBrief brief) {
    Expression each =
        new Expression(
            "Math.cos(after.joint(\"hinge\").position()) > 0.95",
            Expression.Type.CONDITION,
            new Expression.Where("metrics.held.each", 1, 1));
    TaskDescription description =
        new TaskDescription(
            "hold",
            "Hold it.",
            "pole.xml",
            new Control(10, Control.Derived.END),
            new Episode(500, new Start(List.of()), Optional.empty()),
            List.of(),
            List.of(),
            List.of(new Metric("held", each, Metric.Over.FRACTION, "")),
            new FitnessRule(List.of(), "held"),
            List.of(),
            new Training(1_000, Map.of()),
            List.of(),
            Map.of(),
            Vary.NOTHING);
    Map<String, String> baselines = new LinkedHashMap<>();
    baselines.put("official", "the human reward, score 0.8");
    baselines.put("sparse", "the sparse reward, score 0.1");
    return new SearchTask(description, brief, "identity", baselines);
  }

  public static SearchSettings settings() {
    return new SearchSettings(
        "test",
        5,
        StrategyName.ELITE,
        3,
        4,
        2,
        1,
        3,
        2,
        3,
        TrainingSettings.defaults().withSteps(1_000));
  }

  public static RunRecord record(SearchSettings settings, Caps caps) {
    return new RunRecord(
        RunRecord.FORMAT,
        "hold",
        "identity",
        "test",
        Map.of(),
        settings,
        caps,
        Map.of("guerdon", "0.1"),
        0,
        List.of("level 0: plain process"),
        "2026-01-01T00:00:00Z");
  }
}
