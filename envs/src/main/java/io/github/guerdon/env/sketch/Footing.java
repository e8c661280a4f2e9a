package io.github.guerdon.env.sketch;

import io.github.guerdon.env.Element;
import io.github.guerdon.mujoco.DataField;
import io.github.guerdon.mujoco.ObjectType;
import io.github.guerdon.reward.slot.Kind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where what the actuators drive stands: whether it can travel, and on what.
 *
 * @param root its body below the world
 * @param travels whether it can leave its place
 * @param along the world's axis that it travels along
 * @param height the number of {@code qpos} that lifts the whole of it; empty if none does
 * @param sign whether more of that number lifts or lowers
 * @param floor the geom that it stands on; empty if there is none
 */
record Footing(
    int root, boolean travels, Axis along, OptionalInt height, int sign, OptionalInt floor) {

  private static final double UPRIGHT = 0.9;
  private static final double SLANTED = 0.5;

  static Footing of(Subject subject, Tryout.Pose pose) {
    int root = subject.mainRoot();
    OptionalInt height = OptionalInt.empty();
    int sign = 1;
    boolean x = false;
    boolean y = false;
    for (Element joint : subject.jointsOf(root)) {
      boolean bounded = Double.isFinite(joint.range().low());
      if (joint.type().equals("free")) {
        height = OptionalInt.of(joint.address() + 2);
        x = true;
      } else if (joint.type().equals("slide") && !bounded) {
        double up = pose.at(DataField.XAXIS, joint.id(), 2);
        x |= Math.abs(pose.at(DataField.XAXIS, joint.id(), 0)) > SLANTED;
        y |= Math.abs(pose.at(DataField.XAXIS, joint.id(), 1)) > SLANTED;
        if (Math.abs(up) > UPRIGHT) {
          height = OptionalInt.of(joint.address());
          sign = up > 0 ? 1 : -1;
        }
      }
    }
    boolean stands =
        height.isPresent() && subject.structure().fallsDown() && subject.structure().hasContacts();
    return new Footing(
        root,
        x || y,
        x || !y ? Axis.X : Axis.Y,
        height,
        sign,
        stands ? floor(subject, pose, root) : OptionalInt.empty());
  }

  private static OptionalInt floor(Subject subject, Tryout.Pose pose, int root) {
    List<Element> geoms = subject.vocabulary().elements(Kind.GEOM);
    return IntStream.range(0, geoms.size())
        .filter(g -> subject.structure().plane(g))
        .filter(g -> subject.structure().fixed(subject.model().geomBody(g)))
        .filter(g -> pose.at(DataField.GEOM_XMAT, g, 8) > UPRIGHT)
        .filter(
            g ->
                IntStream.range(0, geoms.size())
                    .anyMatch(
                        other ->
                            subject.below(root, subject.model().geomBody(other))
                                && subject.structure().collide(g, other)))
        .findFirst();
  }

  /** Returns whether it hangs in the air and nothing below will stop it. */
  boolean fallsForever(Subject subject) {
    return subject.structure().fallsDown()
        && height.isPresent()
        && floor.isEmpty()
        && subject.jointsOf(root).stream().anyMatch(j -> j.type().equals("free"));
  }

  /** Returns the height of the root's origin over the floor, or over 0 without one. */
  double rootHeight(Tryout.Pose pose) {
    return pose.at(DataField.XPOS, root, 2)
        - (floor.isPresent() ? pose.at(DataField.GEOM_XPOS, floor.getAsInt(), 2) : 0);
  }

  /** Returns how far the lowest part of a tree is above the floor; empty where nothing can meet. */
  OptionalDouble gap(Subject subject, Tryout.Pose pose, int tree) {
    if (floor.isEmpty()) {
      return OptionalDouble.empty();
    }
    int plane = floor.getAsInt();
    return IntStream.range(0, subject.model().count(ObjectType.GEOM))
        .filter(g -> subject.below(tree, subject.model().geomBody(g)))
        .filter(g -> subject.structure().collide(plane, g))
        .mapToDouble(g -> above(subject, pose, plane, g))
        .min();
  }

  private static double above(Subject subject, Tryout.Pose pose, int plane, int geom) {
    double[] normal = new double[3];
    double height = 0;
    for (int i = 0; i < normal.length; i++) {
      normal[i] = pose.at(DataField.GEOM_XMAT, plane, 3 * i + 2);
      height +=
          normal[i]
              * (pose.at(DataField.GEOM_XPOS, geom, i) - pose.at(DataField.GEOM_XPOS, plane, i));
    }
    double[] down = new double[3];
    for (int column = 0; column < down.length; column++) {
      for (int i = 0; i < normal.length; i++) {
        down[column] -= pose.at(DataField.GEOM_XMAT, geom, 3 * i + column) * normal[i];
      }
    }
    return height - subject.structure().reach(geom, down[0], down[1], down[2]);
  }
}
