package io.github.guerdon.generator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.llm.ModelReply.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every language model has to do: the providers', the scripted and the replayed one. */
public abstract class LanguageModelContract {

  /** Returns a model that answers this request with this text, thinking and ending. */
  protected abstract LanguageModel answering(
      ModelRequest request, String text, String thinking, Ending ending);

  /** Returns a model that has no answer to this request, for a reason that stays. */
  protected abstract LanguageModel failing(ModelRequest request);

  /** Returns an ordinary request. */
  protected static ModelRequest request(String label) {
    return new ModelRequest(
        label,
        "You write reward functions.",
        List.of(Turn.user("Write one."), Turn.assistant("Which?"), Turn.user("Any.")),
        64);
  }

  @Test
  void aModelHasAName() {
    assertThat(answering(request("g0c0"), "x", "", Ending.COMPLETE).name()).isNotBlank();
  }

  @Test
  void anAnswerComesAsItIs() {
    String text = "Grüße — 漢字 \"quoted\"\n```java\nclass A {}\n```\n";
    ModelReply reply = reply(answering(request("g0c0"), text, "", Ending.COMPLETE), "g0c0");
    assertThat(reply.text()).isEqualTo(text);
    assertThat(reply.thinking()).isEmpty();
    assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(reply.model()).isNotBlank();
    assertThat(reply.seconds()).isNotNegative();
  }

  @Test
  void thinkingStaysApartFromTheAnswer() {
    ModelReply reply =
        reply(answering(request("g0c0"), "text", "hmm, so", Ending.COMPLETE), "g0c0");
    assertThat(reply.text()).isEqualTo("text");
    assertThat(reply.thinking()).isEqualTo("hmm, so");
  }

  @Test
  void anEmptyTextIsAnAnswer() {
    ModelReply reply = reply(answering(request("g0c0"), "", "", Ending.COMPLETE), "g0c0");
    assertThat(reply.text()).isEmpty();
  }

  @Test
  void aCutAnswerSaysSo() {
    ModelReply reply = reply(answering(request("g0c0"), "half of", "", Ending.CUT_OFF), "g0c0");
    assertThat(reply.text()).isEqualTo("half of");
    assertThat(reply.ending()).isEqualTo(Ending.CUT_OFF);
  }

  @Test
  void aFilteredAnswerSaysSo() {
    ModelReply reply = reply(answering(request("g0c0"), "no", "", Ending.FILTERED), "g0c0");
    assertThat(reply.ending()).isEqualTo(Ending.FILTERED);
  }

  @Test
  void aFailureIsAnOutcomeWithAMessage() {
    ModelOutcome outcome = failing(request("g0c0")).ask(request("g0c0"));
    assertThat(failure(outcome).message()).isNotBlank();
  }

  @Test
  void severalThreadsMayAskAtOnce() throws Exception {
    LanguageModel model = answering(request("g0c0"), "same", "", Ending.COMPLETE);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<ModelOutcome> ask = () -> model.ask(request("g0c0"));
      List<Future<ModelOutcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        outcomes.add(threads.submit(ask));
      }
      for (Future<ModelOutcome> outcome : outcomes) {
        assertThat(reply(outcome.get()).text()).isEqualTo("same");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static ModelReply reply(LanguageModel model, String label) {
    return reply(model.ask(request(label)));
  }

  /** Returns the reply of an outcome that has to be one. */
  protected static ModelReply reply(ModelOutcome outcome) {
    return outcome.match(
        ModelOutcome.Answered::reply,
        failed -> {
          throw new AssertionError("no answer: " + failed.failure());
        });
  }

  /** Returns the failure of an outcome that has to be one. */
  protected static CallFailure failure(ModelOutcome outcome) {
    return outcome.match(
        answered -> {
          throw new AssertionError("an answer: " + answered.reply());
        },
        ModelOutcome.Failed::failure);
  }
}
