package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The numbers of a state that a rule sets: a joint's, some of them ({@code root[2]}, {@code
 * root[:2]}), or those of several ({@code target_x, target_y}).
 *
 * @param indices in {@code qpos} or {@code qvel}, in the order named; empty if something is wrong
 * @param problem what is wrong, and what to do
 */
public record StartTargets(List<Integer> indices, String problem) {

  private static final Pattern PART = Pattern.compile("(.*?)\\s*\\[([-0-9:]*)\\]");

  /** Copies the list. */
  public StartTargets {
    indices = List.copyOf(indices);
  }

  /** Returns what a rule writes to in a model with these names. */
  public static StartTargets of(Start.Rule rule, Vocabulary vocabulary) {
    boolean position = rule.field() == Start.Field.QPOS;
    int size = position ? vocabulary.nq() : vocabulary.nv();
    if (rule.joint().equals(Start.ALL)) {
      return rule.draw().base().isPresent()
          ? wrong(
              "a base for all joints at once has no meaning; name the joints, such as { hinge: pi }")
          : paired(rule, IntStream.range(0, size).boxed().toList());
    }
    List<Integer> indices = new ArrayList<>();
    // A name of the model may hold a comma or a bracket itself.
    Matcher part = PART.matcher(rule.joint());
    String whole = part.matches() ? part.group(1) : rule.joint();
    String[] names =
        vocabulary.find(Kind.JOINT, rule.joint()).isPresent()
                || vocabulary.find(Kind.JOINT, whole).isPresent()
            ? new String[] {rule.joint()}
            : rule.joint().split(",", -1);
    for (String name : names) {
      StartTargets one = joint(name.strip(), rule, vocabulary);
      if (one.indices.isEmpty()) {
        return one;
      }
      indices.addAll(one.indices);
    }
    return paired(rule, indices);
  }

  private static StartTargets joint(String text, Start.Rule rule, Vocabulary vocabulary) {
    Optional<Element> whole = vocabulary.find(Kind.JOINT, text);
    Matcher part = PART.matcher(text);
    boolean sliced = whole.isEmpty() && part.matches();
    String name = sliced ? part.group(1) : text;
    Optional<Element> joint = vocabulary.find(Kind.JOINT, name);
    if (joint.isEmpty()) {
      return wrong(
          "unknown joint '" + name + "'" + DidYouMean.hint(name, vocabulary.names(Kind.JOINT)));
    }
    int width = StartSampler.width(joint.get(), rule.field());
    int first =
        rule.field() == Start.Field.QPOS ? joint.get().address() : joint.get().velocityAddress();
    if (!sliced && width > 1 && rule.draw().base().isPresent()) {
      return wrong(
          "joint '"
              + name
              + "' is a "
              + joint.get().type()
              + " joint with several numbers and cannot have one base; write the noise alone, or a list of "
              + width
              + " draws");
    }
    Optional<FieldSlice.Bounds> taken =
        sliced
            ? FieldSlice.bounds(part.group(2), width)
            : Optional.of(new FieldSlice.Bounds(0, width));
    return taken
        .map(
            b ->
                new StartTargets(
                    IntStream.range(first + b.from(), first + b.to()).boxed().toList(), ""))
        .orElseGet(
            () ->
                wrong(
                    "'"
                        + text
                        + "' takes nothing: joint '"
                        + name
                        + "' has "
                        + width
                        + (width == 1 ? " number" : " numbers")));
  }

  private static StartTargets paired(Start.Rule rule, List<Integer> indices) {
    return rule.draw().noise() == Draw.Noise.DISK && indices.size() != 2
        ? wrong(
            "a disk sets two numbers, not "
                + indices.size()
                + "; name them, such as \"target_x, target_y\": disk(0.2)")
        : new StartTargets(indices, "");
  }

  private static StartTargets wrong(String problem) {
    return new StartTargets(List.of(), problem);
  }
}
