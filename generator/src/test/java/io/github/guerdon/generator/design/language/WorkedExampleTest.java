package io.github.guerdon.generator.design.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.ExpressionCritic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Task;
import io.github.guerdon.prompt.Prompts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reward that every prompt shows passes the critic that every answer meets. */
final class WorkedExampleTest {

  @TempDir private Path folder;

  @Test
  void workedExampleIsAcceptedWithoutAWarning() throws Exception {
    Files.writeString(folder.resolve("crane.xml"), resource("crane.xml"));
    Path file = Files.writeString(folder.resolve("task.yaml"), resource("task.yaml"));
    Task task = Task.load(file.toString(), new ExpressionCritic());
    Verdict verdict =
        new Critic().review(RewardSource.of(resource("Reward.java")), task.vocabulary());
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(((Verdict.Accepted) verdict).warnings()).isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Prompts.class.getResourceAsStream("/prompts/example/" + name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
