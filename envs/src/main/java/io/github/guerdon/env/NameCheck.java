package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.Problems;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Slot;
import java.util.ArrayList;
import java.util.List;

/** Checks the names that a task uses outside of expressions against its model. */
final class NameCheck {

  private NameCheck() {}

  /**
   * Returns the slots of the observation's slices, in order, having checked the start's joints as
   * well.
   */
  static List<Slot> observedSlots(
      TaskDescription task, Vocabulary vocabulary, ModelFacts facts, String file)
      throws TaskException {
    Problems problems = new Problems(file);
    task.episode().start().key().ifPresent(key -> facts.check(key, problems));
    task.control().action().key().ifPresent(key -> facts.check(key, problems));
    task.control().mocap().ifPresent(m -> m.check(vocabulary, facts, problems));
    for (Start.Rule rule : task.episode().start().rules()) {
      StartTargets targets = StartTargets.of(rule, vocabulary);
      if (!targets.problem().isEmpty()) {
        problems.add(rule.where(), targets.problem());
      }
    }
    task.parameters().forEach(p -> parameter(p, vocabulary, facts, problems));
    for (Parameter parameter : task.parameters()) {
      if (parameter.sets() == Parameter.Target.MOCAP
          && task.control()
              .mocap()
              .filter(m -> parameter.element().contains(m.body()))
              .isPresent()) {
        problems.add(
            parameter.where(),
            "'"
                + parameter.name()
                + "' sets a mocap body that actions move; let it set another one, or only be read");
      }
    }
    List<Slot> slots = new ArrayList<>();
    for (Observation item : task.observe()) {
      if (item.plain() instanceof Observation.Slice slice) {
        vocabulary
            .slice(slice.slice())
            .ifPresentOrElse(
                slots::add,
                () -> problems.add(slice.where(), vocabulary.sliceProblem(slice.slice())));
      }
    }
    problems.throwIfAny();
    return List.copyOf(slots);
  }

  private static void parameter(
      Parameter parameter, Vocabulary vocabulary, ModelFacts facts, Problems problems) {
    for (String name : parameter.element()) {
      if (parameter.sets() == Parameter.Target.MOCAP && !facts.mocapBodies().contains(name)) {
        problems.add(
            parameter.where(),
            "unknown mocap body '" + name + "'" + DidYouMean.hint(name, facts.mocapBodies()));
      }
      if (parameter.sets() == Parameter.Target.JOINT) {
        var joint = vocabulary.find(Kind.JOINT, name);
        if (joint.isEmpty()) {
          problems.add(
              parameter.where(),
              "unknown joint '" + name + "'" + DidYouMean.hint(name, vocabulary.names(Kind.JOINT)));
        } else if (StartSampler.width(joint.get(), Start.Field.QPOS) > 1) {
          problems.add(
              parameter.where(),
              "joint '"
                  + name
                  + "' has several numbers and cannot be set; name slides and hinges, or a mocap body");
        }
      }
    }
  }
}
