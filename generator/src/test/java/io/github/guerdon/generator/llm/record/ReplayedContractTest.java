package io.github.guerdon.generator.llm.record;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.LanguageModelContract;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.TokenUsage;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** What was recorded is replayed as a model like the others. */
final class ReplayedContractTest extends LanguageModelContract {

  @TempDir private Path folder;

  @Override
  protected LanguageModel answering(
      ModelRequest request, String text, String thinking, Ending ending) {
    return replayed(
        request,
        new ModelOutcome.Answered(
            new ModelReply(text, thinking, ending, TokenUsage.none(), "scripted-1", 0.5, 1)));
  }

  @Override
  protected LanguageModel failing(ModelRequest request) {
    return replayed(request, Calls.failure(CallFailure.Kind.BAD_KEY, "the key is wrong"));
  }

  private LanguageModel replayed(ModelRequest request, ModelOutcome outcome) {
    CallArchive archive = CallArchive.at(folder);
    new RecordingModel(
            Calls.scripted(asked -> outcome),
            Calls.SETTINGS,
            Calls.PRICE,
            Optional.empty(),
            archive)
        .ask(request);
    try {
      return ReplayedModel.of(archive);
    } catch (RecordException e) {
      throw new AssertionError(e);
    }
  }
}
