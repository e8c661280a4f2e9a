package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.KeyName;
import io.github.guerdon.env.file.Problems;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a task needs of its model besides names: keyframes (one without a name goes by its number)
 * and mocap bodies.
 */
public final class ModelFacts {

  private final List<String> names = new ArrayList<>();
  private final List<double[]> positions = new ArrayList<>();
  private final List<double[]> velocities = new ArrayList<>();
  private final List<double[]> controls = new ArrayList<>();
  private final Map<String, Integer> mocaps = new LinkedHashMap<>();

  private ModelFacts() {}

  /** Reads them from a model. */
  public static ModelFacts read(Model model) {
    ModelFacts all = new ModelFacts();
    for (int id = 0; id < model.count(ObjectType.KEYFRAME); id++) {
      all.names.add(model.name(ObjectType.KEYFRAME, id).orElse(Integer.toString(id)));
      all.positions.add(model.keyframeQpos(id));
      all.velocities.add(model.keyframeQvel(id));
      all.controls.add(model.keyframeCtrl(id));
    }
    for (int body = 0; body < model.count(ObjectType.BODY); body++) {
      int id = body;
      model
          .bodyMocap(body)
          .ifPresent(
              row -> model.name(ObjectType.BODY, id).ifPresent(name -> all.mocaps.put(name, row)));
    }
    return all;
  }

  /** Returns the names of the mocap bodies. */
  public Set<String> mocapBodies() {
    return mocaps.keySet();
  }

  /** Returns a mocap body's row among the mocap bodies. */
  public int mocapRow(String body) {
    return Optional.ofNullable(mocaps.get(body)).orElseThrow();
  }

  /** Adds a problem if there is no such keyframe. */
  void check(KeyName key, Problems problems) {
    if (!names.contains(key.name())) {
      problems.add(
          key.where(),
          "unknown keyframe '" + key.name() + "'" + DidYouMean.hint(key.name(), names));
    }
  }

  /** Returns the positions of a keyframe, {@code nq} numbers. */
  public double[] qpos(KeyName key) {
    return positions.get(names.indexOf(key.name())).clone();
  }

  /** Returns the velocities of a keyframe, {@code nv} numbers. */
  public double[] qvel(KeyName key) {
    return velocities.get(names.indexOf(key.name())).clone();
  }

  /** Returns the controls of a keyframe, {@code nu} numbers. */
  public double[] ctrl(KeyName key) {
    return controls.get(names.indexOf(key.name())).clone();
  }
}
