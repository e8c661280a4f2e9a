package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * How OpenAI's interface calls the limit of output tokens: its newer models refuse the old name,
 * many compatible servers ignore the new one, and an ignored limit costs money.
 */
enum LimitName {
  MAX_TOKENS,
  MAX_COMPLETION_TOKENS;

  private static final List<String> REFUSALS =
      List.of("unsupported", "not supported", "unrecognized", "not permitted");

  /** Returns the name to try first: the new one at OpenAI and Azure, the old one elsewhere. */
  static LimitName first(ModelSettings settings) {
    URI address = settings.address();
    String host = address.getHost().toLowerCase(Locale.ROOT);
    boolean own =
        settings.provider() == Provider.OPENAI
            && (host.endsWith("openai.com") || host.endsWith(".azure.com"));
    return own ? MAX_COMPLETION_TOKENS : MAX_TOKENS;
  }

  LimitName other() {
    return this == MAX_TOKENS ? MAX_COMPLETION_TOKENS : MAX_TOKENS;
  }

  /** Returns whether a refusal is about this very name. */
  boolean refusedIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains(name().toLowerCase(Locale.ROOT))
        && REFUSALS.stream().anyMatch(lower::contains);
  }
}
