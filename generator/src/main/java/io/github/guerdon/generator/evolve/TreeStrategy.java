package io.github.guerdon.generator.evolve;

import io.github.guerdon.generator.design.Birth;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tree of refinements: each child is hung below the candidate whose upper confidence bound is
 * greatest, from the root down, and a node that is visited more may have more children.
 *
 * <p>A node's value is the rank of the best candidate below it among all so far, not its fitness:
 * ranks need no scale, and requirements count in them.
 *
 * @see <a href="https://doi.org/10.1007/11871842_29">Kocsis and Szepesvári, 2006</a>
 */
final class TreeStrategy implements Strategy {

  private static final double EXPLORATION = 0.7;

  @Override
  public Brood next(Generation generation, int count, long seed) {
    Tree tree = new Tree(generation);
    List<Birth> births = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      births.add(tree.grow());
    }
    return Brood.of(generation, births);
  }

  /** A candidate and what was made of it; the root stands for nothing. */
  private static final class Node {

    private final @Nullable String id;
    private final @Nullable Node parent;
    private final List<Node> children = new ArrayList<>();
    private int visits;
    private double value;

    Node(@Nullable String id, @Nullable Node parent) {
      this.id = id;
      this.parent = parent;
      if (parent != null) {
        parent.children.add(this);
      }
    }

    /** Counts a visit here and above; what failed, or is not known yet, has no value to add. */
    void visited(double worth) {
      for (Node node = this; node != null; node = node.parent) {
        node.visits++;
        node.value = Math.max(node.value, worth);
      }
    }

    boolean mayGrow() {
      return children.size() < 1 + (int) Math.sqrt(visits);
    }

    double bound(Node child) {
      return child.value + EXPLORATION * Math.sqrt(Math.log(visits) / child.visits);
    }

    /** Finds the child to go on with: one that was scored. */
    Optional<Node> promising() {
      return children.stream()
          .filter(c -> c.id != null)
          .max(Comparator.comparingDouble(this::bound));
    }
  }

  private static final class Tree {

    private final Node root = new Node(null, null);
    private final List<Scored> ranking;

    Tree(Generation generation) {
      ranking = generation.ranking();
      Map<String, Double> worths = new HashMap<>();
      for (int i = 0; i < ranking.size(); i++) {
        worths.put(ranking.get(i).id(), 1 - (double) i / ranking.size());
      }
      Map<String, Node> nodes = new HashMap<>();
      for (Candidate candidate : generation.all()) {
        Node parent =
            candidate.draft().proposal().parents().stream()
                .findFirst()
                .map(nodes::get)
                .orElse(root);
        Double worth = worths.get(candidate.id());
        Node node = new Node(worth == null ? null : candidate.id(), parent);
        node.visited(worth == null ? 0 : worth);
        if (worth != null) {
          nodes.put(candidate.id(), node);
        }
      }
    }

    /** Hangs a child where it promises most. */
    Birth grow() {
      Node node = root;
      while (!node.mayGrow()) {
        Optional<Node> next = node.promising();
        if (next.isEmpty()) {
          break;
        }
        node = next.get();
      }
      Birth birth = birth(node);
      new Node(null, node).visited(0);
      return birth;
    }

    private Birth birth(Node node) {
      if (node.id == null) {
        return Birth.of(Birth.Kind.EXPLORE);
      }
      String id = node.id;
      Optional<String> mate =
          ranking.stream().map(Scored::id).filter(other -> !other.equals(id)).findFirst();
      return switch (node.children.size() % 3) {
        case 0 -> Birth.of(Birth.Kind.REFINE, id);
        case 1 -> Birth.of(Birth.Kind.MUTATE, id);
        default ->
            mate.map(m -> Birth.of(Birth.Kind.CROSSOVER, id, m))
                .orElseGet(() -> Birth.of(Birth.Kind.REFINE, id));
      };
    }
  }
}
