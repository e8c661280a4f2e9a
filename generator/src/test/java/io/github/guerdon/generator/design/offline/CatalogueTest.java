package io.github.guerdon.generator.design.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.design.Briefs;
import io.github.guerdon.generator.design.TaskBrief;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

  @Test
  void fitnessOverAChangeGivesItsRate() {
    assertThat(Catalogue.of(Briefs.leg()).get("goal.rate").text())
        .isEqualTo("after.joint(\"rootx\").velocity()");
  }

  @Test
  void wayOfTheRootGivesTheSpeedOfTheWhole() {
    assertThat(Catalogue.of(Briefs.leg()).get("goal.whole").text())
        .isEqualTo("(after.centerOfMass().x() - before.centerOfMass().x()) / after.dt()");
    assertThat(Catalogue.of(Briefs.pole()).find("goal.whole")).isEmpty();
  }

  @Test
  void fitnessThatIsAConditionGivesItsNumbersWithBounds() {
    Signal cosine = Catalogue.of(Briefs.pole()).get("goal.0");
    assertThat(cosine.text()).isEqualTo("Math.cos(after.joint(\"hinge\").position())");
    assertThat(cosine.low()).isEqualTo(0.95);
    assertThat(cosine.high()).isEqualTo(1);
    assertThat(cosine.label()).isEqualTo("hinge_cosine");
  }

  @Test
  void vocabularyGivesVelocitiesHeightsAndAngles() {
    List<String> texts = Catalogue.of(Briefs.leg()).all().stream().map(Signal::text).toList();
    assertThat(texts)
        .contains(
            "after.body(\"torso\").velocity().x()",
            "after.body(\"torso\").position().z()",
            "after.body(\"torso\").up().z()",
            "Math.cos(after.joint(\"rooty\").position())",
            "after.joint(\"leg_joint\").velocity()",
            "action.sumOfSquares()",
            "action.rate()");
  }

  @Test
  void worldIsNoBodyToRead() {
    assertThat(Catalogue.of(Briefs.leg()).all()).noneMatch(s -> s.text().contains("\"world\""));
  }

  @Test
  void labelsAndTextsAreUnique() {
    for (TaskBrief task : List.of(Briefs.pole(), Briefs.leg())) {
      List<Signal> signals = Catalogue.of(task).all();
      Set<String> labels = new HashSet<>(signals.stream().map(Signal::label).toList());
      Set<String> texts = new HashSet<>(signals.stream().map(Signal::text).toList());
      assertThat(labels).hasSameSizeAs(signals);
      assertThat(texts).hasSameSizeAs(signals);
    }
  }

  @Test
  void keysHoldNoNames() {
    assertThat(Catalogue.of(Briefs.leg()).all())
        .allSatisfy(
            s -> assertThat(s.key()).doesNotContain("root", "torso", "thigh", "leg", "foot"));
  }
}
