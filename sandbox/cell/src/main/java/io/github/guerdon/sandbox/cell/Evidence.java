package io.github.guerdon.sandbox.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cell found out about its own seal, before it got a candidate.
 *
 * @param outside trials before the system-call filter: what stands around the filter
 * @param sealed trials as the candidate would make them
 * @param filter the kernel's word for this process's filter; 2 is a list of system calls
 * @param trouble why there is no filter, empty if there is one
 */
record Evidence(List<Trial> outside, List<Trial> sealed, int filter, String trouble) {

  private static final int FILTER_MODE = 2;

  Evidence {
    outside = List.copyOf(outside);
    sealed = List.copyOf(sealed);
  }

  /** Returns the level that all this proves. */
  int level() {
    Map<Attempt, Integer> last = errors(sealed);
    boolean filtered =
        filter == FILTER_MODE
            && Stream.of(Attempt.values()).allMatch(a -> last.getOrDefault(a, 0) == Errno.EPERM);
    if (!filtered) {
      return Wall.NONE.level();
    }
    Map<Attempt, Integer> first = errors(outside);
    int file = first.getOrDefault(Attempt.READ_FILE, 0);
    int environment = first.getOrDefault(Attempt.READ_ENVIRONMENT, 0);
    boolean absent =
        file == Errno.ENOENT
            && environment == Errno.ENOENT
            && first.getOrDefault(Attempt.SIGNAL_PARENT, 0) == Errno.ESRCH
            && first.getOrDefault(Attempt.CONNECT_TCP, 0) != 0;
    if (absent) {
      return Wall.NAMESPACES.level();
    }
    return file != 0 && environment != 0 ? Wall.LANDLOCK.level() : Wall.FILTER.level();
  }

  /** Returns whether the trials made a connection to the bait's port. */
  boolean connected(List<Trial> trials) {
    return trials.contains(new Trial(Attempt.CONNECT_TCP, Errno.NONE));
  }

  /** Returns a phrase for each part of the proof. */
  List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    phrases.add("system-call filter: " + (trouble.isEmpty() ? "mode " + filter : trouble));
    phrases.add("behind the outer wall: " + join(outside));
    phrases.add("sealed: " + join(sealed));
    return phrases;
  }

  void write(DataOutput out) throws IOException {
    write(outside, out);
    write(sealed, out);
    out.writeInt(filter);
    out.writeUTF(trouble);
  }

  static Evidence read(DataInput in) throws IOException {
    return new Evidence(readTrials(in), readTrials(in), in.readInt(), in.readUTF());
  }

  private static void write(List<Trial> trials, DataOutput out) throws IOException {
    out.writeInt(trials.size());
    for (Trial trial : trials) {
      out.writeUTF(trial.attempt().name());
      out.writeInt(trial.error());
    }
  }

  private static List<Trial> readTrials(DataInput in) throws IOException {
    List<Trial> trials = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      Attempt attempt =
          Stream.of(Attempt.values())
              .filter(a -> a.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new WireException("bad frame: unknown attempt " + name));
      trials.add(new Trial(attempt, in.readInt()));
    }
    return trials;
  }

  /** Keeps a success, should an attempt have been made twice. */
  private static Map<Attempt, Integer> errors(List<Trial> trials) {
    Map<Attempt, Integer> errors = new EnumMap<>(Attempt.class);
    trials.forEach(trial -> errors.merge(trial.attempt(), trial.error(), Math::min));
    return errors;
  }

  private static String join(List<Trial> trials) {
    return trials.isEmpty()
        ? "not tried"
        : trials.stream().map(Trial::toString).collect(Collectors.joining(", "));
  }
}
