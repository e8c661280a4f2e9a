package io.github.guerdon.generator.design.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.generator.design.Briefs;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.TaskBrief;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProposalsAndCriticTest {

  private static final int GENERATIONS = 25;
  private static final int COUNT = 8;

  @Test
  void criticAcceptsEveryProposalForThePole() {
    accepts(Briefs.pole());
  }

  @Test
  void criticAcceptsEveryProposalForTheLeg() {
    accepts(Briefs.leg());
  }

  private static void accepts(TaskBrief task) {
    Critic critic = new Critic();
    List<Past> all = Evolved.generations(new OfflineDesigner(), task, 1, GENERATIONS, COUNT);
    assertThat(all.size()).isEqualTo(GENERATIONS * COUNT);
    for (Past past : all) {
      String text = past.proposal().text();
      Verdict verdict = critic.review(RewardSource.of(text), task.vocabulary());
      assertThat(verdict).as("%s: %s", verdict, text).isInstanceOf(Verdict.Accepted.class);
      assertThat(((Verdict.Accepted) verdict).reward().tunables()).isNotEmpty();
      assertThat(((Verdict.Accepted) verdict).warnings()).isEmpty();
    }
  }
}
