package io.github.guerdon.sandbox.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.ActionMode;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Observation;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.KeyName;
import io.github.guerdon.reward.Vector3;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.sandbox.ppo.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says in JSON how a policy file is used without this program: what stands where in an observation,
 * how it is brought to scale, which tensors make an action of it, and what that means to the
 * actuators.
 */
public final class PolicyGuide {

  /** The version that is written. */
  public static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private PolicyGuide() {}

  /**
   * Writes the guide of a policy.
   *
   * @throws IllegalArgumentException if the policy is of a task of another shape
   */
  public static String of(Task task, Policy policy) {
    if (policy.spec().observationSize() != task.observationSize()
        || policy.spec().actionSize() != task.actionSize()) {
      throw new IllegalArgumentException(
          "the policy has %d observations and %d actions, the task %d and %d; export it with its own task"
              .formatted(
                  policy.spec().observationSize(),
                  policy.spec().actionSize(),
                  task.observationSize(),
                  task.actionSize()));
    }
    ObjectNode root =
        JSON.createObjectNode()
            .put("format", "guerdon-policy-guide")
            .put("version", VERSION)
            .put("task", task.description().name())
            .put("task_identity", task.identity())
            .put("control_step_seconds", task.vocabulary().dt())
            .put("frame_skip", task.description().control().frameSkip())
            .put("derived", task.description().control().derived().name().toLowerCase(Locale.ROOT));
    root.set("observation", observation(task));
    root.set("network", network(policy));
    root.set("action", action(task));
    return root.toPrettyString() + "\n";
  }

  private static ObjectNode observation(Task task) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("size", task.observationSize())
            .put("history", "an item's newest numbers first, then those of the steps before")
            .put("mean", "observation.mean")
            .put("variance", "observation.variance")
            .put("epsilon", Policy.OBSERVATION_EPSILON)
            .put("clip", Policy.OBSERVATION_CLIP)
            .put("rule", "clamp((x - mean) / sqrt(variance + epsilon), -clip, clip)");
    ArrayNode items = node.putArray("items");
    List<Integer> sizes = task.observationSizes();
    int from = 0;
    for (int i = 0; i < sizes.size(); i++) {
      Observation item = task.description().observe().get(i);
      ObjectNode each =
          items
              .addObject()
              .put("item", item.plain().text())
              .put("from", from)
              .put("size", sizes.get(i))
              .put("history", item.history());
      item.noise().ifPresent(noise -> each.put("in_training", item.text()));
      from += sizes.get(i);
    }
    return node;
  }

  private static ObjectNode network(Policy policy) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("activation", policy.spec().activation().name().toLowerCase(Locale.ROOT))
            .put("weights", "[inputs][outputs], so that a layer is x @ weight + bias")
            .put("rule", "the activation follows each layer but the last");
    ArrayNode layers = node.putArray("layers");
    for (int layer = 0; layer <= policy.spec().hidden().size(); layer++) {
      layers
          .addObject()
          .put("weight", "policy." + layer + ".weight")
          .put("bias", "policy." + layer + ".bias");
    }
    return node;
  }

  private static void bounds(ObjectNode node, String name, Vector3 point) {
    if (Double.isFinite(point.x())) {
      node.putArray(name).add(point.x()).add(point.y()).add(point.z());
    }
  }

  private static ObjectNode action(Task task) {
    ActionMode mode = task.description().control().action();
    Optional<List<Double>> center = task.actionCenter();
    ObjectNode node =
        JSON.createObjectNode()
            .put("size", task.actionSize())
            .put("delay_steps", mode.delay())
            .put("low_pass", mode.lowPass())
            .put(
                "rule",
                center.isPresent()
                    ? "a = clamp(output, -1, 1); control = clamp(center + scale * a, low, high)"
                    : "a = clamp(output, -1, 1); control = low + (a + 1) / 2 * (high - low), or a"
                        + " where there is no range");
    mode.key().map(KeyName::name).ifPresent(key -> node.put("key", key).put("scale", mode.scale()));
    task.description()
        .control()
        .mocap()
        .ifPresent(
            mocap -> {
              ObjectNode moved =
                  node.putObject("mocap")
                      .put("body", mocap.body())
                      .put(
                          "rule",
                          "the last three: control = high * a; the body moves by it along x, y and"
                              + " z from where it is, in m, and stays within its own bounds");
              bounds(moved, "low", mocap.low());
              bounds(moved, "high", mocap.high());
            });
    ArrayNode actuators = node.putArray("actuators");
    List<Element> all = task.vocabulary().elements(Kind.ACTUATOR);
    for (int i = 0; i < all.size(); i++) {
      ObjectNode each = actuators.addObject().put("name", all.get(i).name());
      if (Double.isFinite(all.get(i).range().low())) {
        each.put("low", all.get(i).range().low()).put("high", all.get(i).range().high());
      }
      if (center.isPresent()) {
        each.put("center", center.get().get(i));
      }
    }
    return node;
  }
}
