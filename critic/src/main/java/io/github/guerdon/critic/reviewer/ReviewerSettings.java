package io.github.guerdon.critic.reviewer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a reviewer is run.
 *
 * @param deadline the longest that one review may take
 * @param heapMegabytes the child's largest heap
 * @param startDeadline the longest that a child may take until it is ready
 * @param launcher words in front of the command, such as those of a program that shuts the child in
 *     and then runs it; it must end when the child is to end, and pass the pipes on
 */
public record ReviewerSettings(
    Duration deadline, int heapMegabytes, Duration startDeadline, List<String> launcher) {

  private static final int LEAST_HEAP_MEGABYTES = 16;

  /** Copies the list and checks the limits. */
  public ReviewerSettings {
    launcher = List.copyOf(launcher);
    if (deadline.toMillis() < 1 || startDeadline.toMillis() < 1) {
      throw new IllegalArgumentException(
          "deadline is %s, startDeadline %s; each must be at least 1 ms"
              .formatted(deadline, startDeadline));
    }
    if (heapMegabytes < LEAST_HEAP_MEGABYTES) {
      throw new IllegalArgumentException(
          "heapMegabytes is %d; it must be at least %d"
              .formatted(heapMegabytes, LEAST_HEAP_MEGABYTES));
    }
  }

  /**
   * Returns 15 s a review, below the critic's own limit, 160 MB and, where the system has the
   * means, a session of the child's own, so that Ctrl-C reaches its parent alone.
   */
  public static ReviewerSettings defaults() {
    return new ReviewerSettings(
        Duration.ofSeconds(15),
        160,
        Duration.ofMinutes(3),
        ownSession().map(Path::toString).toList());
  }

  /** Returns the settings with another deadline. */
  public ReviewerSettings withDeadline(Duration other) {
    return new ReviewerSettings(other, heapMegabytes, startDeadline, launcher);
  }

  /** Returns the settings with other words in front of the command. */
  public ReviewerSettings withLauncher(List<String> other) {
    return new ReviewerSettings(deadline, heapMegabytes, startDeadline, other);
  }

  private static Stream<Path> ownSession() {
    return Stream.of("/usr/bin/setsid", "/bin/setsid")
        .map(Path::of)
        .filter(Files::isExecutable)
        .limit(1);
  }
}
