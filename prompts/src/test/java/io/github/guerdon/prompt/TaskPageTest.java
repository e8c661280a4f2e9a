package io.github.guerdon.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Control;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Element.Range;
import io.github.guerdon.env.Episode;
import io.github.guerdon.env.FitnessRule;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Observation;
import io.github.guerdon.env.Requirement;
import io.github.guerdon.env.Requirement.Comparison;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Training;
import io.github.guerdon.env.Vary;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.reward.slot.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TaskPageTest {

  private static final Where HERE = new Where("x", 1, 1);
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          0.02,
          2,
          2,
          List.of(
              new Element(Kind.BODY, "cart", 1, "", 0, 0, 1, Range.UNBOUNDED),
              new Element(Kind.JOINT, "slider", 0, "slide", 0, 0, 1, new Range(-1.8, 1.8)),
              new Element(Kind.JOINT, "hinge", 1, "hinge", 1, 1, 1, Range.UNBOUNDED),
              new Element(Kind.SENSOR, "imu", 0, "accelerometer", 0, 0, 3, Range.UNBOUNDED),
              new Element(Kind.ACTUATOR, "slider", 0, "motor", 0, 0, 1, new Range(-1, 1))),
          List.of());

  private static TaskDescription task() {
    return new TaskDescription(
        "balance",
        "Keep it up.\n",
        "cart.xml",
        new Control(10, Control.Derived.GYMNASIUM),
        new Episode(
            500,
            new Start(List.of()),
            Optional.of(
                new Expression(
                    "after.joint(\"hinge\").position() < 1\n  && true",
                    Expression.Type.CONDITION,
                    HERE))),
        List.of(new Observation.Slice("qpos[1:]", "qpos[1:]", Range.UNBOUNDED, HERE)),
        List.of(),
        List.of(
            new Metric(
                "distance",
                new Expression("after.joint(\"slider\").position()", Expression.Type.NUMBER, HERE),
                Metric.Over.CHANGE,
                "m")),
        new FitnessRule(
            List.of(new Requirement("survival", Comparison.AT_LEAST, 0.95)), "distance"),
        List.of(new Requirement("distance", Comparison.AT_LEAST, 5)),
        new Training(1000, Map.of()),
        List.of(),
        Map.of("official", "SecretBaseline.java"),
        Vary.NOTHING);
  }

  @Test
  void pageEqualsItsGoldenFile() throws IOException {
    Golden.check("page.md", TaskPage.of(task(), VOCABULARY));
  }

  @Test
  void baselinesAreNotOnThePage() {
    assertThat(TaskPage.of(task(), VOCABULARY))
        .doesNotContain("official")
        .doesNotContain("SecretBaseline");
  }
}
