package io.github.guerdon.sandbox.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a candidate's host knows besides the program.
 *
 * @param actuators the actuators' names
 * @param low lower ends of the control ranges, in actuator units; −∞ without a range
 * @param high upper ends; +∞ without a range
 * @param dt length of a control step, in s
 * @param discount the learner's γ, in (0, 1]
 * @param maxWorlds the largest number of worlds in a frame
 * @param calls how often a frame's rewards are computed: once, and more often only to measure what
 *     that takes
 */
public record CellSpec(
    List<String> actuators,
    List<Double> low,
    List<Double> high,
    double dt,
    double discount,
    int maxWorlds,
    int calls) {

  /** Says what a host knows that computes each frame's rewards once. */
  public CellSpec(
      List<String> actuators,
      List<Double> low,
      List<Double> high,
      double dt,
      double discount,
      int maxWorlds) {
    this(actuators, low, high, dt, discount, maxWorlds, 1);
  }

  /** Copies the lists and checks the ranges. */
  public CellSpec {
    actuators = List.copyOf(actuators);
    low = List.copyOf(low);
    high = List.copyOf(high);
    if (low.size() != actuators.size() || high.size() != actuators.size()) {
      throw new IllegalArgumentException(
          "%d actuators, but %d lower and %d upper ends; give one of each per actuator"
              .formatted(actuators.size(), low.size(), high.size()));
    }
    if (!(dt > 0 && Double.isFinite(dt))) {
      throw new IllegalArgumentException("dt is " + dt + " s; it must be finite and above 0");
    }
    if (!(discount > 0 && discount <= 1)) {
      throw new IllegalArgumentException("discount is " + discount + "; it must be in (0, 1]");
    }
    if (maxWorlds < 1) {
      throw new IllegalArgumentException("maxWorlds is " + maxWorlds + "; it must be at least 1");
    }
    if (calls < 1) {
      throw new IllegalArgumentException("calls is " + calls + "; it must be at least 1");
    }
  }

  CellSpec withCalls(int calls) {
    return new CellSpec(actuators, low, high, dt, discount, maxWorlds, calls);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(actuators.size());
    for (int i = 0; i < actuators.size(); i++) {
      out.writeUTF(actuators.get(i));
      out.writeDouble(low.get(i));
      out.writeDouble(high.get(i));
    }
    out.writeDouble(dt);
    out.writeDouble(discount);
    out.writeInt(maxWorlds);
    out.writeInt(calls);
  }

  static CellSpec read(DataInput in) throws IOException {
    List<String> actuators = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      actuators.add(in.readUTF());
      low.add(in.readDouble());
      high.add(in.readDouble());
    }
    return new CellSpec(
        actuators, low, high, in.readDouble(), in.readDouble(), in.readInt(), in.readInt());
  }
}
