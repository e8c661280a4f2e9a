package io.github.guerdon.env.sketch;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.ModelFacts;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.VocabularyReader;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.ActuatorInfo;
import io.github.guerdon.mujoco.JointInfo;
import io.github.guerdon.mujoco.JointType;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ObjectType;
import io.github.guerdon.mujoco.Structure;
import io.github.guerdon.reward.slot.Kind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The model that a new task is written for; open while it is written.
 *
 * @param model the model
 * @param structure how it is built
 * @param vocabulary its names
 * @param facts its keyframes and mocap bodies
 * @param frameSkip substeps of a control step
 */
record Subject(
    Model model, Structure structure, Vocabulary vocabulary, ModelFacts facts, int frameSkip) {

  /** Control steps of 50 Hz suit most robots. */
  private static final double CONTROL_SECONDS = 0.02;

  /** A model with so small a timestep is small itself, and wants to be controlled more often. */
  private static final int MOST_SUBSTEPS = 20;

  private static final int SHOWN_JOINTS = 3;

  /**
   * Looks at a model.
   *
   * @param called its name in errors
   * @throws TaskException if no policy can do anything with it
   */
  static Subject of(Model model, String called) throws TaskException {
    int frameSkip =
        (int) Math.max(1, Math.min(MOST_SUBSTEPS, Math.round(CONTROL_SECONDS / model.timestep())));
    Vocabulary vocabulary = VocabularyReader.read(model, frameSkip);
    if (model.nv() == 0) {
      throw new TaskException(
          called
              + ": the model has no joints, so nothing in it moves; name the scene or robot that includes it");
    }
    if (model.nu() == 0) {
      throw new TaskException(
          called
              + ": the model has no actuators, so a policy could do nothing; add some to its MJCF, such as"
              + motors(vocabulary));
    }
    return new Subject(model, new Structure(model), vocabulary, ModelFacts.read(model), frameSkip);
  }

  private static String motors(Vocabulary vocabulary) {
    List<Element> driven =
        vocabulary.elements(Kind.JOINT).stream()
            .filter(j -> j.type().equals("hinge") || j.type().equals("slide"))
            .limit(SHOWN_JOINTS)
            .toList();
    StringBuilder text = new StringBuilder("\n<actuator>\n");
    for (Element joint : driven) {
      text.append("  <motor joint=\"")
          .append(SketchNames.comment(joint.name()))
          .append("\" ctrlrange=\"-1 1\"/>\n");
    }
    if (driven.isEmpty()) {
      text.append(
          "  <motor site=\"NAME\" refsite=\"NAME\" gear=\"0 0 1 0 0 0\" ctrlrange=\"-1 1\"/>\n");
    }
    return text.append("</actuator>").toString();
  }

  /** Returns the body below the world whose tree the actuators drive most; never the world. */
  int mainRoot() {
    int[] driven = new int[model.count(ObjectType.BODY)];
    int[] freedom = new int[driven.length];
    for (int joint = 0; joint < model.count(ObjectType.JOINT); joint++) {
      JointInfo info = model.joint(joint);
      freedom[structure.root(info.body())] += info.type().velocities();
    }
    for (int id = 0; id < model.count(ObjectType.ACTUATOR); id++) {
      ActuatorInfo actuator = model.actuator(id);
      int body =
          switch (actuator.transmission()) {
            case JOINT, JOINT_IN_PARENT -> model.joint(actuator.target()).body();
            case SITE, SLIDER_CRANK -> model.siteBody(actuator.target());
            case BODY -> actuator.target();
            case TENDON, ORIENTATION, UNDEFINED -> 0;
          };
      driven[structure.root(body)]++;
    }
    return IntStream.range(1, driven.length)
        .filter(body -> freedom[body] > 0)
        .boxed()
        .max(
            (a, b) ->
                driven[a] != driven[b]
                    ? Integer.compare(driven[a], driven[b])
                    : freedom[a] != freedom[b]
                        ? Integer.compare(freedom[a], freedom[b])
                        : Integer.compare(b, a))
        .orElseThrow();
  }

  /** Returns whether a body belongs to the tree below a root. */
  boolean below(int root, int body) {
    return structure.root(body) == root;
  }

  /** Returns the joints of a body, by id. */
  List<Element> jointsOf(int body) {
    return vocabulary.elements(Kind.JOINT).stream()
        .filter(j -> model.joint(j.id()).body() == body)
        .toList();
  }

  /** Returns the joints that move freely. */
  List<Element> freeJoints() {
    return vocabulary.elements(Kind.JOINT).stream()
        .filter(j -> model.joint(j.id()).type() == JointType.FREE)
        .toList();
  }

  /** Returns the element that stands for a body. */
  Element body(int id) {
    return vocabulary.elements(Kind.BODY).get(id);
  }
}
