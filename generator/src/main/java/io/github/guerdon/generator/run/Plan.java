package io.github.guerdon.generator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a search will do at most: the estimate before a run and the budget during it.
 *
 * @param generations generations of candidates
 * @param candidates candidates a generation
 * @param seeds trainings of a candidate
 * @param finalists candidates trained again to choose the winner
 * @param selectionSeeds trainings that each of several finalists begins with
 * @param freshSeeds trainings with fresh seeds of each reward measured; 0 if the caps leave none
 * @param measured rewards measured on fresh seeds: the winner, the first generation's best and the
 *     baselines
 * @param tunings short trainings that move constants; 0 for none
 * @param stepsPerTraining environment steps of a training
 * @param cut which cap made this less than the settings ask for
 */
public record Plan(
    int generations,
    int candidates,
    int seeds,
    int finalists,
    int selectionSeeds,
    int freshSeeds,
    int measured,
    int tunings,
    long stepsPerTraining,
    Cut cut) {

  /** Checks the numbers. */
  public Plan {
    Objects.requireNonNull(cut);
    if (generations < 1 || candidates < 1 || seeds < 1 || finalists < 1 || stepsPerTraining < 1) {
      throw new IllegalArgumentException("a plan has at least one training of at least one step");
    }
  }

  /** Which cap cut a plan short. */
  public enum Cut {
    NONE,
    TRAININGS,
    STEPS
  }

  /**
   * Plans a search within caps: less is done in this order: no tuning, fewer generations, one
   * finalist, fewer candidates, no fresh seeds.
   *
   * @param baselines how many baselines are trained beside the winner
   * @throws IllegalArgumentException if the caps do not leave a single candidate
   */
  public static Plan of(SearchSettings settings, int baselines, Caps caps) {
    Plan full =
        new Plan(
            settings.generations(),
            settings.candidates(),
            settings.seedsPerCandidate(),
            settings.finalists(),
            settings.selectionSeeds(),
            settings.freshSeeds(),
            baselines + 2,
            settings.tune(),
            settings.training().steps(),
            Cut.NONE);
    if (full.within(caps)) {
      return full;
    }
    long bySteps = caps.steps() / settings.training().steps();
    long most = Math.min(caps.trainings(), bySteps);
    Cut cut = caps.trainings() <= bySteps ? Cut.TRAININGS : Cut.STEPS;
    return full.smaller(cut)
        .filter(plan -> plan.within(caps))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the caps allow "
                        + most
                        + " trainings of "
                        + settings.training().steps()
                        + " steps, a search needs at least "
                        + settings.seedsPerCandidate()
                        + "; raise --trainings or --steps"));
  }

  private boolean within(Caps caps) {
    return trainings() <= caps.trainings() && steps() <= caps.steps();
  }

  /** Returns the smaller plans, the least cut first; none of them tunes. */
  private Stream<Plan> smaller(Cut by) {
    Stream<Plan> fewerGenerations = down(generations).map(g -> with(g, candidates, true, true, by));
    Stream<Plan> oneFinalist = down(generations).map(g -> with(g, candidates, false, true, by));
    Stream<Plan> fewerCandidates = down(candidates).map(c -> with(1, c, false, true, by));
    Stream<Plan> nothingFresh = down(generations).map(g -> with(g, candidates, false, false, by));
    Stream<Plan> least = down(candidates).map(c -> with(1, c, false, false, by));
    return Stream.of(fewerGenerations, oneFinalist, fewerCandidates, nothingFresh, least)
        .flatMap(s -> s);
  }

  private static Stream<Integer> down(int from) {
    return IntStream.rangeClosed(1, from).mapToObj(i -> from + 1 - i);
  }

  private Plan with(int g, int c, boolean finals, boolean fresh, Cut by) {
    return new Plan(
        g,
        c,
        seeds,
        finals ? finalists : 1,
        selectionSeeds,
        fresh ? freshSeeds : 0,
        measured,
        0,
        stepsPerTraining,
        by);
  }

  /** Returns how many trainings that is at most. */
  public long trainings() {
    return whole() + tunings;
  }

  /** Returns how many of them have all their steps. */
  private long whole() {
    return (long) generations * candidates * seeds
        + halving().trainings()
        + (long) measured * freshSeeds
        + (tunings == 0 ? 0 : seeds);
  }

  private Halving halving() {
    return new Halving(finalists, selectionSeeds);
  }

  /** Returns how many environment steps that is at most. */
  public long steps() {
    return whole() * stepsPerTraining + tunings * stepsPerTuning();
  }

  /** Returns how many trainings a generation takes. */
  public long trainingsPerGeneration() {
    return (long) candidates * seeds;
  }

  /** Returns the environment steps of a generation in which nobody stops. */
  public long stepsPerGeneration() {
    return trainingsPerGeneration() * stepsPerTraining;
  }

  /** Returns the environment steps of a short training: half of those of a whole one. */
  public long stepsPerTuning() {
    return Math.max(1, stepsPerTraining / 2);
  }

  /** Returns a line a stage, for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        generations
            + " generations of "
            + candidates
            + " candidates, "
            + seeds
            + " training(s) each");
    if (tunings > 0) {
      lines.add(
          "the best one's constants moved by at most "
              + tunings
              + " trainings of "
              + stepsPerTuning()
              + " steps");
    }
    lines.add(halving().line());
    lines.add(measured + " rewards measured on " + freshSeeds + " fresh seeds");
    lines.add(
        tunings == 0
            ? trainings() + " trainings of " + stepsPerTraining + " steps at most"
            : trainings() + " trainings and " + steps() + " steps at most");
    return lines;
  }
}
