package io.github.guerdon.generator.design.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.design.Briefs;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.TaskBrief;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class OfflineDesignerTest {

  private final OfflineDesigner designer = new OfflineDesigner();

  @Test
  void firstGenerationHasDifferentStructures() {
    for (TaskBrief task : List.of(Briefs.pole(), Briefs.leg())) {
      Catalogue catalogue = Catalogue.of(task);
      Set<String> structures = new HashSet<>();
      for (Proposal proposal : designer.propose(first(task, 1), 6)) {
        structures.add(SketchText.read(proposal.memory(), catalogue).structure());
      }
      assertThat(structures).hasSize(6);
    }
  }

  @Test
  void bestGuessOfARunIsProgressHealthAndEffort() {
    assertThat(designer.propose(first(Briefs.leg(), 1), 1).get(0).text())
        .isEqualTo(
            """
            import io.github.guerdon.reward.*;

            /** Rewards rootx velocity, healthy; charges effort. */
            public final class Reward implements RewardFunction {

              @Tune(min = 0.05, max = 20.0)
              private static final double ROOTX_VELOCITY_WEIGHT = 1.0;

              @Tune(min = 0.05, max = 20.0)
              private static final double HEALTHY_WEIGHT = 1.0;

              @Tune(min = 0.001, max = 0.4)
              private static final double EFFORT_WEIGHT = 0.02;

              @Override
              public void reward(State before, Action action, State after, Terms terms) {
                double rootxVelocity = after.joint("rootx").velocity();
                boolean healthy = after.joint("rootz").position() > 0.7
                        && Math.abs(after.joint("rooty").position()) < 0.2
                        && after.within("qpos[2:]", -100, 100);
                double effort = action.sumOfSquares();
                terms.add("rootx_velocity", ROOTX_VELOCITY_WEIGHT * rootxVelocity);
                terms.add("healthy", HEALTHY_WEIGHT * (healthy ? 1.0 : 0.0));
                terms.add("effort", -EFFORT_WEIGHT * effort);
              }
            }
            """);
  }

  @Test
  void renamedModelGetsTheSameRewardsRenamed() {
    Map<String, String> names =
        Map.ofEntries(
            Map.entry("cart", "zcrt"),
            Map.entry("pole", "apol"),
            Map.entry("slider", "qlider"),
            Map.entry("hinge", "xinge"),
            Map.entry("torso", "zorso"),
            Map.entry("thigh", "bhigh"),
            Map.entry("leg", "aeg"),
            Map.entry("foot", "yoot"),
            Map.entry("rootx", "toorx"),
            Map.entry("rootz", "aootz"),
            Map.entry("rooty", "nooty"),
            Map.entry("thigh_joint", "bhigh_zoint"),
            Map.entry("leg_joint", "aeg_qoint"),
            Map.entry("foot_joint", "yoot_woint"));
    UnaryOperator<String> rename = name -> names.getOrDefault(name, name);
    assertThat(renamed(evolved(Briefs.pole(), 5), names))
        .isEqualTo(evolved(Briefs.pole(rename), 5));
    assertThat(renamed(evolved(Briefs.leg(), 5), names)).isEqualTo(evolved(Briefs.leg(rename), 5));
  }

  @Test
  void sameSeedGivesTheSameProposalsAndAnotherSeedOthers() {
    assertThat(evolved(Briefs.leg(), 3)).isEqualTo(evolved(Briefs.leg(), 3));
    assertThat(evolved(Briefs.leg(), 3)).isNotEqualTo(evolved(Briefs.leg(), 4));
  }

  @Test
  void noProposalComesTwice() {
    List<String> texts = evolved(Briefs.pole(), 1);
    assertThat(new HashSet<>(texts)).hasSameSizeAs(texts);
  }

  @Test
  void generationWithoutAnySurvivorGetsOtherGuesses() {
    List<Proposal> dead = designer.propose(first(Briefs.leg(), 1), 4);
    List<Past> earlier = new ArrayList<>();
    for (Proposal proposal : dead) {
      earlier.add(new Past("c" + earlier.size(), 0, proposal, "COMPILE_ERROR", "", "refused"));
    }
    List<Proposal> next =
        designer.propose(new DesignContext(Briefs.leg(), 1, 1, List.of(), earlier), 4);
    assertThat(next).hasSize(4);
    assertThat(next).extracting(Proposal::text).doesNotContainAnyElementsOf(texts(dead));
  }

  @Test
  void childrenNameTheirParents() {
    List<Proposal> parents = designer.propose(first(Briefs.leg(), 1), 3);
    List<Past> past = new ArrayList<>();
    for (Proposal proposal : parents) {
      past.add(new Past("c" + past.size(), 0, proposal, Past.SCORED, "", ""));
    }
    List<Proposal> children =
        designer.propose(new DesignContext(Briefs.leg(), 1, 9, past, past), 9);
    assertThat(children).extracting(Proposal::operator).contains("crossover");
    assertThat(children).allSatisfy(c -> assertThat(c.parents()).isNotEmpty());
    assertThat(children)
        .filteredOn(c -> c.operator().equals("crossover"))
        .allSatisfy(c -> assertThat(c.parents()).doesNotHaveDuplicates().hasSize(2));
  }

  private List<Proposal> childrenOf(String analysis) {
    Proposal guess = designer.propose(first(Briefs.leg(), 1), 1).get(0);
    Past parent = new Past("c0", 0, guess, Past.SCORED, guess.text(), analysis);
    return designer.propose(
        new DesignContext(Briefs.leg(), 1, 9, List.of(parent), List.of(parent)), 12);
  }

  @Test
  void floodingTermIsMadeSmaller() {
    assertThat(
            childrenOf("fitness (distance): 0.1\nfault FLOODING in healthy: It is large. Less.\n"))
        .filteredOn(c -> c.operator().equals("cure"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.text()).contains("HEALTHY_WEIGHT = 0.1;"));
  }

  @Test
  void deadTermIsLeftOut() {
    assertThat(childrenOf("fitness (distance): 0.1\nfault DEAD_TERM in effort: It was 0. Drop.\n"))
        .filteredOn(c -> c.operator().equals("cure"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.text()).doesNotContain("effort").contains("healthy"));
  }

  @Test
  void faultlessParentIsAlteredAsEver() {
    assertThat(childrenOf("fitness (distance): 0.1\n"))
        .isEqualTo(childrenOf(""))
        .extracting(Proposal::operator)
        .doesNotContain("cure");
  }

  private static DesignContext first(TaskBrief task, long seed) {
    return new DesignContext(task, 0, seed, List.of(), List.of());
  }

  /** Returns the texts of five generations in which the middle proposals always win. */
  private List<String> evolved(TaskBrief task, long seed) {
    List<String> texts = new ArrayList<>();
    for (Past past : Evolved.generations(designer, task, seed, 5, 8)) {
      texts.add(past.proposal().text());
    }
    return texts;
  }

  private static List<String> texts(List<Proposal> proposals) {
    return proposals.stream().map(Proposal::text).toList();
  }

  /** Renames elements in sources: whole names in strings, and their labels everywhere. */
  private static List<String> renamed(List<String> texts, Map<String, String> names) {
    List<String> result = new ArrayList<>();
    for (String text : texts) {
      String renamed = text;
      List<String> longestFirst =
          names.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList();
      for (int i = 0; i < longestFirst.size(); i++) {
        String from = longestFirst.get(i);
        // Only as a whole word of a label, in each of the cases in which labels are written.
        for (UnaryOperator<String> spelling : Spellings.ALL) {
          renamed =
              renamed.replaceAll(
                  "(?<![A-Za-z])" + spelling.apply(from) + "(?![a-z])",
                  "<" + i + Spellings.ALL.indexOf(spelling) + ">");
        }
      }
      for (int i = 0; i < longestFirst.size(); i++) {
        String to = names.get(longestFirst.get(i));
        for (int k = 0; k < Spellings.ALL.size(); k++) {
          renamed = renamed.replace("<" + i + k + ">", Spellings.ALL.get(k).apply(to));
        }
      }
      result.add(renamed);
    }
    return result;
  }
}
