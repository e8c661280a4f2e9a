package io.github.guerdon.generator.design.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Element.Range;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.generator.design.Briefs;
import io.github.guerdon.reward.slot.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccessorsTest {

  @Test
  void ratesOfPositionsAreTheirVelocities() {
    assertThat(Accessors.rate("after.joint(\"rootx\").position()"))
        .contains("after.joint(\"rootx\").velocity()");
    assertThat(Accessors.rate("(after.body(\"torso\").position().x())"))
        .contains("after.body(\"torso\").velocity().x()");
    assertThat(Accessors.rate("2 * after.joint(\"rootx\").position()")).isEmpty();
  }

  @Test
  void allPositionsInATextAreFoundOnce() {
    assertThat(
            Accessors.rates(
                "Math.cos(after.joint(\"a\").position()) > after.joint(\"b\").position() + after.joint(\"a\").position()"))
        .containsExactly("after.joint(\"a\").velocity()", "after.joint(\"b\").velocity()");
  }

  @Test
  void namesAreNotTouchedByGoingBack() {
    assertThat(Accessors.before("after.body(\"after all\").position().x() - after.time()"))
        .isEqualTo("before.body(\"after all\").position().x() - before.time()");
  }

  @Test
  void rootTravelsAlongItsAxis() {
    Vocabulary leg = Briefs.leg().vocabulary();
    assertThat(Accessors.travel("after.joint(\"rootx\").position()", leg)).contains("x");
    assertThat(Accessors.travel("(after.joint(\"rootz\").velocity())", leg)).contains("z");
    assertThat(Accessors.travel("after.joint(\"rooty\").position()", leg)).isEmpty();
    assertThat(Accessors.travel("-after.joint(\"rootx\").position()", leg)).isEmpty();
    assertThat(Accessors.travel("after.body(\"torso\").position().x()", leg)).isEmpty();
  }

  @Test
  void floatingBodyTravelsAndWhatHangsFromItDoesNot() {
    Range none = Range.UNBOUNDED;
    Vocabulary floating =
        new Vocabulary(
            0.02,
            8,
            7,
            List.of(
                new Element(Kind.BODY, "world", 0, "", 0, 0, 1, none),
                new Element(Kind.BODY, "torso", 1, "", 0, 0, 1, none),
                new Element(Kind.BODY, "head", 2, "", 0, 0, 1, none),
                new Element(Kind.JOINT, "root", 0, "free", 0, 0, 1, none),
                new Element(Kind.JOINT, "neck", 1, "hinge", 7, 6, 1, none)),
            List.of());
    assertThat(Accessors.travel("after.body(\"torso\").position().x()", floating)).contains("x");
    assertThat(Accessors.travel("after.body(\"torso\").velocity().y()", floating)).contains("y");
    assertThat(Accessors.travel("after.body(\"head\").position().x()", floating)).isEmpty();
  }

  @Test
  void onlyTheStateAfterIsOneState() {
    assertThat(Accessors.ofOneState("after.body(\"action\").up().z()")).isTrue();
    assertThat(Accessors.ofOneState("action.norm()")).isFalse();
    assertThat(Accessors.ofOneState("after.time() - before.time()")).isFalse();
  }
}
