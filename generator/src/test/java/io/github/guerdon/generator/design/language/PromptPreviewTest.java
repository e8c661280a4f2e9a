package io.github.guerdon.generator.design.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Task;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.language.PromptPreview.Rendered;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PromptPreviewTest {

  static Stream<String> tasks() {
    return Task.builtIn().stream();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void firstPromptIsShort(String name) throws DesignerException {
    Task task = Scene.task(name);
    Rendered first = preview(task).first(Scene.brief(task));
    // Names of a model with many joints or sensors take room of their own.
    int names = task.vocabulary().elements().size();
    assertThat(first.tokens()).isLessThan(names > 100 ? 4_800 : names > 40 ? 4_100 : 3_500);
    assertThat(first.parts()).extracting(PromptSize::name).contains("Your role", "Your answer");
    assertThat(sum(first)).isBetween(first.tokens() - 50, first.tokens() + 50);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void longestRefinePromptKeepsTheLimitAndUsesMostOfIt(String name) throws DesignerException {
    Task task = Scene.task(name);
    Rendered refine = preview(task).refine(Scene.brief(task));
    assertThat(refine.tokens()).isBetween(5_000, 7_000);
    assertThat(refine.parts())
        .extracting(PromptSize::name)
        .contains("Earlier candidates", "Failed candidates", "History", "Lessons so far");
  }

  private static PromptPreview preview(Task task) {
    return new PromptPreview(Scene.PROMPTS, Scene.text(task), Scene.COUNTER, Scene.SETTINGS);
  }

  private static int sum(Rendered rendered) {
    return rendered.parts().stream().mapToInt(PromptSize::tokens).sum();
  }
}
