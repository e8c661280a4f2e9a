package io.github.guerdon.generator.search;

import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.report.Assessment;
import io.github.guerdon.generator.report.RobustnessCard;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.generator.search.RunPolicies.Trained;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the winner's policy and the official reward's tried where the model varies. */
final class RobustnessDesk {

  private final SearchTask task;
  private final TrainingRoom room;
  private final RunDirectory run;
  private final SearchListener listener;

  RobustnessDesk(SearchTask task, TrainingRoom room, RunDirectory run, SearchListener listener) {
    this.task = task;
    this.room = room;
    this.run = run;
    this.listener = listener;
  }

  /**
   * Returns the cards by the rewards' names, the winner's first; none if the task varies nothing or
   * the winner was not measured on fresh seeds.
   */
  Map<String, RobustnessCard> cards(Finals finals) {
    Map<String, RobustnessCard> cards = new LinkedHashMap<>();
    if (task.description().vary().none() || finals.assessment().isEmpty()) {
      return cards;
    }
    List<String> labels = new ArrayList<>();
    finals.winner().ifPresent(w -> labels.add(w.id()));
    finals.baselines().keySet().stream().filter(Assessment.OFFICIAL::equals).forEach(labels::add);
    for (String label : labels) {
      Optional<Trained> policy = policy(label);
      policy.ifPresent(p -> listener.on(new SearchEvent.RobustnessStarted(label)));
      policy.flatMap(this::card).ifPresent(card -> cards.put(label, card));
    }
    return cards;
  }

  private Optional<RobustnessCard> card(Trained policy) {
    SearchSettings settings = run.record().settings();
    return room.robustness(
        policy.file(),
        settings.training().evaluationEpisodes(),
        Seeds.derive(settings.seed(), Robustness.PURPOSE, 0));
  }

  /** Finds a reward's policy; there is none where no training of it ran to its end. */
  private Optional<Trained> policy(String label) {
    try {
      return Optional.of(
          RunPolicies.findComparable(run.path(), task.identity(), Optional.of(label)));
    } catch (RunException e) {
      return Optional.empty();
    }
  }
}
