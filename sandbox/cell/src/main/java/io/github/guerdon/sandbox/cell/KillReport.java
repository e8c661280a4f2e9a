package io.github.guerdon.sandbox.cell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of killing processes at random.
 *
 * @param kills signals that met a living process
 * @param states how many of them came in which state
 * @param outcomes how many trials ended in which typed outcome
 * @param processesLeft processes that outlived their launcher
 * @param descriptorsLeft open files of this process that were not open before
 * @param violations what must never be: outcomes without a type, answers that never came
 */
public record KillReport(
    int kills,
    Map<String, Integer> states,
    Map<String, Integer> outcomes,
    int processesLeft,
    int descriptorsLeft,
    List<String> violations) {

  /** Copies the collections. */
  public KillReport {
    states = Map.copyOf(states);
    outcomes = Map.copyOf(outcomes);
    violations = List.copyOf(violations);
  }

  /** Returns whether every outcome was typed and nothing was left behind. */
  public boolean isClean() {
    return violations.isEmpty() && processesLeft == 0 && descriptorsLeft <= 0;
  }

  @Override
  public String toString() {
    return "%d kills, in states %s; outcomes %s; left %d processes and %d descriptors; %s"
        .formatted(
            kills,
            new TreeMap<>(states),
            new TreeMap<>(outcomes),
            processesLeft,
            descriptorsLeft,
            violations.isEmpty() ? "no violation" : violations);
  }
}
