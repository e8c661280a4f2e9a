package io.github.guerdon.generator.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChangesTest {

  private static final String PARENT =
      """
      import io.github.guerdon.reward.*;

      /** Runs. */
      public final class Reward implements RewardFunction {
        @Tune(min = 0.1, max = 10) private static final double FORWARD = 1.0;
        private static final double CALM = -0.1;

        @Override
        public void reward(State before, Action action, State after, Terms terms) {
          double speed = after.body("torso").velocity().x(); // how fast
          double effort = 0;
          for (int i = 0; i < action.size(); i++) {
            effort += action.get(i) * action.get(i);
          }
          terms.add("forward", FORWARD * speed);
          terms.add("Calm Down", CALM * action.rate());
          terms.add("effort", -0.001 * effort);
        }
      }
      """;

  @Test
  void nothingChangedWhenOnlySpacesAndCommentsDid() {
    String child = PARENT.replace("// how fast", "/* speed */").replace("    ", "\t");
    assertThat(Changes.between(PARENT, child)).isEqualTo("No term and no constant changed.");
  }

  @Test
  void termsAddedRemovedAndChangedAreTold() {
    String child =
        PARENT
            .replace("FORWARD * speed", "FORWARD * Math.min(speed, 4)")
            .replace("    terms.add(\"effort\", -0.001 * effort);\n", "")
            .replace(
                "    terms.add(\"Calm", "    terms.add(\"upright\", 0.5);\n    terms.add(\"Calm");
    assertThat(Changes.between(PARENT, child))
        .isEqualTo(
            """
            term upright added: 0.5
            term effort removed
            term forward: FORWARD * speed → FORWARD * Math.min(speed, 4)\
            """);
  }

  @Test
  void linesThatATermDependsOnAreTold() {
    String child =
        PARENT
            .replace("velocity().x()", "position().x()")
            .replace(
                "effort += action.get(i) * action.get(i)", "effort += Math.abs(action.get(i))");
    assertThat(Changes.between(PARENT, child))
        .isEqualTo(
            """
            term forward, a line that it uses: double speed = after.body("torso").velocity().x() → double speed = after.body("torso").position().x()
            term effort, a line that it uses: effort += action.get(i) * action.get(i) → effort += Math.abs(action.get(i))\
            """);
  }

  @Test
  void constantsAreToldOldToNew() {
    String child =
        PARENT.replace("FORWARD = 1.0", "FORWARD = 2.5").replace("CALM = -0.1", "QUIET = -0.1");
    assertThat(Changes.between(PARENT, child))
        .isEqualTo(
            """
            constant FORWARD: 1.0 → 2.5
            constant CALM: -0.1 → none
            constant QUIET: none → -0.1\
            """);
  }

  @Test
  void manyAndLongChangesAreCutShort() {
    StringBuilder child = new StringBuilder("class Reward { void reward() {\n");
    for (int i = 0; i < 30; i++) {
      child
          .append("terms.add(\"t")
          .append(i)
          .append("\", ")
          .append("x + ".repeat(90))
          .append("1);\n");
    }
    String changes = Changes.between("", child + "}}");
    assertThat(changes.lines()).hasSize(15).last().isEqualTo("and 16 more changes");
    assertThat(changes.lines()).allMatch(l -> l.length() <= 200);
  }

  @Test
  void brokenCodeIsNoTrouble() {
    assertThat(Changes.between("terms.add(\"", "((( = ; } static final =")).isNotEmpty();
    assertThat(Changes.between("", "")).isEqualTo("No term and no constant changed.");
  }
}
