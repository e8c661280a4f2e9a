package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts cells behind a wall and lets them prove it. One start at a time. */
final class CellStarter implements AutoCloseable {

  /** Behind namespaces the cell's parent is their first process. */
  private static final long FIRST_PROCESS = 1;

  private final CellSettings settings;
  private final SecureRandom nonces = new SecureRandom();
  private final Set<Dialogue> dialogues = ConcurrentHashMap.newKeySet();
  private @Nullable Scratch scratch;
  private @Nullable RuntimeFiles files;
  private @Nullable Spawner plain;
  private @Nullable Spawner restricted;
  private volatile boolean closed;

  CellStarter(CellSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts a cell. What it has proven is in the answer and may be less than the wall promises.
   *
   * @throws IOException if there is no such wall here, or the cell does not come to its proof
   */
  EmptyCell start(Wall wall) throws IOException {
    if (scratch == null) {
      scratch = new Scratch();
    }
    Scratch place = scratch;
    place.fill();
    boolean started = false;
    try (Canaries canaries = new Canaries(place.canary())) {
      EmptyCell cell = prove(spawn(wall, place), wall, canaries);
      started = true;
      return cell;
    } finally {
      if (!started && wall == Wall.NAMESPACES) {
        place.endOrphans();
      }
      place.empty();
    }
  }

  /** Kills cells whose answers are late. */
  void killLate() {
    dialogues.forEach(Dialogue::killIfLate);
  }

  Set<Long> pids() {
    return dialogues.stream().map(dialogue -> dialogue.process().pid()).collect(Collectors.toSet());
  }

  /** Ends all cells; a start that is under way fails. */
  @Override
  public void close() {
    closed = true;
    dialogues.forEach(Dialogue::close);
  }

  /** Lets go of threads and files; after the last start. */
  void release() throws IOException {
    if (plain != null) {
      plain.close();
    }
    if (restricted != null) {
      restricted.close();
    }
    if (scratch != null) {
      scratch.close();
    }
  }

  private CellProcess spawn(Wall wall, Scratch place) throws IOException {
    if (files == null) {
      files = new RuntimeFiles(settings);
    }
    List<String> command = new CellCommand(settings, files.java(), place.visible()).words();
    if (wall == Wall.LANDLOCK) {
      if (restricted == null) {
        restricted = Spawner.restricted(visible(files, place));
      }
      return restricted.start(command);
    }
    if (plain == null) {
      plain = Spawner.plain();
    }
    if (wall == Wall.NAMESPACES) {
      command.addAll(0, Bubblewrap.words(visible(files, place)));
    }
    return plain.start(command);
  }

  private static List<Path> visible(RuntimeFiles files, Scratch place) {
    List<Path> visible = new ArrayList<>(files.paths());
    visible.add(place.visible());
    return visible;
  }

  private EmptyCell prove(CellProcess process, Wall wall, Canaries canaries) throws IOException {
    Dialogue dialogue = new Dialogue(process, nonces.nextLong(), settings, dialogues::remove);
    dialogues.add(dialogue);
    boolean proven = false;
    try {
      if (closed) {
        throw new IOException("the launcher is closed");
      }
      EmptyCell cell = new EmptyCell(dialogue, greeting(dialogue, wall, canaries), wall);
      check(cell, canaries);
      proven = true;
      return cell;
    } catch (CellFailure e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      if (!proven) {
        dialogue.close();
      }
    }
  }

  private Greeting greeting(Dialogue dialogue, Wall wall, Canaries canaries)
      throws IOException, CellFailure {
    Bait bait = canaries.bait();
    long parent = wall == Wall.NAMESPACES ? FIRST_PROCESS : bait.parent();
    Limits limits =
        new Limits(parent, CellCommand.dataBytes(settings), settings.cpuTime().toSeconds());
    SealOrder order = new SealOrder(limits, bait, wall != Wall.NONE);
    return Greeting.read(
        Link.fields(
            dialogue.exchange(
                Link.message(order::write), Link.BEGIN, Link.HELLO, settings.loadDeadline())));
  }

  /** Compares what the cell says with what the bait heard and what the kernel says. */
  private static void check(EmptyCell cell, Canaries canaries) throws IOException {
    Evidence evidence = cell.greeting().evidence();
    int told = evidence.connected(evidence.outside()) ? 1 : 0;
    int heard = canaries.connections();
    if (heard != told || canaries.datagram()) {
      throw new IOException(
          "the cell reached a port: %d connections, %d told of".formatted(heard, told));
    }
    if (cell.level() > 0) {
      String unfiltered = KernelView.unfiltered(cell.dialogue().process().pid()).orElse("");
      if (!unfiltered.isEmpty()) {
        throw new IOException(unfiltered);
      }
    }
  }
}
