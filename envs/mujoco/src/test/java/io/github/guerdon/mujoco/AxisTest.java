package io.github.guerdon.mujoco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AxisTest {

  private static Optional<Axis> ofLastJoint(String body, String joints, String rest) {
    String mjcf =
        """
        <mujoco>
          <compiler angle="degree"/>
          <worldbody>
            <body %s>
              %s
              <geom type="sphere" size="0.1"/>
              <body><joint name="knee" axis="0 1 0"/><geom type="sphere" size="0.1"/></body>
            </body>
            %s
          </worldbody>
        </mujoco>
        """
            .formatted(body, joints, rest);
    try (Model model = Model.parse(mjcf)) {
      return model.carriesAlong(model.id(ObjectType.JOINT, "last").orElseThrow());
    }
  }

  private static String slide(String axis) {
    return "<joint name=\"last\" type=\"slide\" axis=\"" + axis + "\"/>";
  }

  @Test
  void rootSlidesAlongAnAxisOfTheWorld() {
    assertThat(ofLastJoint("", slide("1 0 0"), "")).contains(Axis.X);
    assertThat(ofLastJoint("", "<joint type=\"slide\"/>" + slide("0 2 0"), "")).contains(Axis.Y);
    assertThat(ofLastJoint("", slide("0 0 1"), "")).contains(Axis.Z);
  }

  @Test
  void turnedBodyTurnsTheAxis() {
    assertThat(ofLastJoint("euler=\"0 0 90\"", slide("1 0 0"), "")).contains(Axis.Y);
    assertThat(ofLastJoint("euler=\"0 -90 0\"", slide("1 0 0"), "")).contains(Axis.Z);
  }

  @Test
  void backwardsAslantOrBehindAHingeIsNoAxis() {
    assertThat(ofLastJoint("", slide("-1 0 0"), "")).isEmpty();
    assertThat(ofLastJoint("", slide("1 1 0"), "")).isEmpty();
    assertThat(ofLastJoint("", "<joint axis=\"0 0 1\"/>" + slide("1 0 0"), "")).isEmpty();
    assertThat(ofLastJoint("", "<joint name=\"last\" axis=\"1 0 0\"/>", "")).isEmpty();
  }

  @Test
  void jointThatLeavesMassBehindCarriesNotAll() {
    String rest = "<body><geom type=\"sphere\" size=\"0.01\"/></body>";
    assertThat(ofLastJoint("", slide("1 0 0"), rest)).isEmpty();
    assertThat(ofLastJoint("", slide("1 0 0"), "<geom type=\"plane\" size=\"1 1 1\"/>"))
        .contains(Axis.X);
  }
}
