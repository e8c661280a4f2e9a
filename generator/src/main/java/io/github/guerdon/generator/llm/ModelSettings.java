package io.github.guerdon.generator.llm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which model is asked, and how; holds no key.
 *
 * @param provider who serves it
 * @param model its name there
 * @param baseUrl the server's address, if it is not the provider's own
 * @param maxOutputTokens the most tokens of an answer, if a request does not say otherwise
 * @param temperature sent only if set: newer models refuse it
 * @param streaming whether answers are read as they are written
 * @param deadline the longest time of one attempt, connecting and reading included
 * @param idle the longest silence within a streamed answer
 */
public record ModelSettings(
    Provider provider,
    String model,
    Optional<URI> baseUrl,
    int maxOutputTokens,
    OptionalDouble temperature,
    boolean streaming,
    Duration deadline,
    Duration idle) {

  /** Room for an answer with its thinking; providers' own defaults can be as low as 1,024. */
  public static final int DEFAULT_MAX_OUTPUT_TOKENS = 16_000;

  /** Checks names, numbers and the address. */
  public ModelSettings {
    Objects.requireNonNull(provider);
    if (model.isBlank() || !model.chars().allMatch(c -> c > ' ' && c != 127)) {
      throw new IllegalArgumentException(
          "model is \"" + model + "\", must be a name without spaces; give it with --model");
    }
    baseUrl.ifPresent(ModelSettings::check);
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException(
          "maxOutputTokens is " + maxOutputTokens + ", must be at least 1");
    }
    if (temperature.isPresent()
        && !(temperature.getAsDouble() >= 0 && temperature.getAsDouble() <= 2)) {
      throw new IllegalArgumentException(
          "temperature is " + temperature.getAsDouble() + ", must be from 0 to 2");
    }
    positive("deadline", deadline);
    positive("idle", idle);
  }

  /** Returns the usual settings of a model at the provider's own address. */
  public static ModelSettings of(Provider provider, String model) {
    return new ModelSettings(
        provider,
        model,
        Optional.empty(),
        DEFAULT_MAX_OUTPUT_TOKENS,
        OptionalDouble.empty(),
        false,
        Duration.ofMinutes(10),
        Duration.ofMinutes(2));
  }

  /** Returns these settings at another address. */
  public ModelSettings withBaseUrl(URI url) {
    return new ModelSettings(
        provider, model, Optional.of(url), maxOutputTokens, temperature, streaming, deadline, idle);
  }

  /** Returns these settings with a temperature. */
  public ModelSettings withTemperature(double value) {
    return new ModelSettings(
        provider,
        model,
        baseUrl,
        maxOutputTokens,
        OptionalDouble.of(value),
        streaming,
        deadline,
        idle);
  }

  /** Returns these settings with answers streamed, or not. */
  public ModelSettings withStreaming(boolean on) {
    return new ModelSettings(
        provider, model, baseUrl, maxOutputTokens, temperature, on, deadline, idle);
  }

  /** Returns these settings with other limits of time. */
  public ModelSettings withLimits(Duration newDeadline, Duration newIdle) {
    return new ModelSettings(
        provider, model, baseUrl, maxOutputTokens, temperature, streaming, newDeadline, newIdle);
  }

  /** Returns the address that requests go to, the provider's own unless the user gave one. */
  public URI address() {
    return baseUrl.orElse(provider.home());
  }

  /** Returns who answers: {@code openai gpt-5-mini}. */
  public String name() {
    return provider.label() + " " + model;
  }

  private static void check(URI url) {
    boolean web = List.of("http", "https").contains(String.valueOf(url.getScheme()));
    if (!web || url.getHost() == null) {
      throw new IllegalArgumentException(
          "base URL is " + url + ", must be like https://host/v1; change --base-url");
    }
    // A key in the address would end up in logs, records and error messages.
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "base URL of host "
              + url.getHost()
              + " has a user, a query or a fragment in it, must have none; change --base-url and"
              + " give the key in its environment variable");
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is " + value + ", must be longer than 0");
    }
  }
}
