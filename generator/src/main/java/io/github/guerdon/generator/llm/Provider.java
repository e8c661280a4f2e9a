package io.github.guerdon.generator.llm;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who serves a model, and so how it is spoken to. */
public enum Provider {
  /** OpenAI's chat completions, which most other servers speak as well. */
  OPENAI("https://api.openai.com/v1", "OPENAI_API_KEY"),
  /** Anthropic's messages. */
  ANTHROPIC("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
  /** Google's Gemini API. */
  GEMINI("https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY", "GOOGLE_API_KEY"),
  /** Ollama's own chat. */
  OLLAMA("http://localhost:11434", "OLLAMA_API_KEY"),
  /** Mistral's chat completions. */
  MISTRAL("https://api.mistral.ai/v1", "MISTRAL_API_KEY");

  private final URI home;
  private final String keyVariables;

  Provider(String home, String... keyVariables) {
    this.home = URI.create(home);
    this.keyVariables = String.join(" ", keyVariables);
  }

  /** Returns where it is without a base URL from the user. */
  public URI home() {
    return home;
  }

  /** Returns the environment variables that may hold its key, the first one asked first. */
  public List<String> keyVariables() {
    return List.of(keyVariables.split(" "));
  }

  /**
   * Returns whether a call without a key is in vain; servers at an address of the user's own may do
   * without.
   */
  public boolean keyNeeded(Optional<URI> baseUrl) {
    return this != OLLAMA && baseUrl.isEmpty();
  }

  /** Returns its name on the command line: {@code openai}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
