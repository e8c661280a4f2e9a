package io.github.guerdon.generator.design.language;

import io.github.guerdon.critic.source.Comments;
import io.github.guerdon.generator.analysis.Analysis.Trend;
import io.github.guerdon.generator.analysis.Digest;
import io.github.guerdon.generator.design.Birth;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Chooses what each candidate is asked for, by its index alone unless a strategy did: refine the
 * champion, change a term, join the two best, explore, refine the second; then over again with the
 * next ones.
 */
final class Moves {

  private static final int ROUND = 5;
  private static final int DROWNING = 90;

  private final DesignContext context;
  private final List<Past> parents;

  Moves(DesignContext context) {
    this.context = context;
    Set<String> seen = new HashSet<>();
    // Two candidates of the same code are one parent: there is nothing to join.
    this.parents =
        context.parents().stream()
            .filter(p -> !Comments.strip(p.source()).isBlank())
            .filter(p -> seen.add(code(p)))
            .toList();
  }

  /** Returns the candidates to build on, best first, no code twice. */
  List<Past> parents() {
    return parents;
  }

  Move at(int index) {
    Optional<Birth> birth = context.birth(index);
    if (birth.isPresent()) {
      return born(birth.get(), index);
    }
    int lap = index / ROUND;
    if (parents.isEmpty()) {
      // After failures every other one is asked for something else, lest they fail alike again.
      boolean other = !context.earlier().isEmpty() && index % 2 == 1;
      return new Move(other ? Operator.EXPLORE : Operator.FIRST, List.of(), List.of(), "");
    }
    return switch (index % ROUND) {
      case 0 -> refine(lap);
      case 1 -> mutate(lap);
      case 2 -> parents.size() > 1 ? crossover(lap) : mutate(lap + 1);
      case 3 -> new Move(Operator.EXPLORE, List.of(), parents, "");
      default -> refine(lap + 1);
    };
  }

  /** Does what a strategy decided; the parents are shown alone. */
  private Move born(Birth birth, int index) {
    List<Past> from = birth.parents().stream().map(context::parent).toList();
    return switch (birth.kind()) {
      case GUESS -> new Move(Operator.FIRST, List.of(), List.of(), "");
      case EXPLORE -> new Move(Operator.EXPLORE, List.of(), parents, "");
      case REFINE -> new Move(Operator.REFINE, from, List.of(), "");
      case MUTATE -> mutate(from.get(0), index);
      case CROSSOVER ->
          code(from.get(0)).equals(code(from.get(1)))
              ? mutate(from.get(0), index)
              : new Move(Operator.CROSSOVER, from, List.of(), "");
    };
  }

  private static String code(Past past) {
    return Comments.strip(past.source()).replaceAll("\\s+", "");
  }

  private Move refine(int which) {
    int at = which % parents.size();
    // The champion is shown with the others; another one alone, or the champion would be refined.
    List<Past> others = at == 0 ? parents.subList(1, parents.size()) : List.of();
    return new Move(Operator.REFINE, List.of(parents.get(at)), others, "");
  }

  private Move crossover(int lap) {
    Past second = parents.get(1 + lap % (parents.size() - 1));
    return new Move(Operator.CROSSOVER, List.of(parents.get(0), second), List.of(), "");
  }

  private Move mutate(int which) {
    return terms(parents.get(0)).isEmpty() ? refine(0) : mutate(parents.get(0), which);
  }

  private Move mutate(Past parent, int which) {
    List<String> terms = terms(parent);
    return terms.isEmpty()
        ? new Move(Operator.REFINE, List.of(parent), List.of(), "")
        : new Move(Operator.MUTATE, List.of(parent), List.of(), terms.get(which % terms.size()));
  }

  /**
   * Returns a candidate's terms, those first that a fault is found in, then those that do nothing
   * or too much, others by the seed.
   */
  private List<String> terms(Past parent) {
    Optional<Digest> digest = Digest.of(parent.feedback());
    List<Digest.Term> terms = new ArrayList<>(digest.map(Digest::terms).orElseGet(List::of));
    ToIntFunction<Digest.Term> suspicion =
        t -> digest.filter(d -> !d.faults(t.name()).isEmpty()).isPresent() ? -1 : suspicion(t);
    List<Digest.Term> suspects =
        terms.stream()
            .filter(t -> suspicion.applyAsInt(t) < 3)
            .sorted(Comparator.comparingInt(suspicion))
            .toList();
    List<Digest.Term> others = terms.stream().filter(t -> suspicion.applyAsInt(t) == 3).toList();
    int first =
        others.isEmpty()
            ? 0
            : Seeds.stream(Seeds.derive(context.seed(), "term", 0)).nextInt(others.size());
    return Stream.of(suspects.stream(), others.stream().skip(first), others.stream().limit(first))
        .flatMap(s -> s)
        .map(Digest.Term::name)
        .toList();
  }

  private static int suspicion(Digest.Term term) {
    if (term.trend() == Trend.CONSTANT) {
      return 0;
    }
    if (term.percent() > DROWNING) {
      return 1;
    }
    return term.percent() < 1 ? 2 : 3;
  }
}
