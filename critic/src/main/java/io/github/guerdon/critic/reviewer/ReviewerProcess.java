package io.github.guerdon.critic.reviewer;

import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Vocabulary;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reviews as {@link io.github.guerdon.critic.Critic} does, with the same verdicts, in a child
 * process with an empty environment. Safe for threads; reviews run one after another.
 *
 * <p>A child that is late, dies, or answers what no reviewer answers is killed, the source is
 * refused by the rule {@code LIMIT}, and the next one warms up while the caller goes on.
 */
public final class ReviewerProcess implements AutoCloseable {

  /** The rule of refusals that say a review came to no end. */
  public static final String LIMIT = "LIMIT";

  /** A machine short of memory may kill a child, and a source may be why: not for ever. */
  private static final int MOST_ATTEMPTS = 3;

  private final ReviewerCommand command;
  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile @Nullable Child child;
  private boolean closed;
  private volatile String lastWords = "";

  ReviewerProcess(ReviewerCommand command) {
    this.command = command;
    child = Child.launch(command);
  }

  /**
   * Starts a child and lets it warm up in the background.
   *
   * @throws ReviewerException if no process can be started
   */
  public static ReviewerProcess start() {
    return start(ReviewerSettings.defaults());
  }

  /**
   * Starts a child with other limits.
   *
   * @throws ReviewerException if no process can be started
   */
  public static ReviewerProcess start(ReviewerSettings settings) {
    return new ReviewerProcess(ReviewerCommand.of(settings));
  }

  /**
   * Reviews a source against the names of a task.
   *
   * @throws ReviewerException if no child becomes ready, or the thread is interrupted
   */
  public Verdict review(RewardSource source, Vocabulary vocabulary) {
    byte[] request = new ReviewRequest(source, vocabulary).encode();
    if (request.length > Frames.LARGEST_REQUEST) {
      return refused(
          request.length
              + " bytes with the model's names; a reviewer reads at most "
              + Frames.LARGEST_REQUEST
              + ": shorten it");
    }
    try {
      turn.lockInterruptibly();
      try {
        return review(request, vocabulary);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReviewerException("interrupted while reviewing; nothing is known of the source", e);
    }
  }

  /** Reviews, and again with a new child if somebody killed the first. */
  private Verdict review(byte[] request, Vocabulary vocabulary) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(request, vocabulary);
      } catch (LostReviewException e) {
        requireOpen(); // Else the close ended it, and no source did.
        if (attempt == MOST_ATTEMPTS && e.getCause() instanceof ReviewerException notStarted) {
          throw notStarted; // It never saw the source.
        }
        if (!e.killed() || attempt == MOST_ATTEMPTS) {
          return refused(String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private Verdict attempt(byte[] request, Vocabulary vocabulary)
      throws InterruptedException, LostReviewException {
    Child reviewer = current();
    boolean answered = false;
    try {
      reviewer.awaitReady();
      Verdict verdict = decode(reviewer, reviewer.ask(request), vocabulary);
      answered = true;
      return verdict;
    } catch (ReviewerException e) {
      requireOpen();
      throw e;
    } catch (LostReviewException e) {
      lastWords = reviewer.lastWords();
      throw e;
    } finally {
      if (!answered) {
        discard(reviewer);
      }
    }
  }

  private static Verdict decode(Child reviewer, byte[] answer, Vocabulary vocabulary)
      throws LostReviewException {
    try {
      return VerdictCodec.decode(answer, vocabulary);
    } catch (WireException e) {
      throw reviewer.garbage(e);
    }
  }

  private static Verdict refused(String message) {
    return new Verdict.Rejected(
        Verdict.Reason.STATIC_REJECT, List.of(new Finding(LIMIT, 0, 0, message)));
  }

  /** Returns the child for the next review; one that died between reviews is replaced unsaid. */
  private synchronized Child current() {
    requireOpen();
    if (child == null || !child.isAlive()) {
      Child dead = child;
      child = Child.launch(command);
      if (dead != null) {
        dead.close();
      }
    }
    return child;
  }

  private void discard(Child reviewer) {
    reviewer.close();
    synchronized (this) {
      child = null;
      if (!closed) {
        try {
          child = Child.launch(command);
        } catch (ReviewerException e) {
          // The next review tries again and says so: this one is over.
        }
      }
    }
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the reviewer is closed; nothing can be reviewed any more");
    }
  }

  /**
   * Returns what the last child that had to be given up said on its standard error, on one
   * printable line; empty if none had to be or it said nothing.
   */
  public String lastWords() {
    return lastWords;
  }

  /** Returns the id of the child's process, if there is one now. */
  OptionalLong pid() {
    Child now = child;
    return now == null ? OptionalLong.empty() : OptionalLong.of(now.pid());
  }

  /** Kills the child; a review that is under way ends with an exception. */
  @Override
  public void close() {
    Child last;
    synchronized (this) {
      closed = true;
      last = child;
      child = null;
    }
    if (last != null) {
      last.close();
    }
  }
}
