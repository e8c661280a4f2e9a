package io.github.guerdon.generator.search;

import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.generator.evolve.Evolution;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.report.SearchResult;
import java.util.List;

/** The program's main flow. */
public final class Search {

  private Search() {}

  /**
   * Searches for a reward: designs, reviews, trains, analyses and selects, generation by
   * generation; moves the best one's constants where that is asked for; then measures the winner
   * and the baselines with seeds that chose nothing.
   */
  public static SearchResult run(Laboratory lab) {
    Generation generation = Generation.none();
    while (lab.wantsMoreThan(generation)) {
      List<Draft> drafts = lab.design(generation);
      List<Reviewed> reviewed = lab.review(drafts, generation);
      List<Trained> trained = lab.train(reviewed, generation);
      List<Candidate> candidates = lab.analyse(trained);
      generation = lab.close(generation, Evolution.step(generation, candidates));
    }
    generation = lab.tune(generation);
    Finals finals = lab.finals(generation);
    return lab.conclude(generation, finals);
  }
}
