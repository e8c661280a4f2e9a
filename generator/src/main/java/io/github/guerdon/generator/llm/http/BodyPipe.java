package io.github.guerdon.generator.llm.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands a body from the network's threads to the one that asked, part by part, so that waiting for
 * each part can have a limit and be interrupted.
 */
final class BodyPipe implements BodySubscriber<BodyPipe>, AutoCloseable {

  /** Something that came. */
  sealed interface Part {}

  /** Some bytes. */
  record Bytes(ByteBuffer bytes) implements Part {}

  /** The body's end. */
  record End() implements Part {}

  /** The connection's untimely end. */
  record Broken(Throwable cause) implements Part {}

  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private Flow.@Nullable Subscription subscription;
  private boolean closed;

  @Override
  public CompletionStage<BodyPipe> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    ByteBuffer copy = ByteBuffer.allocate(buffers.stream().mapToInt(ByteBuffer::remaining).sum());
    buffers.forEach(copy::put);
    parts.add(new Bytes(copy.flip()));
  }

  @Override
  public void onError(Throwable cause) {
    parts.add(new Broken(cause));
  }

  @Override
  public void onComplete() {
    parts.add(new End());
  }

  /** Waits for the next part; null if none came in time. */
  @Nullable Part next(long nanos) throws InterruptedException {
    Part part = parts.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    if (part instanceof Bytes) {
      more();
    }
    return part;
  }

  private synchronized void more() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  /** Gives up what has not come yet; does nothing after the end. */
  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
