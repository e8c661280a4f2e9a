package io.github.guerdon.generator.design.offline;

import io.github.guerdon.generator.analysis.Digest;
import io.github.guerdon.generator.analysis.Digest.Blame;
import io.github.guerdon.generator.design.Birth;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A search over rewards made of typed terms, without a key and without a network.
 *
 * <p>It knows a task by its vocabulary and by the texts of its fitness and its healthy condition.
 * The first generation is its best guess, in different structures; later ones alter and recombine
 * the best candidates so far. It keeps no state: a parent's sketch comes back with the parent.
 */
public final class OfflineDesigner implements Designer {

  private static final int ATTEMPTS = 50;

  @Override
  public String name() {
    return "offline";
  }

  @Override
  public List<Proposal> propose(DesignContext context, int count) {
    return new Session(context).propose(count);
  }

  /** The work of one generation. */
  private static final class Session {

    private final DesignContext context;
    private final Catalogue catalogue;
    private final List<RewardSketch> recipes;
    private final Set<String> known = new HashSet<>();
    private final List<Proposal> proposals = new ArrayList<>();

    Session(DesignContext context) {
      this.context = context;
      this.catalogue = Catalogue.of(context.task());
      this.recipes = Recipes.of(catalogue);
      context.earlier().forEach(past -> known.add(past.proposal().memory()));
    }

    List<Proposal> propose(int count) {
      for (int i = 0; i < count; i++) {
        Optional<Birth> birth = context.birth(i);
        if (birth.isPresent()) {
          bear(birth.get(), i);
        } else if (context.parents().isEmpty()) {
          guess(i);
        } else {
          alter(i);
        }
      }
      return List.copyOf(proposals);
    }

    /** Adds the next recipe that nobody has tried, or a variant of one. */
    private void guess(int index) {
      for (RewardSketch recipe : recipes) {
        if (offer(Optional.of(recipe), List.of(), "guess")) {
          return;
        }
      }
      Seeds random = Seeds.stream(Seeds.derive(context.seed(), "guess", index));
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        RewardSketch recipe = recipes.get(random.nextInt(recipes.size()));
        if (offer(change(recipe, random).sketch(), List.of(), "guess")) {
          return;
        }
      }
    }

    /** Adds a child of the best candidates: the champion's share is the largest. */
    private void alter(int index) {
      Seeds random = Seeds.stream(Seeds.derive(context.seed(), "alter", index));
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Past parent = parent(index + attempt, random);
        RewardSketch sketch = SketchText.read(parent.proposal().memory(), catalogue);
        // Parents that are alike have no new child; then one of them is altered.
        boolean crossed = index % 3 == 2 && attempt < ATTEMPTS / 2;
        if (crossed && context.parents().size() > 1) {
          Past other = context.parents().get(random.nextInt(context.parents().size()));
          RewardSketch second = SketchText.read(other.proposal().memory(), catalogue);
          Optional<RewardSketch> child = new Alterations(catalogue, random).cross(sketch, second);
          if (!other.id().equals(parent.id())
              && offer(child, List.of(parent.id(), other.id()), "crossover")) {
            return;
          }
        } else {
          Change change = change(parent, sketch, random);
          if (offer(change.sketch(), List.of(parent.id()), change.operator())) {
            return;
          }
        }
      }
    }

    /** Adds the child that a strategy decided on. */
    private void bear(Birth birth, int index) {
      List<RewardSketch> from =
          birth.parents().stream().map(id -> sketch(context.parent(id))).toList();
      if (from.isEmpty()) {
        guess(index);
        return;
      }
      Seeds random = Seeds.stream(Seeds.derive(context.seed(), "bear", index));
      boolean joins = birth.kind() == Birth.Kind.CROSSOVER;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        // Parents that are alike have no new child; then the first of them is altered.
        if (joins && attempt < ATTEMPTS / 2) {
          Optional<RewardSketch> child =
              new Alterations(catalogue, random).cross(from.get(0), from.get(1));
          if (offer(child, birth.parents(), "crossover")) {
            return;
          }
          continue;
        }
        Change change =
            birth.kind() == Birth.Kind.MUTATE
                ? restructure(from.get(0), random)
                : change(context.parent(birth.parents().get(0)), from.get(0), random);
        if (offer(change.sketch(), birth.parents().subList(0, 1), change.operator())) {
          return;
        }
      }
    }

    private RewardSketch sketch(Past past) {
      return SketchText.read(past.proposal().memory(), catalogue);
    }

    private Past parent(int index, Seeds random) {
      List<Past> parents = context.parents();
      return index % 2 == 0 ? parents.get(0) : parents.get(random.nextInt(parents.size()));
    }

    /** Half of the time goes by the diagnosis, if the parent has one that names a term. */
    private Change change(Past parent, RewardSketch sketch, Seeds random) {
      List<String> names = SketchJava.names(sketch);
      List<Blame> blames =
          Digest.of(parent.feedback()).map(Digest::blames).orElseGet(List::of).stream()
              .filter(b -> names.contains(b.term()))
              .toList();
      if (blames.isEmpty() || random.nextDouble() < 0.5) {
        return change(sketch, random);
      }
      Blame blame = blames.get(random.nextInt(blames.size()));
      return new Change(
          "cure",
          new Alterations(catalogue, random)
              .cure(sketch, names.indexOf(blame.term()), blame.fault()));
    }

    private Change change(RewardSketch sketch, Seeds random) {
      Alterations alterations = new Alterations(catalogue, random);
      int draw = random.nextInt(9);
      return draw < 3
          ? new Change("weights", alterations.weights(sketch))
          : restructure(draw, sketch, alterations);
    }

    /** Changes one term, not the weights alone. */
    private Change restructure(RewardSketch sketch, Seeds random) {
      return restructure(3 + random.nextInt(6), sketch, new Alterations(catalogue, random));
    }

    private static Change restructure(int draw, RewardSketch sketch, Alterations alterations) {
      return switch (draw) {
        case 3 -> new Change("margin", alterations.margin(sketch));
        case 4 -> new Change("form", alterations.form(sketch));
        case 5 -> new Change("add", alterations.add(sketch));
        case 6 -> new Change("drop", alterations.drop(sketch));
        case 7 -> new Change("swap", alterations.swap(sketch));
        default -> new Change("gate", alterations.gate(sketch));
      };
    }

    private boolean offer(Optional<RewardSketch> sketch, List<String> parents, String operator) {
      return sketch
          .filter(s -> known.add(SketchText.write(s)))
          .map(s -> proposals.add(proposal(s, parents, operator)))
          .orElse(false);
    }

    private static Proposal proposal(RewardSketch sketch, List<String> parents, String operator) {
      return new Proposal(
          SketchJava.write(sketch),
          SketchJava.summary(sketch),
          parents,
          operator,
          SketchText.write(sketch),
          Reading.CODE);
    }
  }

  private record Change(String operator, Optional<RewardSketch> sketch) {}
}
