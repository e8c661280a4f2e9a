package io.github.guerdon.generator.analysis.fault;

import static io.github.guerdon.generator.analysis.fault.Script.episode;
import static io.github.guerdon.generator.analysis.fault.Script.spread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.guerdon.sandbox.training.EpisodeSample;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TermProbe;
import io.github.guerdon.sandbox.training.TermProbe.Spread;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/**
 * Each detector with evidence that shows its fault, and with evidence that just does not. All in
 * one file, as most cases say what all of the detectors make of it.
 */
final class DetectorsTest {

  private static final String HEIGHT = "after.body(\"torso\").position().z()";
  private static final Spread ZERO = spread(0, 0, 0);

  private static ListAssert<Fault> faults(Script script) {
    return assertThat(Diagnosis.of(script.evidence()).stream().map(Finding::fault).toList());
  }

  @Test
  void soundRewardHasNoFault() {
    faults(new Script().progress(1).term("alive", spread(1, 1, 1.2), 1)).isEmpty();
  }

  @Test
  void termOfTenThousandExplodes() {
    Finding finding = Diagnosis.of(new Script().progress(1e4).evidence()).get(0);

    assertThat(finding.fault()).isEqualTo(Fault.SCALE_EXPLOSION);
    assertThat(finding.term()).isEqualTo("forward");
    assertThat(finding.evidence()).contains("1.00e+04");
    assertThat(finding.suggestion()).contains("Scale it");
  }

  @Test
  void termOfAThousandIsLargeAndNoExplosion() {
    faults(new Script().progress(1e3)).isEmpty();
  }

  @Test
  void divergedTermExplodes() {
    assertThat(Diagnosis.of(new Outcome.Diverged("a", "boom", 7, 2e6)))
        .extracting(Finding::fault, Finding::term)
        .containsExactly(tuple(Fault.SCALE_EXPLOSION, "boom"));
    assertThat(Diagnosis.of(new Outcome.Diverged("a", Outcome.Diverged.LEARNER, 7, 2e6))).isEmpty();
  }

  private static TermProbe term(
      String name, Spread values, double zeros, double idle, double random, double pays) {
    return new TermProbe(
        name, values, values, zeros, idle, random, 0, Math.signum(pays) * 0.9, pays);
  }

  @Test
  void termThatFallsWhereTheObjectiveRisesHasTheWrongSign() {
    faults(new Script().term(term("speed", spread(-2, 0, 2), 0, 0, 0, -3), HEIGHT))
        .containsExactly(Fault.WRONG_SIGN);
  }

  @Test
  void smallOpposedTermBesideALargerAlignedOneIsAPrice() {
    faults(new Script().progress(1).term(term("lean", spread(-0.5, 0, 0), 0, 0, 0, -0.3), HEIGHT))
        .isEmpty();
  }

  @Test
  void angleInRadiansConvertedOnceMoreIsAUnitError() {
    String converted = "Math.cos(Math.toRadians(after.joint(\"rooty\").position()))";
    faults(new Script().progress(1).term(term("up", spread(0, 0.5, 1), 0, 0.5, 0.5, 0), converted))
        .containsExactly(Fault.UNIT_ERROR);
  }

  @Test
  void degreesHeldAgainstRadiansAreAUnitError() {
    String bearing =
        "Math.abs(Math.toDegrees(Math.atan2(g.y(), g.x())) - after.joint(\"a\").position())";
    String turned = "after.body(\"torso\").orientation().yaw() + Math.toDegrees(g.x())";
    String both = "Math.toDegrees(g.x()) - Math.toDegrees(after.joint(\"a\").position())";
    TermProbe aim = term("aim", spread(0, 0.5, 1), 0, 0.5, 0.5, 0);
    faults(new Script().progress(1).term(aim, bearing)).containsExactly(Fault.UNIT_ERROR);
    faults(new Script().progress(1).term(aim, turned)).containsExactly(Fault.UNIT_ERROR);
    faults(new Script().progress(1).term(aim, both)).isEmpty();
  }

  @Test
  void constantGivenInDegreesIsNoUnitError() {
    String limit = "after.joint(\"rooty\").position() < Math.toRadians(15) ? 1.0 : 0.0";
    faults(new Script().progress(1).term(term("up", spread(0, 0.5, 1), 0, 0.5, 0.5, 0), limit))
        .isEmpty();
  }

  private static ListAssert<Fault> written(String expression, String... constants) {
    Script script = new Script().progress(1);
    List.of(constants).forEach(script::constant);
    return faults(script.term(term("up", spread(0, 0.5, 1), 0, 0.5, 0.5, 0), expression));
  }

  @Test
  void conversionIsFoundBehindConstantsAndInOtherNotations() {
    String angle = "after.joint(\"rooty\").position()";
    written("Math.cos(" + angle + " * DEG)", "DEG = Math.PI / 180.0")
        .containsExactly(Fault.UNIT_ERROR);
    written("Math.cos(" + angle + " * (Math.PI / 180))").containsExactly(Fault.UNIT_ERROR);
    written("Math.cos(" + angle + " * TO_DEG)", "TO_DEG = 180.0 / Math.PI")
        .containsExactly(Fault.UNIT_ERROR);
    written("1.0 - 1000.0 * after.dt()").containsExactly(Fault.UNIT_ERROR);
    written("1.0 - after.time() * MILLI", "MILLI = 1000.0").containsExactly(Fault.UNIT_ERROR);
  }

  @Test
  void limitNamedInDegreesIsNoUnitError() {
    String angle = "Math.abs(after.joint(\"rooty\").position())";
    written(angle + " < MAX_DEG * Math.PI / 180.0 ? 1.0 : 0.0", "MAX_DEG = 15.0").isEmpty();
    written(angle + " < Math.toRadians(MAX) ? 1.0 : 0.0", "MAX = 15.0").isEmpty();
    written("1.0 - 0.001 * after.time()").isEmpty();
  }

  @Test
  void longAndSelfReferringTextIsReadWithinBounds() {
    written("Math.cos(" + "v + ".repeat(5_000) + "v)").isEmpty();
    written("Math.cos(" + "v * ".repeat(5_000) + "180 / PI)").containsExactly(Fault.UNIT_ERROR);
    written("Math.toDegrees(" + "(v) + ".repeat(2_500) + "v)").isEmpty();
    String[] constants = new String[6];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = "C" + i + " = " + ("C" + (i + 1) + " + ").repeat(2_000) + "1.0";
    }
    written("after.time() * C0", constants).isEmpty();
  }

  @Test
  void velocityAcrossTheWayIsAUnitErrorWhereNothingElsePays() {
    String across = "after.body(\"torso\").velocity().y()";
    TermProbe speed = term("speed", spread(-2, 0, 2), 0, 0, 0, 0.1);

    assertThat(Diagnosis.of(new Script().term(unaligned(speed), across).evidence()))
        .extracting(Finding::fault)
        .contains(Fault.UNIT_ERROR);
    faults(new Script().progress(1).term(unaligned(speed), across)).isEmpty();
  }

  private static TermProbe unaligned(TermProbe term) {
    return new TermProbe(
        term.name(),
        term.rollouts(),
        term.windows(),
        term.zeros(),
        term.idle(),
        term.random(),
        term.end(),
        0.05,
        term.pays());
  }

  @Test
  void costOnEveryStepMakesEndingPay() {
    Script costly =
        new Script()
            .progress(1)
            .term(term("time", spread(-4, -4, -4), 0, -4, -4, 0), "-4.0")
            .totals(spread(-6, -4, -2), 0.9);
    faults(costly).containsExactly(Fault.EARLY_END_FARMING);
    faults(costly.endless()).doesNotContain(Fault.EARLY_END_FARMING);
  }

  @Test
  void policyThatLearnsToEndWhatCostsFarmsTheEnd() {
    TermProbe impact = term("impact", spread(-20, -1, 0), 0.5, -4, -4, 0);
    Spread totals = spread(-20, -4, 0.5);
    faults(new Script().progress(1).term(impact, HEIGHT).totals(totals, 0.1).lengths(24, 7, -2))
        .contains(Fault.EARLY_END_FARMING);
    faults(new Script().progress(1).term(impact, HEIGHT).totals(totals, 0.1).lengths(24, 20, -2))
        .doesNotContain(Fault.EARLY_END_FARMING);
  }

  @Test
  void costThatTheTrainedPolicyOutrunsDoesNotMakeEndingPay() {
    faults(
            new Script()
                .progress(1)
                .term(term("time", spread(-1, -1, -1), 0, -1, -1, 0), "-1.0")
                .totals(spread(-3, -1, -0.1), 0.9)
                .episodes(List.of(episode(800, 900, 1), episode(900, 950, 1))))
        .isEmpty();
  }

  @Test
  void returnThatComesWithTheLastStepMakesEndingPay() {
    faults(new Script().progress(1).episodes(List.of(episode(40, 210, 200))))
        .contains(Fault.EARLY_END_FARMING);
    faults(new Script().progress(1).episodes(falling(20, 40, n -> n))).isEmpty();
  }

  private static List<EpisodeSample> falling(int from, int to, IntToDoubleFunction ownReturn) {
    return IntStream.range(from, to)
        .mapToObj(n -> episode(n, ownReturn.applyAsDouble(n), 1))
        .toList();
  }

  @Test
  void fallsWhoseReturnDoesNotGrowWithTimeAreACollapse() {
    faults(new Script().progress(1).episodes(falling(20, 60, n -> n % 2 == 0 ? 30 : 31)))
        .containsExactly(Fault.SURVIVAL_COLLAPSE);
  }

  @Test
  void fallsOfAPolicyThatIsNotThereYetAreNoCollapse() {
    faults(new Script().progress(1).episodes(falling(20, 60, n -> 2.0 * n))).isEmpty();
    faults(
            new Script()
                .progress(1)
                .term("alive", spread(1, 1, 1.2), 1)
                .episodes(falling(20, 60, n -> n % 2 == 0 ? 30 : 31)))
        .isEmpty();
  }

  @Test
  void fallsThatEndWhatOtherTermsCanPayAreACollapse() {
    TermProbe surge = term("surge", spread(-3, 0, 3), 0, 0, 0, 0);
    Script dive =
        new Script()
            .progress(1)
            .term(unaligned(surge), HEIGHT)
            .episodes(falling(20, 60, n -> 2.0 * n));
    faults(dive.trained("forward", 0, 0.3, 0.1, 0.3).trained("surge", 0, 1.7, 3, 0.7))
        .contains(Fault.SURVIVAL_COLLAPSE);
    Script there =
        new Script()
            .progress(1)
            .term(unaligned(surge), HEIGHT)
            .episodes(falling(20, 60, n -> 2.0 * n));
    faults(there.trained("forward", 0, 1.7, 0.5, 0.7).trained("surge", 0, 0.3, 0.1, 0.3)).isEmpty();
  }

  private static final TermProbe NEVER_SEEN =
      new TermProbe("balanced", ZERO, new Spread(0, 0.01, 0, 0, 0, 0, 1), 1, 0, 0, 0, 0.1, 0.01);

  @Test
  void signalThatNobodySeesIsSparse() {
    faults(new Script().term(NEVER_SEEN, HEIGHT).totals(Script.USUAL, 0))
        .contains(Fault.SPARSE_EXPLORATION)
        .doesNotContain(Fault.DEAD_TERM);
  }

  @Test
  void signalBesideOneWithASlopeIsNotSparse() {
    faults(new Script().progress(1).term(NEVER_SEEN, HEIGHT))
        .doesNotContain(Fault.SPARSE_EXPLORATION);
  }

  @Test
  void signalBesideAPotentialIsNotSparse() {
    String potential = "Shape.potential(before.body(\"torso\").position().z(), " + HEIGHT + ")";
    faults(
            new Script()
                .term(term("approach", spread(-0.1, 0, 0.1), 0.1, 0, 0, 0), potential)
                .term(NEVER_SEEN, HEIGHT))
        .doesNotContain(Fault.SPARSE_EXPLORATION);
  }

  @Test
  void signalThatTrainingFoundIsNotSparse() {
    faults(new Script().term(NEVER_SEEN, HEIGHT).trained("balanced", 0, 0.6, 0.3, 0.9))
        .doesNotContain(Fault.SPARSE_EXPLORATION);
  }

  @Test
  void termThatIsAlwaysZeroIsDead() {
    faults(new Script().progress(1).term("clearance", ZERO, 0)).containsExactly(Fault.DEAD_TERM);
  }

  @Test
  void chargeForWhatNeverHappensIsDeadAndTermThatTrainingWokeIsNot() {
    TermProbe nothing = term("fallen", ZERO, 1, 0, 0, 0);
    faults(new Script().progress(1).term(nothing, HEIGHT + " < 0.3 ? -5.0 : 0.0"))
        .containsExactly(Fault.DEAD_TERM);
    faults(
            new Script()
                .progress(1)
                .term("clearance", ZERO, 0)
                .trained("clearance", 0, 0.2, 0.1, 0.1))
        .isEmpty();
  }

  @Test
  void termAtItsBoundEverywhereIsSaturated() {
    faults(new Script().progress(1).endless().term("height", spread(0.97, 0.99, 1), 0.5))
        .containsExactly(Fault.SATURATED_TERM);
  }

  @Test
  void whereHealthHoldsStatesTogetherOnlyWhatIsTheSameIsSaturated() {
    faults(new Script().progress(1).term("upright", spread(0.98, 0.99, 1), 0.99)).isEmpty();
    faults(new Script().progress(1).term(ended("height", spread(0.5, 0.5, 0.5), 0.5), HEIGHT))
        .containsExactly(Fault.SATURATED_TERM);
  }

  private static TermProbe ended(String name, Spread values, double end) {
    return new TermProbe(name, values, values, 0, end, end, end, 0, 0);
  }

  @Test
  void termWithASlopeOrOneThatMarksTheEndIsNotSaturated() {
    faults(new Script().progress(1).term("height", spread(0.8, 0.95, 1), 0.5)).isEmpty();
    TermProbe alive =
        new TermProbe(
            "alive", new Spread(0.99, 0.1, 0, 1, 1, 1, 1), spread(1, 1, 1), 0.01, 1, 1, 0, 0, 0);
    faults(new Script().progress(1).term(alive, HEIGHT + " > 0.7 ? 1.0 : 0.0")).isEmpty();
  }

  @Test
  void termThatTrainingNeverSawOffItsBoundIsSaturated() {
    Spread rollouts = new Spread(1.8, 0.4, 0, 1.4, 2, 2, 2);
    TermProbe pace = new TermProbe("pace", rollouts, rollouts, 0, 2, 1.9995, 1.6, 0.9, 0.1);
    faults(new Script().term(pace, HEIGHT).trained("pace", 1.9990, 2, 0, 1))
        .contains(Fault.SATURATED_TERM);
    faults(new Script().term(pace, HEIGHT).trained("pace", 1.9, 2, 0, 1))
        .doesNotContain(Fault.SATURATED_TERM);
    TermProbe charge = term("economy", spread(-1, -1, 0), 0.1, 0, -1, 0);
    String capped = "-Math.min(1.0, 8.0 * action.sumOfSquares())";
    faults(new Script().progress(1).term(charge, capped).trained("economy", -0.996, -0.999, 0, 0.5))
        .containsExactly(Fault.SATURATED_TERM);
    TermProbe limits = new TermProbe("limits", spread(-0.1, 0, 0), ZERO, 1, 0, 0, 0, 0, 0);
    faults(new Script().progress(1).term(limits, HEIGHT).trained("limits", 0, 0, 0, 0)).isEmpty();
  }

  private static final String RATCHET =
      "Math.max(0.0, " + HEIGHT + " - before.body(\"torso\").position().z())";

  @Test
  void paidChangeWhoseReversalIsFreeIsFarmed() {
    TermProbe ratchet = term("swing", spread(0, 0, 4), 0.5, 0, 1.5, 0);
    faults(new Script().progress(1).term(ratchet, RATCHET))
        .containsExactly(Fault.OSCILLATION_FARMING);
  }

  @Test
  void termThatStandsOutInTheHighestWindowsByChanceDoesNotGoWithTheObjective() {
    TermProbe ratchet = term("push", spread(0, 0, 4), 0.5, 0, 1.5, 1.1);
    faults(new Script().progress(1).term(unaligned(ratchet), RATCHET))
        .containsExactly(Fault.OSCILLATION_FARMING);
  }

  @Test
  void sumOfPaidChangesIsFarmedThoughSomePartMostlyPays() {
    TermProbe axes = term("gain", spread(0, 1, 4), 0.19, 0, 1.5, 0);
    faults(new Script().progress(1).term(axes, RATCHET + " + " + RATCHET))
        .containsExactly(Fault.OSCILLATION_FARMING);
    TermProbe speed = term("gain", spread(0, 1, 4), 0.01, 0, 1.5, 0);
    faults(new Script().progress(1).term(speed, RATCHET)).isEmpty();
  }

  @Test
  void paidChangeThatOnlyAPolicyEarnsIsFarmedOnceTrainingShowsIt() {
    TermProbe ratchet = term("push", spread(0, 0, 4), 0.5, 0, 0.1, 0);
    faults(new Script().progress(1).term(ratchet, RATCHET)).isEmpty();
    faults(
            new Script()
                .progress(1)
                .term(ratchet, RATCHET)
                .trained("push", 0.1, 1.5, 0, 0.6)
                .trained("forward", 0, 0.1, 0.5, 0.2))
        .containsExactly(Fault.OSCILLATION_FARMING);
  }

  @Test
  void smallOrAlignedRatchetIsNotFarmed() {
    faults(new Script().progress(1).term(term("swing", spread(0, 0, 1), 0.5, 0, 0.3, 0), RATCHET))
        .isEmpty();
    faults(new Script().term(term("swing", spread(0, 0, 2), 0.5, 0, 1, 2), RATCHET)).isEmpty();
  }

  @Test
  void idlingThatGivesTheMostIsAnExploit() {
    faults(
            new Script()
                .progress(0.01)
                .term("quiet", spread(0, 0.5, 2), 2)
                .totals(spread(0, 0.5, 2), 0.1))
        .contains(Fault.IDLE_EXPLOIT);
  }

  @Test
  void restThatLosesMoreByMovingThanProgressPaysIsAnExploit() {
    TermProbe calm = term("calm", spread(0, 0.4, 1), 0, 1, 0.4, 0);
    Spread totals = spread(-1, 0.4, 1.05);
    faults(new Script().progress(0.1).term(calm, HEIGHT).totals(totals, 0.1))
        .containsExactly(Fault.IDLE_EXPLOIT);
    faults(new Script().progress(0.4).term(calm, HEIGHT).totals(totals, 0.1)).isEmpty();
  }

  @Test
  void costOfMotionThatRestSavesIsNoExploit() {
    TermProbe jerk = term("jerk", spread(-2, -0.8, 0), 0, 0, -0.8, 0);
    faults(new Script().progress(0.1).term(jerk, HEIGHT).totals(spread(-2, -0.8, 0), 0.1))
        .doesNotContain(Fault.IDLE_EXPLOIT);
  }

  @Test
  void policyThatLearnedToStandStillExploitsIdling() {
    TermProbe damping = term("damping", spread(-60, -1.2, 0), 0, 0, -3, 0);
    Script still =
        new Script().progress(1).term(damping, HEIGHT).trained("forward", 0, 0, 0.5, 0.2);
    faults(still.trained("damping", -2, -0.01, 0.5, 0.7)).contains(Fault.IDLE_EXPLOIT);
    Script moves =
        new Script().progress(1).term(damping, HEIGHT).trained("forward", 0, 0, 0.5, 0.2);
    faults(moves.trained("damping", -2, -1, 0.5, 0.7)).doesNotContain(Fault.IDLE_EXPLOIT);
  }

  @Test
  void idlingIsNoExploitWhereProgressPaysOrTrainingWonMore() {
    Script fair =
        new Script().progress(1).term("quiet", spread(0, 0.5, 2), 2).totals(spread(0, 0.5, 2), 0.1);
    faults(fair).isEmpty();
    faults(
            new Script()
                .progress(0.01)
                .term("quiet", spread(0, 0.5, 2), 2)
                .totals(spread(0, 0.5, 2), 0.1)
                .episodes(falling(500, 510, n -> 5.0 * n)))
        .doesNotContain(Fault.IDLE_EXPLOIT);
  }

  @Test
  void termThatDwarfsAllProgressFloods() {
    Spread totals = spread(5, 25, 50);
    faults(new Script().progress(1).term("level", spread(20, 29, 32), 30).totals(totals, 0.1))
        .containsExactly(Fault.FLOODING);
    faults(new Script().progress(1).term("level", spread(10, 15, 20), 15).totals(totals, 0.1))
        .isEmpty();
  }

  @Test
  void termThatTrainingIsAllAboutFloodsThoughProgressPaysSomeOfIt() {
    TermProbe pose = term("pose", spread(-40, -30, -1), 0, -1, -9, 0);
    Script drowned = new Script().progress(1).term(pose, HEIGHT).trained("pose", -4, -1.5, 2, 0.9);
    faults(drowned.trained("forward", 0, 0.2, 0.4, 0.1)).contains(Fault.FLOODING);
    Script learned = new Script().progress(1).term(pose, HEIGHT).trained("pose", -4, -1.5, 2, 0.9);
    faults(learned.trained("forward", 0, 1, 0.4, 0.1)).doesNotContain(Fault.FLOODING);
  }

  @Test
  void proxyThatRisesMoreThanProgressIsHacked() {
    Script proxy =
        new Script()
            .progress(0.5)
            .term(term("spin", spread(0, 0.8, 4), 0, 0, 0.9, 0), HEIGHT)
            .trained("forward", 0, 0.1, 0.5, 0.1);
    faults(proxy.trained("spin", 1, 5, 1, 0.9)).containsExactly(Fault.PROXY_HACK);
  }

  @Test
  void sideTermBelowWhatProgressPaysIsNoProxy() {
    faults(
            new Script()
                .progress(1)
                .term(term("spin", spread(0, 0.4, 2), 0, 0, 0.4, 0), HEIGHT)
                .trained("forward", 0, 1.5, 0.5, 0.4)
                .trained("spin", 0.8, 1.4, 0.5, 0.6))
        .isEmpty();
  }
}
