package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.AttemptBudget;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.RetryPolicy;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.http.Connections;
import java.util.Optional;

/** Opens language models. */
public final class Models {

  private Models() {}

  /**
   * Opens a model; nothing is sent yet.
   *
   * <p>Each attempt sends one HTTP request, and none is sent that the budget has no place for.
   *
   * @param key the provider's key; may be missing where a server of the user's own needs none
   * @throws IllegalArgumentException if there is no key and the provider needs one
   */
  public static LanguageModel open(
      ModelSettings settings,
      Optional<Secret> key,
      RetryPolicy policy,
      AttemptBudget budget,
      Seams seams) {
    if (key.isEmpty() && settings.provider().keyNeeded(settings.baseUrl())) {
      throw new IllegalArgumentException(
          "no key for "
              + settings.name()
              + ", its provider needs one; set "
              + String.join(" or ", settings.provider().keyVariables()));
    }
    Doctor doctor = new Doctor(settings, key.isPresent(), seams.clock());
    Connections connections = Connections.prepare(settings.deadline(), settings.idle(), key);
    Attempt attempt = new Attempt(Dialect.of(settings.provider()), settings, key, doctor);
    return new ProviderModel(settings, policy, budget, seams, connections, attempt);
  }
}
