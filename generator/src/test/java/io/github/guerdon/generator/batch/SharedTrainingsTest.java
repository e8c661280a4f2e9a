package io.github.guerdon.generator.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.Score;
import io.github.guerdon.generator.search.Cancellation;
import io.github.guerdon.generator.search.TrainingRoom;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SharedTrainingsTest {

  @TempDir private Path folder;

  private final Cancellation cancellation = new Cancellation();
  private final SharedTrainings shared = new SharedTrainings(cancellation);
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** Trains by writing a result into the folder, which it then finds; may be held up or fail. */
  private static class Room implements TrainingRoom {

    final List<String> trained = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch allowed;
    boolean fails;

    Room(CountDownLatch allowed) {
      this.allowed = allowed;
    }

    @Override
    public ProbeResult probe(RewardProgram program) {
      throw new AssertionError("nobody probes here");
    }

    @Override
    public Score random(long seed) {
      throw new AssertionError("nobody acts at random here");
    }

    @Override
    public List<Outcome> train(List<Order> orders, TrainingListener listener) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Order order : orders) {
        Path result = order.directory().resolve("result.json");
        if (!Files.exists(result)) {
          begun.countDown();
          wait(allowed);
          if (fails) {
            throw new IllegalStateException("the trainer died");
          }
          trained.add(order.directory().getFileName().toString());
          write(result);
        }
        Outcome outcome = new Outcome.Crashed(order.id(), CrashCause.FUEL, "line 1", 1);
        outcomes.add(outcome);
        listener.finished(outcome);
      }
      return outcomes;
    }

    private static void wait(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new CancellationException("stopped");
      }
    }

    private static void write(Path file) {
      try {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "ended");
        Files.writeString(file.resolveSibling("policy.safetensors"), "weights");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private TrainingRoom.Order order(String run, String id, long seed) {
    return new TrainingRoom.Order(
        id,
        new RewardProgram(
            "Reward", new byte[1], new SlotTable(List.of(), List.of()), List.of("a"), false),
        seed,
        TrainingSettings.defaults(),
        folder.resolve(run).resolve(id));
  }

  private TrainingRoom room(Room inner) {
    return shared.room(inner, order -> folder.resolve("store").resolve("t" + order.seed()));
  }

  private static List<Outcome> train(TrainingRoom room, TrainingRoom.Order... orders) {
    return room.train(List.of(orders), TrainingListener.silent());
  }

  @Test
  void trainingThatTwoNeedAtOnceIsRunOnce() throws Exception {
    CountDownLatch allowed = new CountDownLatch(1);
    Room first = new Room(allowed);
    Room second = new Room(allowed);
    Future<List<Outcome>> one =
        threads.submit(() -> train(room(first), order("one", "a", 1), order("one", "b", 2)));
    first.begun.await();
    Future<List<Outcome>> two =
        threads.submit(() -> train(room(second), order("two", "x", 2), order("two", "y", 3)));
    second.begun.await();
    allowed.countDown();
    assertThat(one.get()).extracting(Outcome::job).containsExactly("a", "b");
    assertThat(two.get()).extracting(Outcome::job).containsExactly("x", "y");
    List<String> trained = new ArrayList<>(first.trained);
    trained.addAll(second.trained);
    assertThat(trained).containsExactlyInAnyOrder("t1", "t2", "t3");
  }

  @Test
  void eachRunHasTheFilesOfTheTrainingsThatItNeeds() throws Exception {
    Room room = new Room(new CountDownLatch(0));
    train(room(room), order("one", "a", 1));
    train(room(room), order("two", "x", 1));
    assertThat(room.trained).containsExactly("t1");
    for (String run : List.of("one/a", "two/x")) {
      assertThat(folder.resolve(run).resolve("policy.safetensors")).hasContent("weights");
      assertThat(folder.resolve(run).resolve("result.json")).hasContent("ended");
    }
    assertThat(Files.getAttribute(folder.resolve("two/x/policy.safetensors"), "unix:nlink"))
        .isEqualTo(3);
  }

  @Test
  void trainingThatEndedBeforeItHadAFolderIsAnOutcomeToo() {
    TrainingRoom room =
        shared.room(
            new Room(new CountDownLatch(0)) {
              @Override
              public List<Outcome> train(List<Order> orders, TrainingListener listener) {
                List<Outcome> outcomes =
                    orders.stream()
                        .<Outcome>map(
                            o -> new Outcome.Crashed(o.id(), CrashCause.KILLED, "signal 9", 0))
                        .toList();
                outcomes.forEach(listener::finished);
                return outcomes;
              }
            },
            order -> folder.resolve("store/none"));
    assertThat(train(room, order("one", "a", 1))).extracting(Outcome::job).containsExactly("a");
  }

  @Test
  void sameTrainingTwiceInOneCallIsRunOnce() {
    Room room = new Room(new CountDownLatch(0));
    assertThat(train(room(room), order("one", "a", 1), order("one", "b", 1)))
        .extracting(Outcome::job)
        .containsExactly("a", "b");
    assertThat(room.trained).containsExactly("t1");
  }

  @Test
  void trainingThatOneGaveUpIsRunByTheOther() throws Exception {
    CountDownLatch allowed = new CountDownLatch(1);
    Room failing = new Room(allowed);
    failing.fails = true;
    Future<List<Outcome>> one = threads.submit(() -> train(room(failing), order("one", "a", 1)));
    failing.begun.await();
    Room sound = new Room(new CountDownLatch(0));
    Future<List<Outcome>> two = threads.submit(() -> train(room(sound), order("two", "x", 1)));
    allowed.countDown();
    assertThat(two.get()).hasSize(1);
    assertThat(sound.trained).containsExactly("t1");
    assertThatThrownBy(one::get).hasMessageContaining("the trainer died");
  }

  @Test
  void waitingForAnothersTrainingEndsWhenTheBatchIsStopped() throws Exception {
    Room held = new Room(new CountDownLatch(1));
    Future<List<Outcome>> one = threads.submit(() -> train(room(held), order("one", "a", 1)));
    held.begun.await();
    CountDownLatch asked = new CountDownLatch(1);
    Future<List<Outcome>> two =
        threads.submit(
            () -> {
              asked.countDown();
              return train(room(new Room(held.allowed)), order("two", "x", 1));
            });
    asked.await();
    cancellation.cancel();
    assertThat(two.get(30, TimeUnit.SECONDS)).isEmpty();
    assertThat(one.isDone()).isFalse();
  }
}
