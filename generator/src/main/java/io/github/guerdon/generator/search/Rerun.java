package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.run.Memory;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.search.TrainingRoom.Order;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trains a stored candidate again, with the seeds it was trained with, and compares. */
public final class Rerun {

  private final Path run;
  private final SearchTask task;
  private final Reviewer reviewer;
  private final TrainingRoom room;

  /** Prepares to run candidates of a stored run again; the run is only read. */
  public Rerun(Path run, SearchTask task, Reviewer reviewer, TrainingRoom room) {
    this.run = run;
    this.task = task;
    this.reviewer = reviewer;
    this.room = room;
  }

  /**
   * One training, then and now.
   *
   * @param seed its seed
   * @param then how it ended in the run
   * @param now how it ended again
   */
  public record Pair(long seed, Outcome then, Outcome now) {

    /** Returns whether both ended alike, times apart. */
    public boolean same() {
      return (then instanceof Outcome.Completed a && now instanceof Outcome.Completed b)
          ? same(a.result(), b.result())
          : Failures.sentence(then).equals(Failures.sentence(now));
    }

    private static boolean same(TrainingResult a, TrainingResult b) {
      return a.score().equals(b.score())
          && a.curve().equals(b.curve())
          && a.terms().equals(b.terms());
    }
  }

  /**
   * Trains a candidate again.
   *
   * @param scratch where the new trainings' records go
   * @throws RunException if the run has no such candidate or no training of it, is of another
   *     version of the task, or its stored reward does not pass the critic
   */
  public List<Pair> candidate(String id, Path scratch, TrainingListener listener)
      throws RunException {
    RunRecord record = RunDirectory.read(run);
    Memory memory = RunDirectory.recall(run);
    record.requireTask(run, task.identity(), "nothing can be compared");
    CompiledReward reward = reward(id);
    List<Map.Entry<String, Long>> trainings =
        memory.seeds().entrySet().stream()
            .filter(
                t ->
                    TrainingLedger.hash(
                            record, record.settings().training(), reward.source(), t.getValue())
                        .equals(t.getKey()))
            .toList();
    if (trainings.isEmpty()) {
      throw new RunException(
          RunException.Kind.NOT_FOUND,
          run + ": candidate " + id + " was never trained to its end; choose one that was");
    }
    List<Order> orders =
        trainings.stream()
            .map(
                t ->
                    new Order(
                        t.getKey(),
                        reward.program(),
                        t.getValue(),
                        record.settings().training(),
                        scratch.resolve(t.getKey())))
            .toList();
    List<Outcome> again = room.train(orders, listener);
    List<Pair> pairs = new ArrayList<>();
    IntStream.range(0, again.size())
        .forEach(
            i ->
                pairs.add(
                    new Pair(
                        orders.get(i).seed(),
                        memory.outcome(orders.get(i).id()).orElseThrow(),
                        again.get(i))));
    return List.copyOf(pairs);
  }

  private CompiledReward reward(String id) throws RunException {
    Path folder = run.resolve("candidates");
    Path file = folder.resolve(id).resolve("Reward.java").normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      throw new RunException(
          RunException.Kind.NOT_FOUND,
          run + ": has no candidate '" + id + "'; 'guerdon show " + run + "' lists them");
    }
    try {
      Verdict verdict = reviewer.review(Files.readString(file));
      if (verdict instanceof Verdict.Rejected rejected) {
        throw new RunException(
            RunException.Kind.UNREADABLE,
            file + ": does not pass the critic: " + ReviewDesk.findings(rejected.findings()));
      }
      return ((Verdict.Accepted) verdict).reward();
    } catch (IOException e) {
      throw new RunException(
          RunException.Kind.UNREADABLE, file + ": cannot be read (" + e + "); check the disk");
    }
  }
}
