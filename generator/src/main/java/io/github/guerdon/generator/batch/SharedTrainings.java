package io.github.guerdon.generator.batch;

import io.github.guerdon.env.Score;
import io.github.guerdon.generator.report.RobustnessCard;
import io.github.guerdon.generator.search.Cancellation;
import io.github.guerdon.generator.search.TrainingRoom;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.record.TrainingRecords;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The trainings of a batch, each run once whichever experiments need it. They lie in folders named
 * by what they are, and each run gets links to the files of those that it needs, so that it is
 * whole without the others.
 */
public final class SharedTrainings {

  private final Cancellation cancellation;
  private final Set<Path> running = new HashSet<>();

  /** Makes an empty one for the experiments that this cancellation stops. */
  public SharedTrainings(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * Returns a room that trains what nobody has trained.
   *
   * @param room does the work; it finds a training that a folder holds already
   * @param folder names the folder of a training by what it is
   */
  public TrainingRoom room(TrainingRoom room, Function<TrainingRoom.Order, Path> folder) {
    return new Room(room, folder);
  }

  /** Takes a training, unless somebody works on it. */
  private synchronized boolean claim(Path folder) {
    return running.add(folder);
  }

  private synchronized void release(Set<Path> folders) {
    running.removeAll(folders);
    notifyAll();
  }

  /** Waits until nobody works on a training. */
  private synchronized boolean await(Path folder) {
    try {
      while (running.contains(folder)) {
        wait();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for another's training");
    }
  }

  private final class Room implements TrainingRoom {

    private final TrainingRoom room;
    private final Function<Order, Path> folder;

    Room(TrainingRoom room, Function<Order, Path> folder) {
      this.room = room;
      this.folder = folder;
    }

    @Override
    public ProbeResult probe(RewardProgram program) {
      return room.probe(program);
    }

    @Override
    public Score random(long seed) {
      return room.random(seed);
    }

    @Override
    public Optional<RobustnessCard> robustness(Path policy, int episodes, long seed) {
      return room.robustness(policy, episodes, seed);
    }

    /**
     * Trains what is free first and waits for the rest with nothing of its own in hand, so that no
     * two rooms wait for each other. What another has trained is then found in its folder; what
     * another gave up is free.
     */
    @Override
    public List<Outcome> train(List<Order> orders, TrainingListener listener) {
      Map<String, Outcome> outcomes = new HashMap<>();
      List<Order> left = orders;
      while (!left.isEmpty()) {
        Map<Path, Order> mine = new LinkedHashMap<>();
        for (Order order : left) {
          Path path = folder.apply(order);
          if (claim(path)) {
            mine.put(path, order);
          }
        }
        if (mine.isEmpty()) {
          Path theirs = folder.apply(left.get(0));
          if (cancellation.interruptibly(() -> await(theirs)).isEmpty()) {
            return List.of();
          }
          continue;
        }
        List<Outcome> ended;
        try {
          ended =
              room.train(
                  mine.entrySet().stream().map(e -> in(e.getKey(), e.getValue())).toList(),
                  linking(mine, listener));
        } finally {
          release(mine.keySet());
        }
        if (ended.size() < mine.size()) {
          return List.of();
        }
        ended.forEach(outcome -> outcomes.put(outcome.job(), outcome));
        left = left.stream().filter(o -> !outcomes.containsKey(o.id())).toList();
      }
      return orders.stream().map(o -> Objects.requireNonNull(outcomes.get(o.id()))).toList();
    }

    private static Order in(Path shared, Order order) {
      return new Order(
          order.id(), order.program(), order.seed(), order.settings(), shared, order.until());
    }

    /** Puts a training's files into the run before the run hears that it is done. */
    private TrainingListener linking(Map<Path, Order> mine, TrainingListener listener) {
      Map<String, Map.Entry<Path, Order>> byId =
          mine.entrySet().stream().collect(Collectors.toMap(e -> e.getValue().id(), e -> e));
      return new TrainingListener() {
        @Override
        public void progress(Progress progress) {
          listener.progress(progress);
        }

        @Override
        public void finished(Outcome outcome) {
          Map.Entry<Path, Order> own = Objects.requireNonNull(byId.get(outcome.job()));
          Path to = own.getValue().directory();
          try {
            new TrainingRecords(own.getKey()).linkInto(to);
          } catch (IOException e) {
            throw new UncheckedIOException(to + " cannot be written; check the disk", e);
          }
          listener.finished(outcome);
        }
      };
    }
  }
}
