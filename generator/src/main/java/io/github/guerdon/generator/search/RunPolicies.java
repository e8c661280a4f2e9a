package io.github.guerdon.generator.search;

import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.run.Memory;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunException.Kind;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.sandbox.record.TrainingRecords;
import io.github.guerdon.sandbox.training.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the policies that a run's trainings left. */
public final class RunPolicies {

  private RunPolicies() {}

  /**
   * A policy of a run.
   *
   * @param label whose reward it was trained with: a candidate's id, or a baseline's name
   * @param seed its training's seed
   * @param fitness what the task's fitness gave it
   * @param file the policy
   */
  public record Trained(String label, long seed, double fitness, Path file) {}

  /**
   * Finds a label's policies, the fittest first; at least one. The run is only read.
   *
   * @param identity the task's, as it is now
   * @param wanted a candidate's id or a baseline's name; empty for the winner
   * @throws RunException if there is none, or the run is of another version of the task
   */
  public static List<Trained> find(Path run, String identity, Optional<String> wanted)
      throws RunException {
    RunDirectory.read(run).requireTask(run, identity, "its policies cannot be played on it");
    Memory memory = RunDirectory.recall(run);
    List<Trained> all =
        memory.seeds().keySet().stream()
            .flatMap(training -> policy(run, memory, training).stream())
            .sorted(Comparator.comparingDouble(Trained::fitness).reversed())
            .toList();
    Optional<String> label = wanted.or(memory::winner);
    List<Trained> found =
        all.stream().filter(t -> label.filter(t.label()::equals).isPresent()).toList();
    if (found.isEmpty()) {
      throw new RunException(
          Kind.NOT_FOUND,
          run
              + ": "
              + label.map(l -> "holds no policy of '" + l + "'").orElse("has no winner yet")
              + "; it has policies of "
              + new TreeSet<>(all.stream().map(Trained::label).toList()));
    }
    return found;
  }

  /**
   * Finds the one of a label's policies that speaks for it beside others: the fittest of those
   * trained with fresh seeds, of which the winner and each baseline have as many; where there are
   * none the fittest of all.
   *
   * @param identity the task's, as it is now
   * @param wanted a candidate's id or a baseline's name; empty for the winner
   * @throws RunException if there is none, or the run is of another version of the task
   */
  public static Trained findComparable(Path run, String identity, Optional<String> wanted)
      throws RunException {
    List<Trained> found = find(run, identity, wanted);
    SearchSettings settings = RunDirectory.read(run).settings();
    Set<Long> fresh =
        IntStream.range(0, settings.freshSeeds())
            .mapToObj(i -> Seeds.derive(settings.seed(), Finale.FRESH, i))
            .collect(Collectors.toSet());
    return found.stream()
        .filter(t -> fresh.contains(t.seed()))
        .findFirst()
        .orElseGet(() -> found.get(0));
  }

  private static Optional<Trained> policy(Path run, Memory memory, String training) {
    Path file = new TrainingRecords(RunDirectory.training(run, training)).policy();
    return memory.outcome(training).orElseThrow() instanceof Outcome.Completed completed
            && Files.isRegularFile(file)
        ? Optional.of(
            new Trained(
                memory.label(training).orElseThrow(),
                memory.seeds().getOrDefault(training, 0L),
                completed.result().score().value(),
                file))
        : Optional.empty();
  }
}
