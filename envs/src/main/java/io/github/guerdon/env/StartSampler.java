package io.github.guerdon.env;

import org.jspecify.annotations.Nullable;

/** Draws an episode's first positions and velocities. */
public final class StartSampler {

  private final Part positions;
  private final Part velocities;

  /**
   * Resolves the rules; the names in them have been checked against the vocabulary.
   *
   * @param qpos what positions are without a rule
   * @param qvel what velocities are without a rule
   */
  public StartSampler(Start start, Vocabulary vocabulary, double[] qpos, double[] qvel) {
    positions = new Part(qpos);
    velocities = new Part(qvel);
    for (Start.Rule rule : start.rules()) {
      Part part = rule.field() == Start.Field.QPOS ? positions : velocities;
      part.set(rule.draw(), StartTargets.of(rule, vocabulary));
    }
  }

  /** Returns how many numbers of a field belong to a joint. */
  public static int width(Element joint, Start.Field field) {
    boolean position = field == Start.Field.QPOS;
    return switch (joint.type()) {
      case "free" -> position ? 7 : 6;
      case "ball" -> position ? 4 : 3;
      default -> 1;
    };
  }

  /** Writes one draw from these places on: first all positions, then all velocities. */
  public void sample(Seeds random, double[] qpos, int qposBase, double[] qvel, int qvelBase) {
    positions.sample(random, qpos, qposBase);
    velocities.sample(random, qvel, qvelBase);
  }

  /** Either of both halves of a state. */
  private static final class Part {

    private final double[] defaults;
    private final @Nullable Draw[] draws;
    private final int[] partners;

    Part(double[] defaults) {
      this.defaults = defaults.clone();
      draws = new Draw[defaults.length];
      partners = new int[defaults.length];
    }

    void set(Draw draw, StartTargets targets) {
      for (int i = 0; i < targets.indices().size(); i++) {
        int at = targets.indices().get(i);
        draws[at] = draw;
        // Of a disk's pair each one knows the other: x knows y from x + 1 on, y knows x below 0.
        partners[at] =
            draw.width() == 1
                ? 0
                : i == 0 ? targets.indices().get(1) + 1 : -1 - targets.indices().get(0);
      }
    }

    void sample(Seeds random, double[] out, int base) {
      System.arraycopy(defaults, 0, out, base, defaults.length);
      for (int i = 0; i < draws.length; i++) {
        Draw draw = draws[i];
        if (draw == null) {
          continue;
        }
        if (draw.width() == 1) {
          out[base + i] = draw.sample(defaults[i], random);
        } else {
          pair(draw, i, random, out, base);
        }
      }
    }

    /** Draws a pair at whichever of its two comes first, unless a later rule took the other. */
    private void pair(Draw draw, int i, Seeds random, double[] out, int base) {
      boolean isX = partners[i] > 0;
      int other = isX ? partners[i] - 1 : -1 - partners[i];
      boolean whole = draw.equals(draws[other]);
      if (whole && other < i) {
        return;
      }
      double[] pair = {defaults[isX ? i : other], defaults[isX ? other : i]};
      draw.samplePair(random, pair, 0, 1);
      out[base + i] = pair[isX ? 0 : 1];
      if (whole) {
        out[base + other] = pair[isX ? 1 : 0];
      }
    }
  }
}
