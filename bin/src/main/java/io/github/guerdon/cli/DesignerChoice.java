package io.github.guerdon.cli;

import io.github.guerdon.generator.llm.ModelSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A designer as a run's record keeps it.
 *
 * @param name {@code offline} or a provider's name
 * @param options what changes its proposals, by option; empty for {@code offline}
 */
record DesignerChoice(String name, Map<String, String> options) {

  private static final String PROMPTS = "prompts";
  private static final String REPLAY = "replay";

  DesignerChoice {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  static DesignerChoice ofOffline() {
    return new DesignerChoice(DesignerOptions.OFFLINE, Map.of());
  }

  /**
   * Returns a model as the designer, with the texts it is asked with.
   *
   * @throws CommandFailure if there is no such designer, or its options are wrong
   */
  static DesignerChoice language(String name, Map<String, String> options, String promptsHash) {
    Map<String, String> all = new TreeMap<>(options);
    all.put(PROMPTS, promptsHash);
    DesignerChoice choice = new DesignerChoice(name, all);
    choice.settings();
    return choice;
  }

  /** Returns the same designer, answering from a run's records. */
  DesignerChoice replaying(Path run) {
    Map<String, String> all = new TreeMap<>(options);
    all.put(REPLAY, run.toAbsolutePath().normalize().toString());
    return new DesignerChoice(name, all);
  }

  boolean offline() {
    return name.equals(DesignerOptions.OFFLINE);
  }

  ModelSettings settings() {
    return ModelOptions.settings(name, options);
  }

  String promptsHash() {
    return options.getOrDefault(PROMPTS, "");
  }

  /** Finds the run whose answers are replayed, if this is a replay. */
  Optional<Path> replayed() {
    return Optional.ofNullable(options.get(REPLAY)).map(Path::of);
  }
}
