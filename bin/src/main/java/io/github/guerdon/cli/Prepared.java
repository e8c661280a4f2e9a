package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.generator.batch.BatchPlan;
import io.github.guerdon.generator.batch.DesignerEntry;
import io.github.guerdon.generator.batch.Experiment;
import io.github.guerdon.generator.batch.ExperimentResult.Identity;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.generator.run.ShortHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * An experiment of a batch, ready to run.
 *
 * @param source the task as the user named it
 * @param plan what its search will do at most
 * @param caps its share of the batch's budget
 */
record Prepared(
    String source,
    Task task,
    DesignerChoice choice,
    SearchSettings settings,
    Plan plan,
    Caps caps) {

  private static final int HASH_LENGTH = 16;

  /**
   * Prepares all experiments of a batch.
   *
   * @throws CommandFailure if the budget leaves one of them nothing, or the device is missing
   */
  static Map<Experiment, Prepared> all(
      BatchPlan plan, Function<Experiment, Task> tasks, String promptsHash, DeviceOptions device) {
    Map<Experiment, Prepared> all = new LinkedHashMap<>();
    Caps caps = plan.share();
    for (Experiment experiment : plan.experiments()) {
      Task task = tasks.apply(experiment);
      SearchSettings settings = plan.shape().settings(SearchSettings.of(task), experiment);
      SearchSettings placed = settings.withTraining(device.apply(settings.training()));
      all.put(
          experiment,
          new Prepared(
              experiment.task().source(),
              task,
              choice(experiment.designer(), promptsHash),
              placed,
              planned(experiment, placed, task, caps),
              caps));
    }
    return all;
  }

  private static DesignerChoice choice(DesignerEntry entry, String promptsHash) {
    return entry.offline()
        ? DesignerChoice.ofOffline()
        : DesignerChoice.language(entry.name(), entry.options(), promptsHash);
  }

  private static Plan planned(
      Experiment experiment, SearchSettings settings, Task task, Caps caps) {
    try {
      return Plan.of(settings, task.description().baselines().size(), caps);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          experiment.name()
              + ": "
              + Failures.text(e)
              + " of the batch's budget, which all experiments share in equal parts.");
    }
  }

  /** Returns what makes each experiment's result comparable, by its name. */
  static Map<String, Identity> identities(Map<Experiment, Prepared> all) {
    Map<String, Identity> identities = new LinkedHashMap<>();
    all.forEach((experiment, prepared) -> identities.put(experiment.name(), prepared.identity()));
    return identities;
  }

  /** Returns what makes its result comparable with another. */
  Identity identity() {
    return new Identity(
        task.identity(),
        ShortHash.of(HASH_LENGTH, settings.toString(), caps.toString(), choice.toString()));
  }
}
