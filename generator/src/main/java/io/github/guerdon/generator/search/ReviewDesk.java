package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.run.Json;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.VerdictJson;
import io.github.guerdon.generator.search.Reviewed.Sound;
import io.github.guerdon.generator.search.Reviewed.Unsound;
import io.github.guerdon.sandbox.training.ProbeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Has drafts checked, compiled and probed; refused ones go back to the designer for repair. */
final class ReviewDesk {

  private final Reviewer reviewer;
  private final TrainingRoom room;
  private final DesignDesk designer;
  private final RunDirectory run;
  private final SearchListener listener;
  private final Cancellation cancellation;

  ReviewDesk(
      Reviewer reviewer,
      TrainingRoom room,
      DesignDesk designer,
      RunDirectory run,
      SearchListener listener,
      Cancellation cancellation) {
    this.reviewer = reviewer;
    this.room = room;
    this.designer = designer;
    this.run = run;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** Reviews the drafts of the generation that follows, each refused one in all its rounds. */
  List<Reviewed> review(List<Draft> drafts, Generation generation) {
    List<Reviewed> reviewed = new ArrayList<>();
    drafts.forEach(d -> reviewed.add(review(d)));
    int rounds = run.record().settings().repairs();
    for (int round = 1; round <= rounds && !cancellation.cancelled(); round++) {
      Map<String, Draft> repaired = repaired(reviewed, generation, round);
      if (repaired.isEmpty()) {
        break;
      }
      for (int i = 0; i < reviewed.size(); i++) {
        Optional<Failed> refused = refused(reviewed.get(i));
        Draft draft = repaired.get(refused.map(Failed::id).orElse(""));
        if (draft != null) {
          sentBack(refused.orElseThrow(), round, rounds);
          reviewed.set(i, review(draft));
        }
      }
    }
    reviewed.forEach(r -> refused(r).ifPresent(this::givenUp));
    return List.copyOf(reviewed);
  }

  /** Reviews a draft that no designer made, so that none can repair it. */
  Reviewed reviewOnce(Draft draft) {
    Reviewed reviewed = review(draft);
    refused(reviewed).ifPresent(this::givenUp);
    return reviewed;
  }

  private Map<String, Draft> repaired(List<Reviewed> reviewed, Generation generation, int round) {
    List<Failed> refused = reviewed.stream().flatMap(r -> refused(r).stream()).toList();
    return refused.isEmpty()
        ? Map.of()
        : designer.repair(generation, round, refused).stream()
            .collect(Collectors.toMap(Draft::id, Function.identity()));
  }

  private static Optional<Failed> refused(Reviewed reviewed) {
    return reviewed.match(
        s -> Optional.<Failed>empty(),
        u -> Optional.of(u.candidate()),
        t -> Optional.<Failed>empty());
  }

  private void sentBack(Failed refused, int round, int of) {
    listener.on(
        new SearchEvent.CandidateSentBack(
            refused.id(), refused.outcome(), refused.feedback(), round, of));
  }

  private void givenUp(Failed refused) {
    listener.on(
        new SearchEvent.CandidateRefused(refused.id(), refused.outcome(), refused.feedback()));
  }

  private Reviewed review(Draft draft) {
    Proposal proposal = draft.proposal();
    run.candidate(draft.id(), "proposal.json", Json.pretty(Json.tree(proposal)));
    if (proposal.reading() != Reading.CODE) {
      run.candidate(draft.id(), "answer.txt", proposal.text());
      return refuse(draft, "", proposal.reading().name(), unread(proposal));
    }
    Verdict verdict = reviewer.review(proposal.text());
    run.candidate(draft.id(), "verdict.json", Json.pretty(VerdictJson.write(verdict)));
    if (verdict instanceof Verdict.Rejected rejected) {
      String findings = findings(rejected.findings());
      return refuse(draft, proposal.text(), rejected.reason().name(), findings);
    }
    CompiledReward reward = ((Verdict.Accepted) verdict).reward();
    ProbeResult probe = room.probe(reward.program());
    return probe.match(
        passed -> accept(draft, reward, passed),
        failed -> refuse(draft, reward.source(), failed.outcome(), failed.message()));
  }

  /** Says what is wrong with an answer without code; the designer may know more. */
  private static String unread(Proposal proposal) {
    return proposal.reading().answered() || proposal.rationale().isEmpty()
        ? proposal.reading().sentence()
        : proposal.rationale();
  }

  private Reviewed accept(Draft draft, CompiledReward reward, ProbeResult.Passed probe) {
    run.candidate(draft.id(), "Reward.java", reward.source());
    listener.on(
        new SearchEvent.CandidateAccepted(
            draft.id(),
            draft.proposal().operator(),
            draft.proposal().parents(),
            reward.program().terms(),
            probe.warnings()));
    return new Sound(draft, reward, probe);
  }

  private Reviewed refuse(Draft draft, String source, String outcome, String message) {
    // A later round writes the candidate's files anew; what was refused is kept beside them.
    String kept = "refused-" + draft.round();
    run.candidate(draft.id(), "Reward.java", source);
    run.candidate(draft.id(), kept + ".java", source);
    run.candidate(draft.id(), kept + ".txt", outcome + "\n" + message + "\n");
    return new Unsound(new Failed(draft, source, outcome, message));
  }

  /** Returns all findings, each text once with its count. */
  static String findings(List<Finding> findings) {
    return String.join("\n", Failures.grouped(findings.stream().map(Finding::text).toList()));
  }
}
