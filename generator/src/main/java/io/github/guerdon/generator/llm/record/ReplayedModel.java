package io.github.guerdon.generator.llm.record;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelRequest;
import java.util.List;
import java.util.Optional;

/** Answers from an archive alone, without a network; a recorded failure fails again. */
public final class ReplayedModel implements LanguageModel {

  private final CallArchive archive;
  private final String name;

  private ReplayedModel(CallArchive archive, String name) {
    this.archive = archive;
    this.name = name;
  }

  /**
   * Returns a model that answers as the recorded one did.
   *
   * @throws RecordException if the archive holds no call, or a file that is damaged
   */
  public static ReplayedModel of(CallArchive archive) throws RecordException {
    List<RecordedCall> calls = archive.calls();
    if (calls.isEmpty()) {
      throw new RecordException(
          archive + ": holds no recorded call; name a run that asked a language model");
    }
    return new ReplayedModel(archive, Quoted.of(calls.get(0).name()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ModelOutcome ask(ModelRequest request) {
    try {
      Optional<RecordedCall> call = archive.find(request.label());
      if (call.isEmpty()) {
        return notRecorded(
            "call "
                + request.label()
                + " is not in "
                + archive
                + ": the search took another course than the recorded one; replay with its"
                + " settings, or ask a model");
      }
      if (!call.get().hash().equals(request.hash())) {
        return notRecorded(
            "call "
                + request.label()
                + " was recorded in "
                + archive
                + " with another request: the prompts, the task or the settings have changed since;"
                + " take those of the recorded run, or ask a model");
      }
      return call.get()
          .outcome()
          .orElseGet(
              () ->
                  notRecorded(
                      "call "
                          + request.label()
                          + " in "
                          + archive
                          + " has no end: the recorded run was killed in it; resume that run"
                          + " first"));
    } catch (RecordException e) {
      return notRecorded(e.getMessage());
    }
  }

  private static ModelOutcome notRecorded(String message) {
    return new ModelOutcome.Failed(new CallFailure(CallFailure.Kind.NOT_RECORDED, message, 0));
  }
}
