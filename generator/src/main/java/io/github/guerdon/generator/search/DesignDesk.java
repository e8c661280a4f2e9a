package io.github.guerdon.generator.search;

import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.Refusal;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.evolve.Brood;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.generator.evolve.Evolution;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.report.Halt;
import io.github.guerdon.generator.run.Memory;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.SearchSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks the designer, unless the run remembers what it said. */
final class DesignDesk {

  private final SearchTask task;
  private final Designer designer;
  private final RunDirectory run;
  private final Plan plan;
  private final Cancellation cancellation;
  private @Nullable Halt halt;
  private @Nullable Halt capped;

  DesignDesk(
      SearchTask task, Designer designer, RunDirectory run, Plan plan, Cancellation cancellation) {
    this.task = task;
    this.designer = designer;
    this.run = run;
    this.plan = plan;
    this.cancellation = cancellation;
  }

  /** Finds why the designer cannot go on, if it cannot. */
  Optional<Halt> halt() {
    return Optional.ofNullable(halt);
  }

  /** Finds what kept the designer from all that was wanted of it, also where it could go on. */
  Optional<Halt> shortfall() {
    return Optional.ofNullable(halt).or(() -> Optional.ofNullable(capped));
  }

  /** Returns the drafts of the generation that follows; none if the designer cannot go on. */
  List<Draft> propose(Generation generation) {
    List<Draft> drafts = drafts(generation);
    drafts.stream()
        .map(Draft::proposal)
        .filter(p -> p.reading() == Reading.CAPPED)
        .findFirst()
        .ifPresent(p -> capped = new Halt(DesignerException.Kind.BUDGET, p.rationale()));
    return drafts;
  }

  private List<Draft> drafts(Generation generation) {
    int index = generation.index() + 1;
    Optional<List<Draft>> remembered = run.memory().drafts(index);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    DesignContext context = context(generation);
    Optional<List<Proposal>> proposals = ask(() -> designer.propose(context, plan.candidates()));
    if (proposals.isEmpty()) {
      return List.of();
    }
    List<Draft> drafts =
        IntStream.range(0, Math.min(proposals.get().size(), plan.candidates()))
            .mapToObj(i -> new Draft(context.id(i), index, proposals.get().get(i), 0))
            .toList();
    run.tell(Memory.PROPOSED, Memory.proposed(index, drafts));
    return drafts;
  }

  /** Returns the drafts that came back repaired in a round, in the order of the refusals. */
  List<Draft> repair(Generation generation, int round, List<Failed> refused) {
    int index = generation.index() + 1;
    Optional<List<Draft>> remembered = run.memory().repairs(index, round);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    if (halt != null) {
      return List.of();
    }
    List<Refusal> refusals = refused.stream().map(f -> refusal(f, round)).toList();
    Optional<List<Optional<Proposal>>> answers =
        ask(() -> designer.repair(context(generation), refusals));
    if (answers.isEmpty()) {
      return List.of();
    }
    List<Draft> repaired =
        IntStream.range(0, refused.size())
            .mapToObj(i -> answers.get().get(i).map(p -> refused.get(i).draft().repaired(p)))
            .flatMap(Optional::stream)
            .toList();
    if (!repaired.isEmpty()) {
      run.tell(Memory.REPAIRED, Memory.repaired(index, round, repaired));
    }
    return repaired;
  }

  private Refusal refusal(Failed failed, int round) {
    return new Refusal(
        failed.id(),
        failed.draft().proposal(),
        failed.source(),
        failed.outcome(),
        failed.feedback(),
        round,
        run.record().settings().repairs());
  }

  private DesignContext context(Generation generation) {
    int index = generation.index() + 1;
    SearchSettings settings = run.record().settings();
    Brood brood =
        settings
            .strategy()
            .next(
                generation,
                plan.candidates(),
                Seeds.derive(settings.seed(), "selection of parents", index));
    return new DesignContext(
        task.brief(),
        index,
        Seeds.derive(settings.seed(), "design", index),
        brood.parents(),
        Evolution.earlier(generation),
        brood.births());
  }

  /** Asks; nothing if the search was stopped or the designer cannot go on. */
  private <T> Optional<T> ask(Question<T> question) {
    return cancellation.interruptibly(() -> answer(question)).flatMap(Function.identity());
  }

  private <T> Optional<T> answer(Question<T> question) {
    try {
      return Optional.of(question.ask());
    } catch (DesignerException e) {
      halt = Halt.of(e);
      return Optional.empty();
    }
  }

  /** A call of the designer. */
  private interface Question<T> {
    T ask() throws DesignerException;
  }
}
