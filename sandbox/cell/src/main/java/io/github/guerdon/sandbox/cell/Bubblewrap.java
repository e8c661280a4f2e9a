package io.github.guerdon.sandbox.cell;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command that puts a program into namespaces of its own: it sees a few files, read-only, no
 * network, no process but itself, and is a nobody without capabilities.
 */
final class Bubblewrap {

  /** Not looked up in a path, which trainers do not have. */
  private static final List<Path> PLACES =
      Stream.of("/usr/bin/bwrap", "/bin/bwrap", "/usr/local/bin/bwrap").map(Path::of).toList();

  private Bubblewrap() {}

  /**
   * Returns the words before those of the program.
   *
   * @throws FileNotFoundException if bubblewrap is not installed
   */
  static List<String> words(Collection<Path> visible) throws FileNotFoundException {
    Path bwrap =
        PLACES.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new FileNotFoundException("bubblewrap is not installed"));
    List<String> words = new ArrayList<>();
    words.add(bwrap.toString());
    words.addAll(List.of("--unshare-user", "--uid", "65534", "--gid", "65534", "--unshare-all"));
    words.addAll(List.of("--disable-userns", "--cap-drop", "ALL", "--die-with-parent"));
    words.addAll(List.of("--new-session", "--clearenv"));
    for (Path path : visible) {
      words.addAll(List.of("--ro-bind", path.toString(), path.toString()));
    }
    // The JVM's launcher finds its libraries by it; it shows the processes of the namespace only.
    words.addAll(List.of("--proc", "/proc", "--remount-ro", "/", "--chdir", "/", "--"));
    return words;
  }
}
