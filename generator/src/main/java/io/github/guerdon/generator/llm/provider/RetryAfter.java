package io.github.guerdon.generator.llm.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long a provider asks to wait: seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("(\\d{1,7})(\\.\\d{1,9})?s?");

  private RetryAfter() {}

  /** Returns the wait; empty if the text is neither. */
  static Optional<Duration> parse(String text, Instant now) {
    Matcher seconds = SECONDS.matcher(text.strip());
    if (seconds.matches()) {
      String fraction = seconds.group(2) == null ? "" : seconds.group(2);
      double value = Double.parseDouble(seconds.group(1) + fraction);
      return Optional.of(Duration.ofMillis((long) Math.ceil(value * 1000)));
    }
    try {
      Instant when =
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, when);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
