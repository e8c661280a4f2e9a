package io.github.guerdon.cli;

import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a provider's key: in the environment, or in a file that only its owner can read. */
final class Keys {

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final int LONGEST = 8_192;

  private final Map<String, String> environment;

  Keys(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Finds the key for a model.
   *
   * @throws CommandFailure if one is needed and there is none, or the file is open to others
   */
  Optional<Secret> find(ModelSettings settings, @Nullable Path file) {
    Provider provider = settings.provider();
    Optional<Secret> key =
        file != null
            ? Optional.of(secret(file.toString(), read(file)))
            : provider.keyVariables().stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> secret(name, environment.getOrDefault(name, "")));
    if (key.isEmpty() && provider.keyNeeded(settings.baseUrl())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "no key for "
              + provider.label()
              + ": set "
              + String.join(" or ", provider.keyVariables())
              + ", or give --key-file FILE with a file that only you can read.");
    }
    return key;
  }

  private static Secret secret(String where, String text) {
    try {
      return Secret.of(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, where + ": " + Failures.text(e) + ".");
    }
  }

  private static String read(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!OWNERS.containsAll(permissions)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            file + ": others can read this key; run 'chmod 600 " + file + "' and make a new key.");
      }
      if (Files.size(file) > LONGEST) {
        throw new CommandFailure(
            ExitCode.USAGE, file + ": is larger than any key; name a file with the key alone.");
      }
      return Files.readString(file);
    } catch (UnsupportedOperationException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          file + ": this file system cannot keep a file from others; set the variable instead.");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.USAGE, file + ": cannot be read (" + e + "); check --key-file.");
    }
  }
}
