package io.github.guerdon.generator.design.offline;

import static org.assertj.core.api.Assertions.assertThat;

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
  void onlyTheStateAfterIsOneState() {
    assertThat(Accessors.ofOneState("after.body(\"action\").up().z()")).isTrue();
    assertThat(Accessors.ofOneState("action.norm()")).isFalse();
    assertThat(Accessors.ofOneState("after.time() - before.time()")).isFalse();
  }
}
