package io.github.guerdon.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {

  private static ModelRequest request(String system, String user, int most) {
    return new ModelRequest("g0c0", system, List.of(Turn.user(user)), most);
  }

  @Test
  void theHashLeavesOutTheLabelAlone() {
    ModelRequest request = request("a", "b", 10);
    assertThat(request.hash()).matches("[0-9a-f]{64}");
    assertThat(request.again("g0c1", 10).hash()).isEqualTo(request.hash());
    assertThat(request.again("g0c0", 11).hash()).isNotEqualTo(request.hash());
    assertThat(request("ab", "b", 10).hash()).isNotEqualTo(request("a", "bb", 10).hash());
  }

  @Test
  void turnsAlternateAndTheUserHasTheLastWord() {
    assertThatThrownBy(
            () -> new ModelRequest("x", "", List.of(Turn.user("a"), Turn.assistant("b")), 1))
        .hasMessageContaining("start and end with the user's");
    assertThatThrownBy(
            () ->
                new ModelRequest(
                    "x", "", List.of(Turn.user("a"), Turn.user("b"), Turn.user("c")), 1))
        .hasMessageContaining("turn 1 must be of ASSISTANT");
    assertThatThrownBy(() -> new ModelRequest("A b", "", List.of(Turn.user("a")), 1))
        .hasMessageContaining("A b");
  }

  @Test
  void aSecretDoesNotShow() {
    Secret secret = Secret.of(" sk-abc/def+0123 \n");
    assertThat(secret).hasToString("***");
    assertThat(secret.reveal()).isEqualTo("sk-abc/def+0123");
    assertThat(secret.redact("key sk-abc/def+0123, sk-abc%2Fdef%2B0123, c2stYWJjL2RlZiswMTIz"))
        .isEqualTo("key ***, ***, ***");
  }

  @Test
  void aPlaceholderIsNoSecret() {
    assertThat(Secret.of("none").redact("none of it")).isEqualTo("none of it");
  }

  @Test
  void aRefusedKeyIsNotShown() {
    assertThatThrownBy(() -> Secret.of("sk-abc def"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sk-abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host/v1",
        "https:///v1",
        "host/v1",
        "https://me:sk-secret@host/v1",
        "https://host/v1?key=sk-secret"
      })
  void aBaseUrlIsAPlainWebAddress(String url) {
    ModelSettings settings = ModelSettings.of(Provider.OPENAI, "m");
    assertThatThrownBy(() -> settings.withBaseUrl(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--base-url")
        .hasMessageNotContaining("sk-secret");
  }

  @Test
  void onlyHostedProvidersNeedAKey() {
    assertThat(Provider.OPENAI.keyNeeded(Optional.empty())).isTrue();
    assertThat(Provider.OPENAI.keyNeeded(Optional.of(URI.create("http://localhost/v1")))).isFalse();
    assertThat(Provider.OLLAMA.keyNeeded(Optional.empty())).isFalse();
    assertThat(Provider.GEMINI.keyVariables()).containsExactly("GEMINI_API_KEY", "GOOGLE_API_KEY");
  }

  @Test
  void usageAddsUp() {
    TokenUsage usage = new TokenUsage(10, 4, 5, 2);
    assertThat(usage.plus(usage)).isEqualTo(new TokenUsage(20, 8, 10, 4));
    assertThat(usage.plus(TokenUsage.none())).isEqualTo(usage);
    assertThatThrownBy(() -> new TokenUsage(1, 2, 0, 0)).hasMessageContaining("cached 2");
  }

  @Test
  void backOffDoublesUpToALimitAndIsSpread() {
    RetryPolicy policy =
        new RetryPolicy(9, Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofMinutes(9));
    SplittableRandom jitter = new SplittableRandom(7);
    double sum = 0;
    int draws = 2_000;
    for (int i = 0; i < draws; i++) {
      assertThat(policy.backOff(1, jitter).toMillis()).isBetween(1_000L, 2_000L);
      long third = policy.backOff(3, jitter).toMillis();
      assertThat(third).isBetween(4_000L, 8_000L);
      sum += third;
      assertThat(policy.backOff(60, jitter).toMillis()).isBetween(10_000L, 20_000L);
    }
    assertThat(sum / draws).isBetween(5_900.0, 6_100.0);
  }
}
