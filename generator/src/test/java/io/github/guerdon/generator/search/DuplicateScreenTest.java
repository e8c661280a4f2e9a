package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.generator.search.Reviewed.Sound;
import io.github.guerdon.generator.search.Reviewed.Twin;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.reward.slot.Source;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import io.github.guerdon.sandbox.training.ProbeResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DuplicateScreenTest {

  private static final List<Double> VALUES = List.of(0.25, -3.0, 1e3);

  private final List<SearchEvent> events = new ArrayList<>();

  @Test
  void sumInAnotherOrderIsTheSameAndARealDifferenceIsNot() {
    List<Double> rounded = VALUES.stream().map(v -> 0.1 * v * (1 + 2e-16)).toList();
    List<Double> other = List.of(0.25, -3.0, 1e3 + 0.01);
    List<Reviewed> screened =
        screen(true).screen(List.of(sound("a", VALUES), sound("b", rounded), sound("c", other)));
    assertThat(screened.get(1)).isInstanceOf(Twin.class);
    assertThat(screened.get(2)).isInstanceOf(Sound.class);
  }

  @Test
  void multipleIsNoTwinWhereTheLearnerKeepsTheScale() {
    List<Double> twice = VALUES.stream().map(v -> 2 * v).toList();
    List<Reviewed> both = List.of(sound("a", VALUES), sound("b", twice), sound("c", VALUES));
    assertThat(screen(false).screen(both).get(1)).isInstanceOf(Sound.class);
    assertThat(screen(false).screen(both).get(2)).isInstanceOf(Twin.class);
    assertThat(screen(true).screen(both).get(1)).isInstanceOf(Twin.class);
  }

  @Test
  void oppositeIsNoTwin() {
    List<Double> minus = VALUES.stream().map(v -> -v).toList();
    assertThat(screen(true).screen(List.of(sound("a", VALUES), sound("b", minus))).get(1))
        .isInstanceOf(Sound.class);
  }

  @Tag("defect-17")
  @Test
  void termThatNeverChangedOnTheStatesMakesItAbstain() {
    DuplicateScreen screen = screen(true);
    Sound rare = sound("b", VALUES, List.of("term 'goal' is 0.0 in all probing rollouts"), 0);
    assertThat(screen.screen(List.of(sound("a", VALUES), rare)).get(1)).isSameAs(rare);
    assertThat(screen.abstained()).containsOnlyKeys("b");
    assertThat(events)
        .containsExactly(
            new SearchEvent.ScreenAbstained(
                "b", "duplicates", "term 'goal' is 0.0 in all probing rollouts"));
  }

  @Test
  void rewardsThatReadOtherThingsAreNotCompared() {
    assertThat(
            screen(true)
                .screen(List.of(sound("a", VALUES), sound("b", VALUES, List.of(), 1)))
                .get(1))
        .isInstanceOf(Sound.class);
  }

  private DuplicateScreen screen(boolean anyScale) {
    return new DuplicateScreen(anyScale, events::add);
  }

  private static Sound sound(String id, List<Double> rewards) {
    return sound(id, rewards, List.of(), 0);
  }

  private static Sound sound(String id, List<Double> rewards, List<String> warnings, int body) {
    CompiledReward fake = ((Verdict.Accepted) Fakes.review("source " + id)).reward();
    RewardProgram program =
        new RewardProgram("Reward", fake.program().classFile(), table(body), List.of("a"), false);
    return new Sound(
        new Draft(id, 0, Proposal.of("source " + id), 0),
        new CompiledReward("source " + id, program, List.of()),
        new ProbeResult.Passed(warnings, rewards, ProbeEvidence.NOTHING));
  }

  private static SlotTable table(int body) {
    Slot slot = Slot.of(Source.BODY_POSITION, body);
    return new SlotTable(
        List.of(new Handle(Kind.BODY, "b", List.of(new Handle.Reading(Quantity.POSITION, slot)))),
        List.of());
  }
}
