package io.github.guerdon.generator.design.offline;

import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.design.TaskBrief;
import java.util.ArrayList;
import java.util.List;

/**
 * Generations of a designer without any training: some candidates are simply said to be the best.
 */
public final class Evolved {

  private Evolved() {}

  /** Returns all candidates of some generations; every third one becomes a parent. */
  public static List<Past> generations(
      OfflineDesigner designer, TaskBrief task, long seed, int generations, int count) {
    List<Past> all = new ArrayList<>();
    List<Past> parents = new ArrayList<>();
    for (int g = 0; g < generations; g++) {
      DesignContext context =
          new DesignContext(task, g, Seeds.derive(seed, "test", g), List.copyOf(parents), all);
      List<Proposal> proposals = designer.propose(context, count);
      for (int i = 0; i < proposals.size(); i++) {
        Past past = new Past("g" + g + "c" + i, g, proposals.get(i), Past.SCORED, "", "");
        all.add(past);
        if (i % 3 == 1) {
          parents.add(0, past);
        }
      }
      while (parents.size() > 4) {
        parents.remove(parents.size() - 1);
      }
    }
    return List.copyOf(all);
  }
}
