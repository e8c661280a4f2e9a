package io.github.guerdon.env.sketch;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.StartSampler;
import io.github.guerdon.env.step.ActionFilter;
import io.github.guerdon.env.step.ActionScale;
import io.github.guerdon.mujoco.DataField;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.reward.slot.Kind;
import java.util.Arrays;
import java.util.Optional;

/**
 * What happens to a model under random actions from its start: half of the worlds hold each action
 * for a while, the others change it at each step.
 *
 * @param blownUp how many worlds the physics did not survive
 * @param lowestSoon the smallest height of the travelling body within the first steps
 * @param places the box that each place was seen in, by kind and id
 */
record Wander(int blownUp, double lowestSoon, Boxes places) {

  private static final int WORLDS = 6;
  private static final int HELD = 10;
  private static final int SOON = 5;
  private static final double MUCH = 1.5;
  private static final double STILL = 1e-4;

  /** The boxes within which bodies, sites and geoms were. */
  static final class Boxes {

    private final DataField[] fields = {DataField.XPOS, DataField.SITE_XPOS, DataField.GEOM_XPOS};
    private final double[][] low = new double[fields.length][];
    private final double[][] high = new double[fields.length][];

    private Boxes(Model model) {
      for (int i = 0; i < fields.length; i++) {
        low[i] = new double[fields[i].size(model)];
        high[i] = new double[low[i].length];
        Arrays.fill(low[i], Double.POSITIVE_INFINITY);
        Arrays.fill(high[i], Double.NEGATIVE_INFINITY);
      }
    }

    private void add(Tryout.Pose pose) {
      for (int i = 0; i < fields.length; i++) {
        for (int at = 0; at < low[i].length; at++) {
          double value = pose.at(fields[i], at / 3, at % 3);
          low[i][at] = Math.min(low[i][at], value);
          high[i][at] = Math.max(high[i][at], value);
        }
      }
    }

    private static int index(Kind kind) {
      return kind == Kind.BODY ? 0 : kind == Kind.SITE ? 1 : 2;
    }

    /** Returns the lower end of an element's box along an axis. */
    double low(Element element, int axis) {
      return low[index(element.kind())][3 * element.id() + axis];
    }

    /** Returns the upper end of an element's box along an axis. */
    double high(Element element, int axis) {
      return high[index(element.kind())][3 * element.id() + axis];
    }

    /** Returns the length of an element's box from corner to corner; 0 where it was never seen. */
    double diagonal(Element element) {
      double sum = 0;
      for (int axis = 0; axis < 3; axis++) {
        double side = high(element, axis) - low(element, axis);
        sum += side * side;
      }
      return Double.isFinite(sum) ? Math.sqrt(sum) : 0;
    }
  }

  static Wander of(Subject subject, SketchStart start, SketchAction action, int steps) {
    ActionScale scale =
        new ActionScale(
            subject.vocabulary().elements(Kind.ACTUATOR),
            action.mode(),
            action.mode().key().map(subject.facts()::ctrl).orElse(null));
    ActionFilter filter = new ActionFilter(action.mode(), scale.neutral(), WORLDS);
    Seeds random = new Seeds(1);
    float[] actions = new float[WORLDS * subject.model().nu()];
    double[] controls = new double[actions.length];
    Boxes boxes = new Boxes(subject.model());
    double lowest = Double.POSITIVE_INFINITY;
    try (Tryout tryout = Tryout.open(subject.model(), WORLDS)) {
      place(tryout, subject, start.sampler(), random);
      for (int world = 0; world < WORLDS; world++) {
        filter.begin(world);
      }
      int alive = WORLDS;
      for (int step = 0; step < steps && alive > 0; step++) {
        for (int i = 0; i < actions.length; i++) {
          boolean holds = i / subject.model().nu() < WORLDS / 2 && step % HELD != 0;
          actions[i] = holds ? actions[i] : (float) (2 * random.uniform() - 1);
        }
        scale.scale(actions, controls);
        tryout.step(filter.apply(controls), subject.frameSkip());
        alive = 0;
        for (int world = 0; world < WORLDS; world++) {
          if (tryout.blownUp(world)) {
            continue;
          }
          alive++;
          Tryout.Pose pose = tryout.pose(world);
          boxes.add(pose);
          lowest = step < SOON ? Math.min(lowest, start.footing().rootHeight(pose)) : lowest;
        }
      }
      return new Wander(WORLDS - alive, lowest, boxes);
    }
  }

  private static void place(Tryout tryout, Subject subject, StartSampler sampler, Seeds random) {
    int nq = subject.model().nq();
    int nv = subject.model().nv();
    double[] qpos = new double[WORLDS * nq];
    double[] qvel = new double[WORLDS * nv];
    for (int world = 0; world < WORLDS; world++) {
      sampler.sample(random, qpos, world * nq, qvel, world * nv);
    }
    tryout.place(qpos, qvel);
  }

  /** Returns what of a tree moved farthest: a body unless a site or geom moved much farther. */
  Optional<Element> farthest(Subject subject, int root) {
    double most = 0;
    Optional<Element> best = Optional.empty();
    for (Kind kind : new Kind[] {Kind.BODY, Kind.SITE, Kind.GEOM}) {
      double handicap = best.isPresent() ? MUCH : 1;
      for (Element element : subject.vocabulary().elements(kind)) {
        double diagonal = places.diagonal(element);
        if (subject.below(root, bodyOf(subject, element)) && diagonal > handicap * most) {
          most = diagonal;
          best = Optional.of(element);
          handicap = 1;
        }
      }
    }
    return best.filter(e -> places.diagonal(e) > STILL * subject.structure().size());
  }

  private static int bodyOf(Subject subject, Element element) {
    return switch (element.kind()) {
      case SITE -> subject.model().siteBody(element.id());
      case GEOM -> subject.model().geomBody(element.id());
      default -> element.id();
    };
  }
}
