package io.github.guerdon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.Task;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TermProbe;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProbeTest {

  /**
   * The tasks whose expressions this module's own small compiler reads; {@code doctor} probes all.
   */
  private static final List<String> GYMNASIUM_AND_CARTPOLE =
      List.of(
          "cartpole-swingup",
          "hopper-run",
          "ant-run",
          "halfcheetah-run",
          "humanoid-run",
          "humanoid-standup",
          "inverted-double-pendulum",
          "inverted-pendulum",
          "pusher",
          "reacher",
          "swimmer-run",
          "walker2d-run");

  private static final String SPEED = "after.joint(\"slider\").velocity()";
  private static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.open(new SandboxSettings(1, 1));
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PROBE_NONFINITE | term 'a' is NaN       | terms.add(\"a\", Math.sqrt(-1));",
        "PROBE_NONFINITE | term 'rare' is        | terms.add(\"rare\", Math.log(3 - V));",
        "PROBE_RANGE     | term 'a' is           | terms.add(\"a\", 1e300 * V);",
        "PROBE_RANGE     | term 'a' is at most 1.0E-310 in size | terms.add(\"a\", 1e-310);",
        "PROBE_RANGE     | term 'plus'           | terms.add(\"plus\", 1e200 * V); terms.add(\"minus\", -1e200 * V);",
        "PROBE_CONSTANT  | term 'a' is 0.0       | terms.add(\"a\", V > 0 ? -0.0 : 0.0);",
        "FUEL            | Exhausted             | while (true) { Fuel.spend(); }",
        "RUNTIME_ArithmeticException | zero      | int z = (int) (0 * V); terms.add(\"a\", 1 / z);",
        "RUNTIME_ArrayIndexOutOfBoundsException | out of bounds | int i = 3 + (int) (0 * V); terms.add(\"a\", (new double[2])[i]);",
        "PROBE_STATE     | for the same input    | terms.add(\"a\", new Object().hashCode() % 1000 * V);",
      })
  void rewardThatCannotBeTrainedIsRefused(String outcome, String message, String body) {
    assertThat(probe(body.replace("V", SPEED)))
        .isInstanceOfSatisfying(
            ProbeResult.Failed.class,
            failed -> {
              assertThat(failed.outcome()).isEqualTo(outcome);
              assertThat(failed.message()).contains(message.replace("''", "'"));
            });
  }

  @Test
  void termThatVanishesFarAwayIsNoFault() {
    ProbeResult.Passed passed = passed("terms.add(\"a\", V > 0 ? 1e-310 : V);".replace("V", SPEED));
    assertThat(passed.rewards()).contains(1e-310);
  }

  @Test
  void constantTermBesideAVaryingOneIsAWarning() {
    assertThat(probe("terms.add(\"alive\", 1); terms.add(\"speed\", " + SPEED + ");"))
        .isInstanceOfSatisfying(
            ProbeResult.Passed.class,
            passed ->
                assertThat(passed.warnings())
                    .containsExactly("term 'alive' is 1.0 in all probing rollouts"));
  }

  @Test
  void recordedStatesAreTheSameForEveryReward() {
    ProbeResult.Passed speed = passed("terms.add(\"a\", " + SPEED + ");");
    ProbeResult.Passed twice =
        passed("terms.add(\"b\", " + SPEED + "); terms.add(\"c\", " + SPEED + ");");
    ProbeResult.Passed square = passed("terms.add(\"a\", " + SPEED + " * " + SPEED + ");");
    assertThat(speed.rewards()).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
    assertThat(twice.rewards()).isEqualTo(speed.rewards().stream().map(r -> r + r).toList());
    assertThat(square.rewards()).isEqualTo(speed.rewards().stream().map(r -> r * r).toList());
  }

  @Test
  void termsAreHeldAgainstTheObjectiveWhereStatesAreThrownAbout() {
    ProbeEvidence seen =
        passed(
                "terms.add(\"up\", Math.cos(after.joint(\"hinge\").position()));"
                    + "terms.add(\"down\", -Math.cos(after.joint(\"hinge\").position()));"
                    + "terms.add(\"effort\", -action.sumOfSquares());")
            .evidence();
    assertThat(seen.windows()).isEqualTo(320);
    TermProbe up = seen.terms().get(0);
    TermProbe down = seen.terms().get(1);
    TermProbe effort = seen.terms().get(2);
    assertThat(up.pays()).isGreaterThan(up.windows().sd());
    assertThat(down.pays()).isCloseTo(-up.pays(), within(1e-9));
    assertThat(down.alignment()).isCloseTo(-up.alignment(), within(1e-9));
    assertThat(Math.abs(effort.alignment())).isLessThan(0.2);
    assertThat(up.idle()).isLessThan(-0.9);
    assertThat(effort.idle()).isZero();
    assertThat(effort.random()).isBetween(-0.5, -0.2);
    assertThat(up.rollouts().min()).isLessThan(-0.99);
    assertThat(up.windows().max()).isGreaterThan(0.99);
  }

  @Test
  void stepsThatEndAnEpisodeAreSeenApart() {
    Task hopper = JavacPrograms.task("hopper-run");
    ProbeResult result =
        sandbox.probe(
            hopper,
            JavacPrograms.reward(
                hopper,
                "terms.add(\"up\", after.joint(\"rootz\").position() > 0.7"
                    + " && Math.abs(after.joint(\"rooty\").position()) < 0.2 ? 1 : -7);"));
    assertThat(((ProbeResult.Passed) result).evidence().end()).isLessThan(-6);
  }

  private static ProbeResult.Passed passed(String body) {
    return (ProbeResult.Passed) probe(body);
  }

  @Test
  void baselinesOfBuiltInTasksPassEvenIfTheyAreSparse() {
    for (String name : GYMNASIUM_AND_CARTPOLE) {
      Task task = JavacPrograms.task(name);
      for (String baseline : task.description().baselines().keySet()) {
        assertThat(sandbox.probe(task, JavacPrograms.baseline(task, baseline)))
            .as("%s %s", name, baseline)
            .isInstanceOf(ProbeResult.Passed.class);
      }
    }
  }

  private static ProbeResult probe(String body) {
    return sandbox.probe(
        SandboxFixture.CARTPOLE, JavacPrograms.reward(SandboxFixture.CARTPOLE, body));
  }
}
