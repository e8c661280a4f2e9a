package io.github.guerdon.env;

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
  static List<Slot> observedSlots(TaskDescription task, Vocabulary vocabulary, String file)
      throws TaskException {
    Problems problems = new Problems(file);
    for (Start.Rule rule : task.episode().start().rules()) {
      joint(rule, vocabulary, problems);
    }
    List<Slot> slots = new ArrayList<>();
    for (Observation item : task.observe()) {
      if (item instanceof Observation.Slice slice) {
        vocabulary
            .slice(slice.slice())
            .ifPresentOrElse(
                slots::add,
                () ->
                    problems.add(
                        slice.where(),
                        "'"
                            + slice.slice()
                            + "' is no part of the state: qpos has "
                            + vocabulary.nq()
                            + " numbers, qvel has "
                            + vocabulary.nv()
                            + "; write it like qpos[1:]"));
      }
    }
    problems.throwIfAny();
    return List.copyOf(slots);
  }

  private static void joint(Start.Rule rule, Vocabulary vocabulary, Problems problems) {
    if (rule.joint().equals(Start.ALL)) {
      if (rule.draw().base().isPresent()) {
        problems.add(
            rule.where(),
            "a base for all joints at once has no meaning; name the joints, such as { hinge: pi }");
      }
      return;
    }
    var joint = vocabulary.find(Kind.JOINT, rule.joint());
    if (joint.isEmpty()) {
      problems.add(
          rule.where(),
          "unknown joint '"
              + rule.joint()
              + "'"
              + DidYouMean.hint(rule.joint(), vocabulary.names(Kind.JOINT)));
    } else if (StartSampler.width(joint.get(), rule.field()) > 1
        && rule.draw().base().isPresent()) {
      problems.add(
          rule.where(),
          "joint '"
              + rule.joint()
              + "' is a "
              + joint.get().type()
              + " joint with several numbers and cannot have one base; write the noise alone");
    }
  }
}
