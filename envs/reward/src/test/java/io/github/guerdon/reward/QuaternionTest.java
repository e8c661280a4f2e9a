package io.github.guerdon.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class QuaternionTest {

  private static final double HALF = Math.sqrt(0.5);

  @Test
  void identityLeavesTheAxesInPlace() {
    Quaternion identity = new Quaternion(1, 0, 0, 0);
    assertThat(identity.forward()).isEqualTo(new Vector3(1, 0, 0));
    assertThat(identity.left()).isEqualTo(new Vector3(0, 1, 0));
    assertThat(identity.up()).isEqualTo(new Vector3(0, 0, 1));
  }

  @Test
  void quarterTurnAboutZYawsLeft() {
    Quaternion turned = new Quaternion(HALF, 0, 0, HALF);
    assertThat(turned.forward().distanceTo(new Vector3(0, 1, 0))).isCloseTo(0, within(1e-12));
    assertThat(turned.yaw()).isCloseTo(Math.PI / 2, within(1e-12));
    assertThat(turned.pitch()).isCloseTo(0, within(1e-12));
  }

  @Test
  void quarterTurnAboutYTipsUpForward() {
    Quaternion tipped = new Quaternion(HALF, 0, HALF, 0);
    assertThat(tipped.up().distanceTo(new Vector3(1, 0, 0))).isCloseTo(0, within(1e-12));
    assertThat(tipped.angleTo(new Quaternion(1, 0, 0, 0))).isCloseTo(Math.PI / 2, within(1e-7));
  }

  @Test
  void oppositeQuaternionsAreTheSameOrientation() {
    assertThat(new Quaternion(-1, 0, 0, 0).angleTo(new Quaternion(1, 0, 0, 0))).isZero();
  }

  @Test
  void vectorAlgebraHolds() {
    Vector3 a = new Vector3(1, 2, 3);
    Vector3 b = new Vector3(-2, 0.5, 4);
    assertThat(a.cross(b).dot(a)).isCloseTo(0, within(1e-12));
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a.times(2).norm()).isCloseTo(2 * Math.sqrt(14), within(1e-12));
  }
}
