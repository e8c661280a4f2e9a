package io.github.guerdon.generator.llm.http;

import java.util.Objects;
import java.util.Optional;

/**
 * What went wrong with an exchange.
 *
 * @param kind what kind of thing
 * @param status the HTTP status, 0 if none came
 * @param text the server's answer where it refused, else a sentence; without the key
 * @param retryAfter the header {@code Retry-After}, as it came
 */
public record Trouble(Kind kind, int status, String text, Optional<String> retryAfter) {

  /** Kinds of trouble, by how far the request came. */
  public enum Kind {
    /** The address cannot be one. */
    BAD_ADDRESS,
    /** No connection: the request was never sent. */
    NOT_CONNECTED,
    /** The connection broke off. */
    BROKEN,
    /** The whole call took too long. */
    DEADLINE,
    /** A stream fell silent. */
    IDLE,
    /** The server answered with an error, as its status or in its body. */
    REFUSED,
    /** The server's answer is not of the form that it has to have. */
    MALFORMED,
    /** The calling thread was interrupted. */
    INTERRUPTED
  }

  /** Checks that nothing is missing. */
  public Trouble {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
    Objects.requireNonNull(retryAfter);
  }

  static Trouble of(Kind kind, String text) {
    return new Trouble(kind, 0, text, Optional.empty());
  }
}
