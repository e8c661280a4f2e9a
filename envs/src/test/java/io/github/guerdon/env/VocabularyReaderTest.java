package io.github.guerdon.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.DataField;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.Source;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class VocabularyReaderTest {

  private static final String ODD =
      """
      <mujoco>
        <worldbody>
          <body name="base">
            <joint type="free"/>
            <geom name="geom2" type="sphere" size="0.1"/>
            <geom type="sphere" size="0.1"/>
            <geom type="sphere" size="0.1"/>
            <site name="tip"/>
            <body>
              <joint name="knee" axis="0 1 0" range="-90 90"/>
              <geom type="sphere" size="0.1"/>
            </body>
          </body>
        </worldbody>
        <tendon><fixed name="cable"><joint joint="knee" coef="1"/></fixed></tendon>
        <actuator>
          <motor joint="knee" ctrllimited="true" ctrlrange="-2 3"/>
          <motor joint="knee"/>
          <motor tendon="cable"/>
        </actuator>
        <sensor>
          <jointpos name="angle" joint="knee"/>
          <framepos objtype="site" objname="tip"/>
        </sensor>
      </mujoco>
      """;

  private static Vocabulary read(String mjcf, int frameSkip) throws TaskException {
    try (Model model = Model.parse(mjcf)) {
      return VocabularyReader.read(model, frameSkip);
    }
  }

  @Test
  void unnamedElementsGetUniqueNames() throws TaskException {
    Vocabulary names = read(ODD, 1);
    assertThat(names.names(Kind.BODY)).containsExactly("world", "base", "body2");
    assertThat(names.names(Kind.JOINT)).containsExactly("joint0", "knee");
    // The model itself calls geom 0 "geom2", so the third geom cannot go by that.
    assertThat(names.names(Kind.GEOM)).containsExactly("geom2", "geom1", "geom2_", "geom3");
    assertThat(names.names(Kind.SENSOR)).containsExactly("angle", "sensor1");
    for (Kind kind : Kind.values()) {
      assertThat(names.names(kind)).doesNotHaveDuplicates();
    }
  }

  @Test
  void unnamedActuatorGoesByWhatItDrives() throws TaskException {
    Vocabulary names = read(ODD, 1);
    assertThat(names.names(Kind.ACTUATOR)).containsExactly("knee", "actuator1", "cable");
    assertThat(names.elements(Kind.ACTUATOR))
        .extracting(Element::range)
        .containsExactly(
            new Element.Range(-2, 3), Element.Range.UNBOUNDED, Element.Range.UNBOUNDED);
  }

  @Tag("defect-05")
  @Test
  void elementsKnowWhereTheirNumbersAre() throws TaskException {
    Vocabulary names = read(ODD, 5);
    assertThat(names.dt()).isCloseTo(0.01, within(1e-15));
    assertThat(names.nq()).isEqualTo(8);
    assertThat(names.nv()).isEqualTo(7);
    Element knee = names.find(Kind.JOINT, "knee").orElseThrow();
    assertThat(knee.type()).isEqualTo("hinge");
    assertThat(knee.range().high()).isCloseTo(Math.PI / 2, within(1e-12));
    assertThat(names.slot(knee, Quantity.POSITION)).contains(new Slot(Source.QPOS, 7, 0, 1));
    assertThat(names.slot(knee, Quantity.VELOCITY)).contains(new Slot(Source.QVEL, 6, 0, 1));
    Element free = names.find(Kind.JOINT, "joint0").orElseThrow();
    assertThat(free.type()).isEqualTo("free");
    assertThat(names.slot(free, Quantity.POSITION)).isEmpty();
    Element place = names.find(Kind.SENSOR, "sensor1").orElseThrow();
    assertThat(names.slot(place, Quantity.VALUE)).contains(new Slot(Source.SENSOR, 1, 0, 3));
  }

  @Test
  void slideAtTheRootKnowsItsAxis() throws TaskException {
    Vocabulary names =
        read(
            """
            <mujoco>
              <worldbody>
                <body>
                  <joint name="forwards" type="slide" axis="1 0 0"/>
                  <geom type="sphere" size="0.1"/>
                  <body><joint name="knee" axis="0 1 0"/><geom type="sphere" size="0.1"/></body>
                </body>
              </worldbody>
            </mujoco>
            """,
            1);
    assertThat(names.elements(Kind.JOINT)).extracting(Element::axis).containsExactly("x", "");
  }

  @Test
  void slicesHavePythonsBounds() throws TaskException {
    Vocabulary names = read(ODD, 1);
    assertThat(names.slice("qpos[1:]")).contains(new Slot(Source.QPOS, 1, 0, 7));
    assertThat(names.slice("qvel[-1]")).contains(new Slot(Source.QVEL, 6, 0, 1));
    assertThat(names.slice("xpos[1:]"))
        .contains(
            new Slot(
                Source.FIELD, DataField.XPOS.code(), 3, 3 * names.elements(Kind.BODY).size() - 3));
    assertThat(List.of("qpos[9:]", "qpos[]", "xqos", "qpos[2:1]", "xpos[:, 1]"))
        .allMatch(s -> names.slice(s).isEmpty());
  }

  @Test
  void builtInModelsHaveTheNamesThatRewardsUse() throws TaskException {
    Vocabulary cart = Task.load("cartpole-swingup", new JavacExpressions()).vocabulary();
    assertThat(cart.names(Kind.BODY)).contains("cart", "pole");
    assertThat(cart.names(Kind.GEOM)).contains("cart", "pole");
    assertThat(cart.names(Kind.JOINT)).containsExactly("slider", "hinge");
    assertThat(cart.names(Kind.ACTUATOR)).containsExactly("slider");
    assertThat(cart.dt()).isCloseTo(0.02, within(1e-15));
    Vocabulary hopper = Task.load("hopper-run", new JavacExpressions()).vocabulary();
    assertThat(hopper.names(Kind.ACTUATOR))
        .containsExactly("thigh_joint", "leg_joint", "foot_joint");
  }
}
