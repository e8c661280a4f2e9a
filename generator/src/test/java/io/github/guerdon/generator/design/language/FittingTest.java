package io.github.guerdon.generator.design.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.prompt.FailureText;
import io.github.guerdon.prompt.Feedback;
import io.github.guerdon.prompt.ParentText;
import io.github.guerdon.prompt.TurnText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FittingTest {

  private static final Feedback ALL =
      new Feedback(
          List.of(parent("g2c0"), parent("g2c1"), parent("g1c0")),
          List.of(
              new FailureText("g2c2", "a", "STATIC_REJECT", "1\n2\n3\n4\n5"),
              new FailureText("g2c3", "b", "COMPILE_ERROR", "1\n2")),
          List.of(new TurnText(0, "zero"), new TurnText(1, "one"), new TurnText(2, "two")),
          "- a lesson");

  @Test
  void nothingIsLeftOutWhereThereIsRoom() {
    assertThat(Fitting.fit(ALL, 1, f -> true)).contains(ALL);
  }

  @Test
  void whatIsLeftOutFollowsTheOrder() {
    List<Feedback> seen = new ArrayList<>();
    assertThat(
            Fitting.fit(
                ALL,
                1,
                f -> {
                  if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(f)) {
                    seen.add(f);
                  }
                  return false;
                }))
        .isEmpty();
    assertThat(seen.stream().map(FittingTest::shape))
        .containsExactly(
            "turns 3, parents 3, findings 5+2, ideas, lessons, analysis 4",
            "turns 2, parents 3, findings 5+2, ideas, lessons, analysis 4",
            "turns 1, parents 3, findings 5+2, ideas, lessons, analysis 4",
            "turns 1, parents 2, findings 5+2, ideas, lessons, analysis 4",
            "turns 1, parents 1, findings 5+2, ideas, lessons, analysis 4",
            "turns 1, parents 1, findings 4+2, ideas, lessons, analysis 4",
            "turns 1, parents 1, findings 2+2, ideas, lessons, analysis 4",
            "turns 1, parents 1, findings 2, ideas, lessons, analysis 4",
            "turns 1, parents 1, findings 2, lessons, analysis 4",
            "turns 0, parents 1, findings 2, lessons, analysis 4",
            "turns 0, parents 1, findings 2, analysis 4",
            "turns 0, parents 1, findings 2, analysis 2",
            "turns 0, parents 1, findings 2, analysis 1",
            "turns 0, parents 1, findings , analysis 1");
  }

  @Test
  void newestTurnAndBestParentsStayLongest() {
    Feedback kept =
        Fitting.fit(ALL, 2, f -> f.history().size() == 1 && f.parents().size() == 2).orElseThrow();
    assertThat(kept.history()).containsExactly(new TurnText(2, "two"));
    assertThat(kept.parents()).extracting(ParentText::id).containsExactly("g2c0", "g2c1");
    assertThat(kept.failures()).isEqualTo(ALL.failures());
  }

  @Test
  void shortenedFindingsSayHowManyAreMissing() {
    Feedback kept =
        Fitting.fit(ALL, 3, f -> f.failures().get(0).findings().lines().count() < 5).orElseThrow();
    assertThat(kept.failures().get(0).findings()).isEqualTo("1\n2\n3\nand 2 lines more");
  }

  private static String shape(Feedback f) {
    List<String> findings =
        f.failures().stream().map(x -> String.valueOf(x.findings().lines().count())).toList();
    return "turns "
        + f.history().size()
        + ", parents "
        + f.parents().size()
        + ", findings "
        + String.join("+", findings)
        + (f.parents().get(0).rationale().isEmpty() ? "" : ", ideas")
        + (f.lessons().isEmpty() ? "" : ", lessons")
        + ", analysis "
        + f.parents().get(0).analysis().lines().count();
  }

  private static ParentText parent(String id) {
    return new ParentText(id, "class Reward {}", "1\n2\n3\n4", "term a added", "why");
  }
}
