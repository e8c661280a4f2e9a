package io.github.guerdon.generator.run;

import io.github.guerdon.env.Task;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a run came about; {@code run.json}.
 *
 * @param format the version of this format, {@value #FORMAT}
 * @param task the task as the user named it
 * @param identity hash over all of the task that changes a result
 * @param designer the designer's name
 * @param designerOptions what of the designer changes its proposals, by option; no key
 * @param settings the search's settings as merged
 * @param caps the limits given
 * @param versions versions of code, Java, natives and machine, by name
 * @param sandboxLevel how well reward processes are sealed, from 0, as one has proven
 * @param sandbox what that level rests on, a phrase each; the first says it in short
 * @param started when the run began, in ISO 8601
 */
public record RunRecord(
    int format,
    String task,
    String identity,
    String designer,
    Map<String, String> designerOptions,
    SearchSettings settings,
    Caps caps,
    Map<String, String> versions,
    int sandboxLevel,
    List<String> sandbox,
    String started) {

  /** The version that this code writes and reads. */
  public static final int FORMAT = 3;

  /** Checks for null and copies the list and the maps, these in the order of names. */
  public RunRecord {
    Objects.requireNonNull(task);
    Objects.requireNonNull(identity);
    Objects.requireNonNull(designer);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(caps);
    designerOptions = Collections.unmodifiableMap(new TreeMap<>(designerOptions));
    sandbox = List.copyOf(sandbox);
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    Objects.requireNonNull(started);
  }

  /** Returns the record of a run that begins. */
  public static RunRecord of(
      String name,
      Task task,
      String designer,
      Map<String, String> designerOptions,
      SearchSettings settings,
      Caps caps,
      Map<String, String> versions,
      int sandboxLevel,
      List<String> sandbox,
      Instant started) {
    return new RunRecord(
        FORMAT,
        name,
        task.identity(),
        designer,
        designerOptions,
        settings,
        caps,
        versions,
        sandboxLevel,
        sandbox,
        started.toString());
  }

  /**
   * Requires that a run is one of this very task.
   *
   * @param run the run's folder
   * @param identity the task's, as it is now
   * @param otherwise what follows if the run is of another version, or helps then
   */
  public void requireTask(Path run, String identity, String otherwise) throws RunException {
    if (!this.identity.equals(identity)) {
      throw new RunException(
          RunException.Kind.UNREADABLE,
          run + ": is a run of another version of this task; " + otherwise);
    }
  }
}
