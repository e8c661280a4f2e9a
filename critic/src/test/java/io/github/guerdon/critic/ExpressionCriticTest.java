package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.StateField;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.ExpressionProgram;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotAction;
import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExpressionCriticTest {

  private static final Vocabulary HOPPER = Vocabularies.HOPPER;
  private final ExpressionCritic critic = new ExpressionCritic();

  private static Expression number(String text) {
    return new Expression(text, Expression.Type.NUMBER, new Expression.Where("observe[0]", 7, 12));
  }

  private static Expression condition(String text) {
    return new Expression(
        text, Expression.Type.CONDITION, new Expression.Where("episode.healthy", 5, 20));
  }

  @Test
  void expressionsGiveNumbersInOrder() throws TaskException {
    ExpressionProgram program =
        critic.compile(
            List.of(
                condition(
                    "after.joint(\"rootz\").position() > 0.7"
                        + " && Math.abs(after.joint(\"rooty\").position()) < 0.2"
                        + " && after.within(\"qvel\", -100, 100)"),
                number("after.joint(\"rootz\").position() * 2"),
                number("action.get(0) > 0 ? 1 : 0"),
                condition("after.joint(\"rootz\").position() > 100")),
            HOPPER);
    SlotLayout layout = program.table().layout();
    double[] row = new double[layout.width()];
    layout.slots().stream()
        .filter(s -> s.source() == Source.QPOS && s.element() == 1)
        .forEach(s -> row[layout.offset(s)] = 1.25);
    SlotState state = new SlotState(program.table(), layout, 0.008);
    state.bind(row, 0);
    SlotAction action = new SlotAction(List.of("a"), new double[] {-1}, new double[] {1});
    action.bind(new double[] {0.5}, 0, new double[] {0}, 0);
    double[] values = new double[4];
    program.load().evaluate(state, action, state, values);
    assertThat(values).containsExactly(1.0, 2.5, 1.0, 0.0);
  }

  @Test
  void fieldsAndParametersAreReadByName() throws TaskException {
    Vocabulary goals =
        new Vocabulary(
            0.02,
            2,
            2,
            List.of(
                new Element(Kind.BODY, "world", 0, "", 0, 0, 1, Element.Range.UNBOUNDED),
                new Element(Kind.BODY, "hand", 1, "", 0, 0, 1, Element.Range.UNBOUNDED)),
            List.of("target_x", "target_y"),
            List.of(new StateField("xpos", 4, 2, 3, StateField.Named.BODY)));
    ExpressionProgram program =
        critic.compile(
            List.of(
                number("after.field(\"xpos['hand', :2]\").sumOfSquares()"),
                number("after.parameter(\"target_y\") - after.field(\"xpos[1]\").get(2)")),
            goals);
    SlotLayout layout = program.table().layout();
    Slot flat = new Slot(Source.FIELD, 4, 3, 2);
    Slot hand = new Slot(Source.FIELD, 4, 3, 3);
    Slot target = Slot.of(Source.PARAMETER, 1);
    assertThat(layout.slots()).containsExactlyInAnyOrder(flat, hand, target);
    double[] row = new double[layout.width()];
    row[layout.offset(flat)] = 3;
    row[layout.offset(flat) + 1] = 4;
    row[layout.offset(hand) + 2] = 0.5;
    row[layout.offset(target)] = 2;
    SlotState state = new SlotState(program.table(), layout, 0.02);
    state.bind(row, 0);
    SlotAction action = new SlotAction(List.of(), new double[0], new double[0]);
    double[] values = new double[2];
    program.load().evaluate(state, action, state, values);
    assertThat(values).containsExactly(25, 1.5);
    assertThat(
            catchThrowableOfType(
                    TaskException.class,
                    () -> critic.compile(List.of(number("after.parameter(\"target\")")), goals))
                .problems())
        .singleElement()
        .asString()
        .contains("no parameter 'target'; did you mean 'target_x'?");
  }

  @Test
  void allProblemsAreReportedWithTheirPlaceAndKey() {
    TaskException e =
        catchThrowableOfType(
            TaskException.class,
            () ->
                critic.compile(
                    List.of(
                        condition("after.body(\"torzo\").position().z() > 0"),
                        number("after.joint(\"rootx\").position() + after.height()")),
                    HOPPER));
    assertThat(e.problems()).hasSize(2);
    assertThat(e.problems().get(0))
        .startsWith("5:31: episode.healthy: no body 'torzo'; did you mean 'torso'?");
    assertThat(e.problems().get(1)).startsWith("7:52: observe[0]: no method 'height' in State");
  }

  @Test
  void wrongTypesAndSyntaxAreProblemsOfTheirExpression() {
    assertThat(problems(condition("after.time()")))
        .singleElement()
        .asString()
        .startsWith("5:20: episode.healthy: gives double; wanted a condition");
    assertThat(problems(number("after.time() > 1")))
        .singleElement()
        .asString()
        .startsWith("7:12: observe[0]: gives boolean; wanted a number");
    assertThat(problems(number("after.time() +")))
        .singleElement()
        .asString()
        .startsWith("7:")
        .contains("observe[0]: no Java");
    assertThat(problems(number("1); } static int x() { return (2"))).isNotEmpty();
    assertThat(problems(number("System.nanoTime()"))).isNotEmpty();
    assertThat(problems(number("speed")))
        .singleElement()
        .asString()
        .contains("no variable 'speed' here");
  }

  private List<String> problems(Expression expression) {
    return catchThrowableOfType(
            TaskException.class, () -> critic.compile(List.of(expression), HOPPER))
        .problems();
  }
}
