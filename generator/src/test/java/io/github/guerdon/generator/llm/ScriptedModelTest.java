package io.github.guerdon.generator.llm;

import io.github.guerdon.generator.llm.ModelReply.Ending;

/** The scripted model of the tests is a model like the others. */
final class ScriptedModelTest extends LanguageModelContract {

  @Override
  protected LanguageModel answering(
      ModelRequest request, String text, String thinking, Ending ending) {
    return new ScriptedModel(
        asked ->
            new ModelOutcome.Answered(
                new ModelReply(text, thinking, ending, TokenUsage.none(), "scripted-1", 0.5, 1)));
  }

  @Override
  protected LanguageModel failing(ModelRequest request) {
    return new ScriptedModel(
        asked -> ScriptedModel.failed(CallFailure.Kind.BAD_KEY, "the key is wrong"));
  }
}
