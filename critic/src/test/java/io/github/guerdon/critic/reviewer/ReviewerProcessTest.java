package io.github.guerdon.critic.reviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReviewerProcessTest {

  private static final Critic CRITIC = new Critic();

  private static ReviewerProcess moody(Duration deadline) {
    return new ReviewerProcess(
        MoodyMain.command(ReviewerSettings.defaults().withDeadline(deadline)));
  }

  private static ReviewerProcess moody() {
    return moody(Duration.ofSeconds(60));
  }

  private static Verdict review(ReviewerProcess reviewer, RewardSource source) {
    return reviewer.review(source, Sources.VOCABULARY);
  }

  private static String limit(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
    List<Finding> findings = ((Verdict.Rejected) verdict).findings();
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).rule()).isEqualTo("LIMIT");
    return findings.get(0).message();
  }

  private static void assertReviewsHonestly(ReviewerProcess reviewer) throws IOException {
    assertThat(VerdictCodec.encode(review(reviewer, Sources.upright())))
        .isEqualTo(VerdictCodec.encode(CRITIC.review(Sources.upright(), Sources.VOCABULARY)));
  }

  /** Lets a moody child answer something that costs it nothing. */
  private static void assertAnswers(ReviewerProcess reviewer) {
    assertThat(((Verdict.Rejected) review(reviewer, Sources.mood("confess"))).findings())
        .contains(new Finding("ENVIRONMENT", 0, 0, "{}"));
  }

  @Test
  void aLateReviewIsRefusedAndTheNextOneIsReviewed() {
    try (ReviewerProcess reviewer = moody(Duration.ofSeconds(3))) {
      assertAnswers(reviewer);
      assertThat(limit(review(reviewer, Sources.mood("hang"))))
          .isEqualTo("the review took longer than 3 s; write a shorter, simpler source");
      assertAnswers(reviewer);
    }
  }

  @Test
  void theRealReviewerIsKilledAtItsDeadlineToo() {
    ReviewerSettings tiny = ReviewerSettings.defaults().withDeadline(Duration.ofMillis(1));
    try (ReviewerProcess reviewer = ReviewerProcess.start(tiny)) {
      long pid = reviewer.pid().orElseThrow();
      assertThat(limit(review(reviewer, Sources.upright()))).contains("longer than 0.001 s");
      assertThat(ProcessHandle.of(pid)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          leave               : the reviewer ended with exit code 0 while it read this
          leave with a word   : the reviewer ended with exit code 1 while it read this
          eat memory          : the reviewer ran out of memory (160 MB) while it read this
          close the pipe      : the reviewer closed its pipes and did not end while it read this
          babble              : the reviewer's answer was no verdict
          boast               : the reviewer's answer was no verdict
          flood               : the reviewer's answer was no verdict
          misname             : the reviewer's answer was no verdict
          repeat              : the reviewer's answer was no verdict
          smudge              : the reviewer's answer was no verdict
          lie                 : the reviewer's answer was no verdict
          """)
  void whatIsNoAnswerIsARefusalAndTheNextOneIsReviewed(String mood, String message) {
    try (ReviewerProcess reviewer = moody()) {
      long pid = reviewer.pid().orElseThrow();
      assertThat(limit(review(reviewer, Sources.mood(mood))))
          .isEqualTo(message + "; write a shorter, simpler source");
      assertThat(ProcessHandle.of(pid)).isEmpty();
      assertAnswers(reviewer);
    }
  }

  @Test
  void lastWordsAreKeptAndPrintable() {
    try (ReviewerProcess reviewer = moody()) {
      assertThat(reviewer.lastWords()).isEmpty();
      limit(review(reviewer, Sources.mood("leave with a word")));
      assertThat(reviewer.lastWords()).isEqualTo("a bad<U+001B>[2J thing happened");
    }
  }

  @Test
  void aFloodOnStandardErrorStopsNothing() {
    try (ReviewerProcess reviewer = moody()) {
      assertThat(review(reviewer, Sources.mood("shout"))).isInstanceOf(Verdict.Accepted.class);
    }
  }

  @Test
  void aReviewThatSomebodyKilledIsDoneAgain()
      throws InterruptedException, ExecutionException, IOException {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (ReviewerProcess reviewer = moody()) {
      assertReviewsHonestly(reviewer);
      Future<Verdict> verdict = other.submit(() -> review(reviewer, Sources.mood("dawdle")));
      Thread.sleep(300);
      ProcessHandle.of(reviewer.pid().orElseThrow()).orElseThrow().destroyForcibly();
      assertThat(verdict.get()).isInstanceOf(Verdict.Accepted.class);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void aReviewThatIsKilledAgainAndAgainIsARefusalAndTheNextOneIsReviewed()
      throws InterruptedException, ExecutionException, IOException {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (ReviewerProcess reviewer = moody()) {
      assertReviewsHonestly(reviewer);
      Future<Verdict> verdict = other.submit(() -> review(reviewer, Sources.mood("die")));
      assertThat(limit(verdict.get())).startsWith("the reviewer was ended by signal 9");
      assertReviewsHonestly(reviewer);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void aReviewerThatDiedBetweenReviewsIsReplacedUnsaid()
      throws InterruptedException, ExecutionException {
    try (ReviewerProcess reviewer = moody()) {
      assertAnswers(reviewer);
      ProcessHandle child = ProcessHandle.of(reviewer.pid().orElseThrow()).orElseThrow();
      child.destroyForcibly();
      child.onExit().get();
      assertAnswers(reviewer);
    }
  }

  @Test
  void whatAReviewerStartedIsKilledWithIt() {
    try (ReviewerProcess reviewer = moody(Duration.ofSeconds(2))) {
      limit(review(reviewer, Sources.mood("leave a child behind")));
    }
    assertThat(
            ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(p -> p.info().commandLine().orElse("")))
        .noneMatch(c -> c.contains("sleep 300"));
  }

  @Test
  void theChildHasAnEmptyEnvironmentAndAnEmptyFolderAndAFixedLocale() {
    try (ReviewerProcess reviewer = moody()) {
      Map<String, String> said =
          ((Verdict.Rejected) review(reviewer, Sources.mood("confess")))
              .findings().stream().collect(Collectors.toMap(Finding::rule, Finding::message));
      assertThat(said)
          .containsEntry("ENVIRONMENT", "{}")
          .containsEntry("FILES", "[]")
          .containsEntry("TEMPORARY", said.get("FOLDER"))
          .containsEntry("LOCALE", "en_US")
          .containsEntry("ZONE", "UTC")
          .containsEntry("CHARSET", "UTF-8");
    }
  }

  @Test
  void threadsShareAReviewerAndGetTheirOwnVerdicts()
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try (ReviewerProcess reviewer = ReviewerProcess.start()) {
      List<Future<Verdict>> verdicts =
          IntStream.range(0, 30)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              review(
                                  reviewer,
                                  Sources.reward("terms.add(\"t" + i + "\", after.time());"))))
              .toList();
      for (int i = 0; i < verdicts.size(); i++) {
        Verdict.Accepted accepted = (Verdict.Accepted) verdicts.get(i).get();
        assertThat(accepted.reward().program().terms()).containsExactly("weight", "t" + i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void closingLeavesNoProcessAndNoFolderBehind() {
    ReviewerProcess reviewer = moody();
    String folder =
        ((Verdict.Rejected) review(reviewer, Sources.mood("confess")))
            .findings().stream()
                .filter(f -> f.rule().equals("FOLDER"))
                .map(Finding::message)
                .findFirst()
                .orElseThrow();
    long pid = reviewer.pid().orElseThrow();
    assertThat(Path.of(folder)).isDirectory();
    reviewer.close();
    reviewer.close();
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(Path.of(folder)).doesNotExist();
    assertThatThrownBy(() -> review(reviewer, Sources.upright()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void closingEndsAReviewWithoutARefusal() throws InterruptedException {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      ReviewerProcess reviewer = moody();
      assertAnswers(reviewer);
      Future<Verdict> verdict = other.submit(() -> review(reviewer, Sources.mood("hang")));
      Thread.sleep(300);
      reviewer.close();
      assertThatThrownBy(() -> verdict.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IllegalStateException.class);
      assertThat(reviewer.pid()).isEmpty();
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void anInterruptEndsAReviewAndTheNextOneIsReviewed() throws InterruptedException {
    try (ReviewerProcess reviewer = moody()) {
      assertAnswers(reviewer);
      CountDownLatch interrupted = new CountDownLatch(1);
      Thread thread =
          new Thread(
              () -> {
                assertThatThrownBy(() -> review(reviewer, Sources.mood("hang")))
                    .isInstanceOf(ReviewerException.class)
                    .hasMessageContaining("interrupted");
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                interrupted.countDown();
              });
      thread.start();
      Thread.sleep(300);
      thread.interrupt();
      assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
      assertAnswers(reviewer);
    }
  }

  @Test
  void anOverlongTextIsRefusedWithoutBeingSent() {
    try (ReviewerProcess reviewer = moody()) {
      RewardSource text = RewardSource.answer(new byte[Frames.LARGEST_REQUEST]);
      assertThat(limit(review(reviewer, text))).contains("a reviewer reads at most 4194304");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {33_000, 4_000_000})
  void aLongTextIsReviewedWithinTheHeap(int length) throws IOException {
    RewardSource text = RewardSource.of("x ".repeat(length / 2));
    try (ReviewerProcess reviewer = ReviewerProcess.start()) {
      assertThat(VerdictCodec.encode(review(reviewer, text)))
          .isEqualTo(VerdictCodec.encode(CRITIC.review(text, Sources.VOCABULARY)));
    }
  }

  @Test
  void aCommandThatCannotBeStartedSaysSo() {
    ReviewerSettings settings =
        ReviewerSettings.defaults().withLauncher(List.of("/nowhere/launcher"));
    assertThatThrownBy(() -> ReviewerProcess.start(settings))
        .isInstanceOf(ReviewerException.class)
        .hasMessageContaining("/nowhere/launcher")
        .hasMessageContaining("check that");
  }

  @Test
  void aChildThatDoesNotStartSaysWhatItSaid() {
    ReviewerCommand command =
        new ReviewerCommand("no.such.Main", List.of(), ReviewerSettings.defaults());
    try (ReviewerProcess reviewer = new ReviewerProcess(command)) {
      assertThatThrownBy(() -> review(reviewer, Sources.upright()))
          .isInstanceOf(ReviewerException.class)
          .hasMessageContaining("exit code 1")
          .hasMessageContaining("no.such.Main")
          .hasMessageContaining("check that");
    }
  }

  @Test
  void aChildThatIsNeverReadySaysSo() {
    ReviewerSettings hasty =
        new ReviewerSettings(Duration.ofSeconds(9), 64, Duration.ofMillis(700), List.of());
    try (ReviewerProcess reviewer =
        new ReviewerProcess(MoodyMain.command(MoodyMain.Late.class, hasty))) {
      assertThatThrownBy(() -> review(reviewer, Sources.upright()))
          .isInstanceOf(ReviewerException.class)
          .hasMessageContaining("not ready after 0.7 s");
    }
  }

  @Test
  void aChildOfAnotherFormatIsNotStarted() {
    try (ReviewerProcess reviewer =
        new ReviewerProcess(
            MoodyMain.command(MoodyMain.Foreign.class, ReviewerSettings.defaults()))) {
      assertThatThrownBy(() -> review(reviewer, Sources.upright()))
          .isInstanceOf(ReviewerException.class)
          .hasMessageContaining("format 00000000");
    }
  }

  @Test
  void wordsInFrontOfTheCommandRunIt() throws IOException {
    ReviewerSettings shell =
        ReviewerSettings.defaults()
            .withLauncher(List.of("/bin/sh", "-c", "touch mark; exec \"$@\"", "sh"));
    try (ReviewerProcess reviewer = new ReviewerProcess(MoodyMain.command(shell))) {
      assertThat(((Verdict.Rejected) review(reviewer, Sources.mood("confess"))).findings())
          .contains(new Finding("FILES", 0, 0, "[mark]"));
      assertReviewsHonestly(reviewer);
    }
  }

  @Test
  void theRealChildEndsWithItsStandardInput() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("reviewer-test");
    Process child =
        new ProcessBuilder(ReviewerCommand.of(ReviewerSettings.defaults()).words(folder)).start();
    child.getOutputStream().close();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isZero();
    Folders.delete(folder);
  }

  @Test
  void theRealChildEndsAtABadFrame() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("reviewer-test");
    Process child =
        new ProcessBuilder(ReviewerCommand.of(ReviewerSettings.defaults()).words(folder)).start();
    child.getOutputStream().write(new byte[100]);
    child.getOutputStream().flush();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(2);
    Folders.delete(folder);
  }
}
