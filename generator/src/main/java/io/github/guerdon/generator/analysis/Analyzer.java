package io.github.guerdon.generator.analysis;

import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Score.MetricSummary;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.generator.analysis.Analysis.Term;
import io.github.guerdon.generator.analysis.Analysis.Trend;
import io.github.guerdon.generator.analysis.fault.Diagnosis;
import io.github.guerdon.generator.analysis.fault.Evidence;
import io.github.guerdon.sandbox.training.TermStatistics;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Turns a candidate's trainings into numbers and plain sentences. */
public final class Analyzer {

  private static final double DOMINANT = 0.9;
  private static final double NEGLIGIBLE = 0.01;

  /** A term moved if its mean moved by this part of its spread. */
  private static final double MOVED = 0.25;

  private static final double SHORT_EPISODE = 0.5;

  private Analyzer() {}

  /**
   * Analyses the trainings of one reward.
   *
   * @param evidence with at least one training
   * @param score their score, pooled
   */
  public static Analysis analyse(Evidence evidence, Score score) {
    TaskDescription task = evidence.task();
    List<TrainingResult> trainings = evidence.trainings();
    if (trainings.isEmpty()) {
      throw new IllegalArgumentException("no training to analyse; give at least one");
    }
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < trainings.get(0).terms().size(); i++) {
      int index = i;
      terms.add(term(trainings.stream().map(t -> t.terms().get(index)).toList()));
    }
    List<Analysis.Requirement> requirements =
        task.fitness().require().stream()
            .map(
                r -> {
                  double reached = mean(score, r.metric());
                  return new Analysis.Requirement(r.toString(), reached, r.met(reached));
                })
            .toList();
    double length = mean(score, Metric.LENGTH);
    List<String> sentences = new ArrayList<>();
    sentences.add(fitness(task, score));
    requirements.forEach(r -> sentences.add(requirement(r)));
    length(sentences, length, task.episode().steps());
    terms.forEach(t -> term(sentences, t));
    learning(sentences, trainings);
    return new Analysis(
        task.fitness().maximize(),
        score.value(),
        requirements,
        length,
        task.episode().steps(),
        average(trainings, TrainingResult::ownReturn),
        terms,
        Diagnosis.of(evidence),
        sentences);
  }

  private static Term term(List<TermStatistics> each) {
    double sd = average(each, TermStatistics::sd);
    double moved = average(each, t -> t.last() - t.first());
    boolean constant = each.stream().allMatch(t -> t.min() == t.max());
    Trend trend =
        constant
            ? Trend.CONSTANT
            : moved > MOVED * sd
                ? Trend.RISING
                : moved < -MOVED * sd ? Trend.FALLING : Trend.STEADY;
    return new Term(
        each.get(0).name(),
        average(each, TermStatistics::mean),
        sd,
        average(each, TermStatistics::share),
        trend);
  }

  private static String fitness(TaskDescription task, Score score) {
    String unit =
        task.metrics().stream()
            .filter(m -> m.name().equals(task.fitness().maximize()))
            .map(m -> m.unit().isEmpty() ? "" : " " + m.unit())
            .findFirst()
            .orElse("");
    String success =
        task.success().isEmpty()
            ? "."
            : say("; %.0f %% of the episodes were successful.", 100 * score.successRate());
    String blownUp =
        score.blownUp() == 0
            ? ""
            : say(
                " The simulation blew up in %d of %d episodes.", score.blownUp(), score.episodes());
    return say("The policy reached %s %.4g%s", task.fitness().maximize(), score.value(), unit)
        + success
        + blownUp;
  }

  private static String requirement(Analysis.Requirement r) {
    return r.met()
        ? say("It meets %s (%.4g).", r.rule(), r.reached())
        : say(
            "It misses %s: it reached %.4g, so any reward that meets it ranks higher.",
            r.rule(), r.reached());
  }

  private static void length(List<String> sentences, double length, int limit) {
    if (length < SHORT_EPISODE * limit) {
      sentences.add(say("Episodes end early, after %.0f of %d steps.", length, limit));
    } else if (length < limit) {
      sentences.add(say("Episodes last %.0f of %d steps.", length, limit));
    }
  }

  private static void term(List<String> sentences, Term term) {
    if (term.trend() == Trend.CONSTANT) {
      sentences.add(say("Term %s never changed, so it taught nothing.", term.name()));
    } else if (term.share() > DOMINANT) {
      sentences.add(
          say(
              "Term %s makes up %.0f %% of the reward and drowns the others.",
              term.name(), 100 * term.share()));
    } else if (term.share() < NEGLIGIBLE) {
      sentences.add(
          say(
              "Term %s makes up %.1f %% of the reward: too little to matter.",
              term.name(), 100 * term.share()));
    } else if (term.trend() == Trend.STEADY) {
      sentences.add(say("Term %s did not move in training.", term.name()));
    } else {
      sentences.add(
          say(
              "Term %s %s in training and makes up %.0f %% of the reward.",
              term.name(), term.trend() == Trend.RISING ? "rose" : "fell", 100 * term.share()));
    }
  }

  /** Says whether the policy was still getting better when training ended. */
  private static void learning(List<String> sentences, List<TrainingResult> trainings) {
    boolean late =
        trainings.stream()
            .allMatch(t -> t.curve().size() > 1 && t.checkpointStep() >= 0.9 * t.steps());
    if (late) {
      sentences.add("Its own return was highest at the end: longer training may still help.");
    }
  }

  private static double mean(Score score, String metric) {
    MetricSummary summary = score.metrics().get(metric);
    return summary == null ? Double.NaN : summary.mean();
  }

  private static <T> double average(List<T> list, ToDoubleFunction<T> number) {
    return list.stream().mapToDouble(number).average().orElseThrow();
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
