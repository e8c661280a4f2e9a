package io.github.guerdon.cli;

import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a language model, the same for each command that asks one. */
final class ModelOptions {

  static final String MODEL = "model";
  private static final String BASE_URL = "base-url";
  private static final String MAX_OUTPUT = "max-tokens";
  private static final String TEMPERATURE = "temperature";
  private static final String STREAM = "stream";
  private static final String TIMEOUT = "call-timeout";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The language model, as its provider names it.")
  private @Nullable String model;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Address of a compatible server, such as http://127.0.0.1:8080/v1; default: the provider's.")
  private @Nullable URI baseUrl;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "File with the key, readable by its owner only; default: the provider's environment variable.")
  @Nullable Path keyFile;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Most tokens of one answer, thinking included; default: 16000.")
  private @Nullable Integer maxOutputTokens;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Sampling temperature; default: not sent.")
  private @Nullable Double temperature;

  @Option(names = "--stream", description = "Read answers as they are written.")
  private boolean stream;

  @Option(
      names = "--call-timeout",
      paramLabel = "SECONDS",
      description = "Deadline of one call, from connecting to the last byte; default: 600.")
  private @Nullable Integer timeout;

  /** Returns options that name where to ask and the key alone, as a file of the user's does. */
  static ModelOptions at(Optional<URI> baseUrl, @Nullable Path keyFile) {
    ModelOptions options = new ModelOptions();
    options.baseUrl = baseUrl.orElse(null);
    options.keyFile = keyFile;
    return options;
  }

  /** Returns what was given, by option, as a run's record keeps it; no key and no key file. */
  Map<String, String> given() {
    Map<String, String> options = new TreeMap<>();
    put(options, MODEL, model);
    put(options, BASE_URL, baseUrl);
    put(options, MAX_OUTPUT, maxOutputTokens);
    put(options, TEMPERATURE, temperature);
    put(options, STREAM, stream ? true : null);
    put(options, TIMEOUT, timeout);
    return options;
  }

  private static void put(Map<String, String> options, String name, @Nullable Object value) {
    if (value != null) {
      options.put(name, value.toString());
    }
  }

  /** Returns whether nothing was given but where to ask, and the key. */
  boolean nothingButAddress() {
    return Set.of(BASE_URL).containsAll(given().keySet());
  }

  /**
   * Checks that an address which would be sent the user's key is the user's own word. A run
   * directory may come from anybody, and so may the address in its record.
   *
   * @throws CommandFailure if the settings name an address that was not given on the command line
   */
  void confirm(ModelSettings settings) {
    Optional<URI> recorded = settings.baseUrl();
    if (recorded.isPresent() && !recorded.get().equals(baseUrl)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "the run's record sends its questions, and your key, to "
              + recorded.get()
              + "; if you trust that address, give it again: --base-url "
              + recorded.get());
    }
  }

  /**
   * Returns the settings that these options stand for.
   *
   * @param designer the provider's name on the command line
   * @throws CommandFailure if there is no such provider, the model is missing, or a value is out of
   *     bounds
   */
  ModelSettings settings(String designer) {
    return settings(designer, given());
  }

  /** Returns the settings that options stand for; as {@link #settings(String)}. */
  static ModelSettings settings(String designer, Map<String, String> options) {
    Provider provider = provider(designer);
    String model = options.get(MODEL);
    if (model == null) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "designer '" + provider.label() + "' needs a model; name one with --model.");
    }
    try {
      ModelSettings usual = ModelSettings.of(provider, model);
      Duration deadline = seconds(options).orElse(usual.deadline());
      return new ModelSettings(
          provider,
          model,
          Optional.ofNullable(options.get(BASE_URL)).map(URI::create),
          Optional.ofNullable(options.get(MAX_OUTPUT))
              .map(Integer::parseInt)
              .orElse(usual.maxOutputTokens()),
          Optional.ofNullable(options.get(TEMPERATURE))
              .map(t -> OptionalDouble.of(Double.parseDouble(t)))
              .orElse(OptionalDouble.empty()),
          options.containsKey(STREAM),
          deadline,
          deadline.compareTo(usual.idle()) < 0 ? deadline : usual.idle());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e) + ".");
    }
  }

  private static Provider provider(String name) {
    List<Provider> all = List.of(Provider.values());
    return all.stream()
        .filter(p -> p.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "no designer '"
                        + name
                        + "'; use "
                        + DesignerOptions.OFFLINE
                        + ", "
                        + all.stream().map(Provider::label).collect(Collectors.joining(", "))
                        + " or replay:RUN."));
  }

  private static Optional<Duration> seconds(Map<String, String> options) {
    return Optional.ofNullable(options.get(TIMEOUT))
        .map(s -> Duration.ofSeconds(Integer.parseInt(s)));
  }
}
