package io.github.guerdon.generator.design.language;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks a model several things at once. */
final class Calls {

  /** What meets every further call as well, so that none is sent in vain. */
  private static final Set<CallFailure.Kind> HOPELESS =
      Set.of(
          CallFailure.Kind.BAD_KEY,
          CallFailure.Kind.UNKNOWN_MODEL,
          CallFailure.Kind.QUOTA,
          CallFailure.Kind.CANCELLED);

  private static final Set<CallFailure.Kind> FINAL =
      Set.of(CallFailure.Kind.CANCELLED, CallFailure.Kind.NOT_RECORDED);

  private static final int SECONDS_TO_STOP = 10;

  private final LanguageModel model;
  private final int parallel;

  Calls(LanguageModel model, int parallel) {
    this.model = model;
    this.parallel = parallel;
  }

  /**
   * Asks all and waits; an answer that was cut off is asked for once more with twice the limit.
   *
   * @return one outcome each, in order; its threads have ended
   * @throws CancellationException if the thread is interrupted, which breaks off all calls
   */
  List<ModelOutcome> ask(List<ModelRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    Queue<CallFailure> hopeless = new ConcurrentLinkedQueue<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(parallel, requests.size()), Calls::thread);
    try {
      List<Future<ModelOutcome>> futures =
          requests.stream().map(r -> threads.submit(() -> ask(r, hopeless))).toList();
      List<ModelOutcome> outcomes = new ArrayList<>();
      for (Future<ModelOutcome> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a language model was asked");
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking " + model.name() + " broke: " + e.getCause(), e);
    } finally {
      stop(threads);
    }
  }

  /**
   * Asks one thing, as it comes.
   *
   * @throws CancellationException if the call was broken off
   */
  ModelOutcome once(ModelRequest request) {
    ModelOutcome outcome = model.ask(request);
    if (failure(outcome).filter(f -> f.kind() == CallFailure.Kind.CANCELLED).isPresent()) {
      throw new CancellationException("a call to a language model was cancelled");
    }
    return outcome;
  }

  private ModelOutcome ask(ModelRequest request, Queue<CallFailure> hopeless) {
    CallFailure known = hopeless.peek();
    if (known != null) {
      return new ModelOutcome.Failed(known);
    }
    ModelOutcome outcome = whole(request);
    failure(outcome).filter(f -> HOPELESS.contains(f.kind())).ifPresent(hopeless::add);
    return outcome;
  }

  private ModelOutcome whole(ModelRequest request) {
    ModelOutcome once = model.ask(request);
    if (!isCutOff(once)) {
      return once;
    }
    int larger = (int) Math.min(Integer.MAX_VALUE, 2L * request.maxOutputTokens());
    ModelOutcome twice = model.ask(request.again(request.label() + "x", larger));
    // Failing with the larger limit, which a model may not even allow, leaves the first answer.
    boolean kept = failure(twice).filter(f -> !FINAL.contains(f.kind())).isPresent();
    return kept ? once : twice;
  }

  private static boolean isCutOff(ModelOutcome outcome) {
    return outcome.match(
        answered -> answered.reply().ending() == ModelReply.Ending.CUT_OFF, failed -> false);
  }

  static Optional<CallFailure> failure(ModelOutcome outcome) {
    return outcome.match(answered -> Optional.empty(), failed -> Optional.of(failed.failure()));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "language-model-call");
    thread.setDaemon(true);
    return thread;
  }

  /** Interrupts what still runs and waits for it, even if this thread is interrupted itself. */
  private static void stop(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        threads.shutdownNow(); // Once more; what ignores that too is a daemon and keeps nobody.
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
