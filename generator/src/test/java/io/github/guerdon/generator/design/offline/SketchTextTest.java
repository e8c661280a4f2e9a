package io.github.guerdon.generator.design.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.design.Briefs;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.TaskBrief;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SketchTextTest {

  @Test
  void sketchesComeBackAsTheyWere() {
    for (TaskBrief task : List.of(Briefs.pole(), Briefs.leg())) {
      Catalogue catalogue = Catalogue.of(task);
      for (Past past : Evolved.generations(new OfflineDesigner(), task, 1, 4, 8)) {
        RewardSketch sketch = SketchText.read(past.proposal().memory(), catalogue);
        assertThat(SketchText.write(sketch)).isEqualTo(past.proposal().memory());
        assertThat(SketchJava.write(sketch)).isEqualTo(past.proposal().text());
      }
    }
  }

  @Test
  void sketchOfAnotherTaskIsRefused() {
    Catalogue pole = Catalogue.of(Briefs.pole());
    assertThatThrownBy(() -> SketchText.read("give 1.0 0.1 10.0 | healthy INDICATOR 0 1 1.0", pole))
        .hasMessage("this task has no signal healthy");
  }

  @Test
  void damagedTextIsRefused() {
    Catalogue pole = Catalogue.of(Briefs.pole());
    assertThatThrownBy(() -> SketchText.read("give 1.0", pole)).hasMessageContaining("no term");
    assertThatThrownBy(() -> SketchText.read("give 1.0 0.1 10.0 | effort", pole))
        .hasMessageContaining("no factor");
  }
}
