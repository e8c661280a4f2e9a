package io.github.guerdon.generator.design.language;

import static io.github.guerdon.generator.llm.ScriptedModel.answered;
import static io.github.guerdon.generator.llm.ScriptedModel.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.Refusal;
import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.ScriptedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RepairTest {

  private static final String GOOD = Scene.code("forward", "1.5");
  private static final String BAD = GOOD.replace("double drive", "/* SECRET\n */ double dirve");
  private static final DesignContext CONTEXT =
      Scene.after(List.of(Scene.scored(0, 0, GOOD, 3.5), Scene.scored(0, 1, GOOD + " ", 2)));

  @Test
  void everyRefusedCandidateIsShownItsCodeAndAllItsFindings() throws DesignerException {
    String findings =
        IntStream.range(0, 25)
            .mapToObj(i -> "RULE_" + i + " at 9:1: wrong " + i)
            .collect(Collectors.joining("\n"));
    ScriptedModel model =
        ScriptedModel.byLabel(
            Map.of(
                "g1c0r1", answered("Typo.\n" + Scene.fence(GOOD)),
                "g1c4r1", answered(Scene.fence(GOOD))));
    List<Optional<Proposal>> repaired =
        Scene.designer(model)
            .repair(CONTEXT, List.of(refusal(0, 1, findings), refusal(4, 1, "X at 1:1: other")));
    String prompt = model.prompt("g1c0r1");
    assertThat(prompt).contains(findings.lines().toList());
    assertThat(prompt).contains("Repair 1 of 2", "STATIC_REJECT", " 9   double dirve =");
    assertThat(prompt).doesNotContain("SECRET");
    assertThat(model.prompt("g1c4r1")).contains("X at 1:1: other").doesNotContain("RULE_1");
    Proposal first = repaired.get(0).orElseThrow();
    assertThat(first)
        .isEqualTo(
            new Proposal(GOOD, "Typo.", List.of("g0c0"), "mutate", "- Lesson.", Reading.CODE));
    assertThat(repaired.get(1).orElseThrow().rationale()).isEqualTo("Idea.");
  }

  @Test
  void answerThatCouldNotBeReadIsAskedForAgainAsAtFirst() throws DesignerException {
    ScriptedModel model = new ScriptedModel(r -> answered(Scene.fence(GOOD)));
    LanguageDesigner designer = Scene.designer(model);
    String lessons = designer.propose(CONTEXT, 3).get(1).memory();
    Proposal empty = new Proposal("", "", List.of("g0c0"), "mutate", lessons, Reading.EMPTY);
    Refusal refusal = new Refusal("g1c1", empty, "", "EMPTY", Reading.EMPTY.sentence(), 1, 2);
    Proposal repaired = designer.repair(CONTEXT, List.of(refusal)).get(0).orElseThrow();
    assertThat(model.prompt("g1c1r1"))
        .startsWith(model.prompt("g1c1"))
        .endsWith("## Your last answer\n\n" + Reading.EMPTY.sentence() + "\n");
    assertThat(repaired.operator()).isEqualTo("mutate");
    assertThat(repaired.reading()).isEqualTo(Reading.CODE);
  }

  @Test
  void cutOffRepairIsAskedForOnceMore() throws DesignerException {
    ScriptedModel model =
        ScriptedModel.byLabel(
            Map.of("g1c0r2", answered("", Ending.CUT_OFF), "g1c0r2x", answered(Scene.fence(GOOD))));
    assertThat(Scene.designer(model).repair(CONTEXT, List.of(refusal(0, 2, "X at 1:1: x"))))
        .singleElement()
        .satisfies(p -> assertThat(p.orElseThrow().text()).isEqualTo(GOOD));
  }

  @Test
  void repairWithoutAnAnswerGivesThatOneUp() throws DesignerException {
    ScriptedModel model =
        ScriptedModel.byLabel(
            Map.of(
                "g1c0r1", failed(Kind.BUDGET, "no call left"),
                "g1c1r1", answered(Scene.fence(GOOD)),
                "g1c2r1", failed(Kind.SERVER_ERROR, "overloaded")));
    List<Optional<Proposal>> repaired =
        Scene.designer(model)
            .repair(CONTEXT, List.of(refusal(0, 1, "X"), refusal(1, 1, "X"), refusal(2, 1, "X")));
    assertThat(repaired).extracting(Optional::isPresent).containsExactly(false, true, false);
  }

  @Test
  void wrongSettingsAndCancellationEndRepairsToo() {
    ScriptedModel setting = new ScriptedModel(r -> failed(Kind.BAD_KEY, "set OPENAI_API_KEY"));
    assertThatThrownBy(() -> Scene.designer(setting).repair(CONTEXT, List.of(refusal(0, 1, "X"))))
        .isInstanceOf(DesignerException.class)
        .hasMessage("set OPENAI_API_KEY");
    ScriptedModel cancelled = new ScriptedModel(r -> failed(Kind.CANCELLED, "stopped"));
    assertThatThrownBy(() -> Scene.designer(cancelled).repair(CONTEXT, List.of(refusal(0, 1, "X"))))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void lineNumbersAreThoseThatFindingsCount() throws DesignerException {
    ScriptedModel model = new ScriptedModel(r -> answered(Scene.fence(GOOD)));
    String code = "class Reward {\r\n\n  // gone\rstill gone\n  int x;\n}\n";
    Refusal refusal =
        new Refusal("g1c0", proposal(code), code, "STATIC_REJECT", "FIELD at 4:3: x", 1, 2);
    Scene.designer(model).repair(CONTEXT, List.of(refusal));
    assertThat(model.prompt("g1c0r1")).contains("1  class Reward {\n4    int x;\n5  }\n");
  }

  @Test
  void hugeCodeAndFindingsAreCutToTheLimit() throws DesignerException {
    ScriptedModel model = new ScriptedModel(r -> answered(Scene.fence(GOOD)));
    String huge = "double x = 1.25 + 3;\n".repeat(20_000);
    Refusal refusal =
        new Refusal(
            "g1c0", proposal(huge), huge, "STATIC_REJECT", "SIZE at 1:1: too long\n" + huge, 1, 2);
    Scene.designer(model).repair(CONTEXT, List.of(refusal));
    assertThat(Scene.COUNTER.count(model.prompt("g1c0r1")))
        .isLessThanOrEqualTo(Scene.SETTINGS.promptTokens());
    assertThat(model.prompt("g1c0r1")).contains("SIZE at 1:1: too long", "lines more");
  }

  private static Refusal refusal(int index, int round, String findings) {
    return new Refusal("g1c" + index, proposal(BAD), BAD, "STATIC_REJECT", findings, round, 2);
  }

  private static Proposal proposal(String code) {
    return new Proposal(code, "Idea.", List.of("g0c0"), "mutate", "- Lesson.", Reading.CODE);
  }
}
