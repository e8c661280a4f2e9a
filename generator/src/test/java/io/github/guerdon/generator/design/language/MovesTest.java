package io.github.guerdon.generator.design.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.design.Birth;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Past;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MovesTest {

  private static final Past CHAMPION = Scene.scored(0, 0, Scene.code("forward", "1.0"), 3);
  private static final Past SECOND = Scene.scored(0, 1, Scene.code("forward", "2.0"), 2);
  private static final Past THIRD = Scene.scored(0, 2, Scene.code("forward", "3.0"), 1);

  @Test
  void eachIndexHasItsOperator() {
    List<Move> moves = moves(8, CHAMPION, SECOND, THIRD);
    assertThat(moves)
        .extracting(m -> m.operator().word() + " " + String.join("+", m.parentIds()))
        .containsExactly(
            "refine g0c0",
            "mutate g0c0",
            "crossover g0c0+g0c1",
            "explore ",
            "refine g0c1",
            "refine g0c1",
            "mutate g0c0",
            "crossover g0c0+g0c2");
  }

  @Test
  void termThatNeverChangedIsChangedFirst() {
    List<Move> moves = moves(7, CHAMPION);
    assertThat(moves.get(1).term()).isEqualTo("calm");
    assertThat(moves.get(6).term()).isEqualTo("forward");
  }

  @Test
  void equalParentsAreNotJoined() {
    Past twin = Scene.scored(0, 1, "// the same\n" + CHAMPION.source(), 2);
    assertThat(moves(5, CHAMPION, twin))
        .extracting(Move::operator)
        .containsExactly(
            Operator.REFINE, Operator.MUTATE, Operator.MUTATE, Operator.EXPLORE, Operator.REFINE);
  }

  @Test
  void championIsRefinedInSightOfTheOthersAndTheSecondAlone() {
    List<Move> moves = moves(5, CHAMPION, SECOND);
    assertThat(moves.get(0).others()).containsExactly(SECOND);
    assertThat(moves.get(4).parents()).containsExactly(SECOND);
    assertThat(moves.get(4).others()).isEmpty();
  }

  @Test
  void withoutAParentItStartsAgain() {
    assertThat(moves(3, Scene.failed(0, 0, "STATIC_REJECT", "NAME at 1:1: no")))
        .extracting(Move::operator)
        .containsExactly(Operator.FIRST, Operator.EXPLORE, Operator.FIRST);
    assertThat(new Moves(Scene.start()).at(1).operator()).isEqualTo(Operator.FIRST);
  }

  @Test
  void strategyDecidesWhatEachChildComesFrom() {
    DesignContext free = Scene.after(List.of(CHAMPION, SECOND));
    List<Birth> births =
        List.of(
            Birth.of(Birth.Kind.REFINE, "g0c1"),
            Birth.of(Birth.Kind.MUTATE, "g0c1"),
            Birth.of(Birth.Kind.CROSSOVER, "g0c1", "g0c0"),
            Birth.of(Birth.Kind.EXPLORE),
            Birth.of(Birth.Kind.GUESS));
    Moves moves =
        new Moves(new DesignContext(free.task(), 1, 7, free.parents(), free.earlier(), births));
    assertThat(IntStream.range(0, 5).mapToObj(moves::at))
        .extracting(m -> m.operator().word() + " " + String.join("+", m.parentIds()))
        .containsExactly("refine g0c1", "mutate g0c1", "crossover g0c1+g0c0", "explore ", "first ");
    assertThat(moves.at(0).others()).isEmpty();
  }

  @Test
  void sameContextGivesTheSameMoves() {
    assertThat(moves(20, CHAMPION, SECOND)).isEqualTo(moves(20, CHAMPION, SECOND));
  }

  private static List<Move> moves(int count, Past... earlier) {
    Moves moves = new Moves(Scene.after(List.of(earlier)));
    return IntStream.range(0, count).mapToObj(moves::at).toList();
  }
}
