package io.github.guerdon.env.model;

import java.nio.file.Path;
import java.util.Optional;

/** Knows the folder that holds what set-up fetched and what is unpacked. */
final class Home {

  /** The Gymnasium release whose models tasks may name. */
  static final String GYMNASIUM = "gymnasium-1.4.0";

  private Home() {}

  /**
   * Returns the folder: the system property {@code guerdon.home}, else one in the user's own cache.
   */
  static Path path() {
    String set = System.getProperty("guerdon.home", "");
    return set.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "guerdon")
        : Path.of(set);
  }

  /** Returns where Gymnasium's models are. */
  static Path gymnasiumAssets() {
    return path().resolve(GYMNASIUM).resolve("assets");
  }

  /** Returns the user's checkout of MuJoCo Menagerie: the system property guerdon.menagerie. */
  static Optional<Path> menagerie() {
    String set = System.getProperty("guerdon.menagerie", "");
    return set.isBlank() ? Optional.empty() : Optional.of(Path.of(set));
  }
}
