package io.github.guerdon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.guerdon.sandbox.cell.KillCount;
import io.github.guerdon.sandbox.cell.KillPlan;
import io.github.guerdon.sandbox.cell.KillReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Kills the processes of one search at random (coordinator, reviewer, trainers, cells), resumes it
 * whenever its coordinator has ended, and compares its winner with that of the same search left
 * alone.
 */
final class SearchKillTrial {

  private static final Duration SESSION_WITHIN = Duration.ofMinutes(10);
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(20);
  private static final double SHORTEST_NANOS = 5e7;
  private static final double LONGEST_NANOS = 6e9;

  /** The share of kills that meet the coordinator: each costs a start, in which little is done. */
  private static final double COORDINATORS = 0.1;

  /** The share of sessions that are fair game before they have said a word. */
  private static final double KILLED_WHILE_STARTING = 0.2;

  private static final int SIGKILLED = 128 + 9;

  /** Kills a generation of the search bears on average, so that the kills meet all of it. */
  private static final int KILLS_PER_GENERATION = 12;

  private static final List<String> PASSED_ON = List.of("org.bytedeco.", "guerdon.", "jna.");

  private final Path folder;
  private final int generations;
  private final SplittableRandom random;
  private final KillCount count;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();
  private final List<String> violations = new ArrayList<>();
  private int sessions;

  private SearchKillTrial(Path folder, KillPlan plan) {
    this.folder = folder;
    generations = Math.max(2, plan.kills() / KILLS_PER_GENERATION);
    random = new SplittableRandom(plan.seed());
    count = new KillCount(plan);
  }

  /**
   * What became of the search.
   *
   * @param report the kills by process, and how the sessions ended
   * @param sessions how often the search was begun or resumed
   * @param quiet the winner of the search that was left alone, with all its numbers
   * @param disturbed the winner of the one whose processes were killed
   */
  record Result(KillReport report, int sessions, String quiet, String disturbed) {

    boolean sameWinner() {
      return quiet.equals(disturbed);
    }
  }

  /**
   * Runs both searches.
   *
   * @param folder for the runs; it must not hold any yet
   * @param plan of one search at a time; fewer kills if the search ends before
   */
  static Result run(Path folder, KillPlan plan) throws InterruptedException, IOException {
    return new SearchKillTrial(folder, plan).run();
  }

  private Result run() throws InterruptedException, IOException {
    Files.createDirectories(folder);
    String quiet = undisturbed();
    Optional<String> winner = Optional.empty();
    while (winner.isEmpty() && violations.isEmpty()) {
      winner = session();
    }
    KillReport kills = count.report();
    List<String> all = new ArrayList<>(kills.violations());
    all.addAll(violations);
    KillReport report =
        new KillReport(
            kills.kills(),
            kills.states(),
            kills.outcomes(),
            kills.processesLeft(),
            kills.descriptorsLeft(),
            all);
    return new Result(report, sessions, quiet, winner.orElse("none"));
  }

  private String undisturbed() throws InterruptedException, IOException {
    Path log = folder.resolve("quiet.jsonl");
    Process search = start(begin(folder.resolve("quiet")), log);
    int exit = search.waitFor();
    return winner(log)
        .filter(w -> exit == 0)
        .orElseThrow(() -> new IOException("the undisturbed search ended with " + exit));
  }

  /** Runs the search until it ends, by a kill or with a winner. */
  private Optional<String> session() throws InterruptedException, IOException {
    Path run = folder.resolve("disturbed");
    // A search that was killed before it had a run to resume is begun again.
    boolean begun = Files.isRegularFile(run.resolve("run.json"));
    Path log = folder.resolve("session-%03d.jsonl".formatted(sessions++));
    Process search = start(begun ? List.of("search", "--resume", run.toString()) : begin(run), log);
    boolean spareItsStart = random.nextDouble() >= KILLED_WHILE_STARTING;
    while (search.isAlive() && count.wantsMore()) {
      if (spareItsStart && Files.size(log) == 0) {
        TimeUnit.MILLISECONDS.sleep(10);
        continue;
      }
      LockSupport.parkNanos(
          (long) Math.exp(random.nextDouble(Math.log(SHORTEST_NANOS), Math.log(LONGEST_NANOS))));
      kill(search.toHandle());
    }
    count.end(search.onExit().thenApply(this::word), SESSION_WITHIN, () -> log.toString());
    if (search.isAlive()) {
      violations.add(log + ": the search did not end in time");
      search.destroyForcibly().waitFor();
    }
    reap();
    return search.exitValue() == 0 ? winner(log) : Optional.empty();
  }

  /** Kills the coordinator now and then, else one of those that work for it. */
  private void kill(ProcessHandle coordinator) {
    List<ProcessHandle> family = count.newcomers();
    seen.addAll(family);
    List<ProcessHandle> others = family.stream().filter(p -> !p.equals(coordinator)).toList();
    if (random.nextDouble() < COORDINATORS) {
      count.kill(List.of(coordinator), random, "COORDINATOR");
    } else if (!others.isEmpty()) {
      ProcessHandle victim = others.get(random.nextInt(others.size()));
      count.kill(List.of(victim), random, kind(victim));
    }
  }

  private String word(Process search) {
    int exit = search.exitValue();
    if (exit == 0) {
      return "COMPLETED";
    }
    if (exit == SIGKILLED) {
      return "KILLED";
    }
    if (exit == ExitCode.INFRASTRUCTURE.code()) {
      return "INFRASTRUCTURE";
    }
    throw new IllegalStateException("a search whose processes are killed ended with " + exit);
  }

  /** Waits until all that a session had started has ended too. */
  private void reap() throws InterruptedException {
    long end = System.nanoTime() + ENDED_WITHIN.toNanos();
    while (seen.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    List<String> left =
        seen.stream().filter(ProcessHandle::isAlive).map(SearchKillTrial::kind).toList();
    if (!left.isEmpty()) {
      violations.add("processes outlived their search: " + left);
    }
    seen.clear();
  }

  private List<String> begin(Path run) {
    return List.of(
        "search",
        Tasks.DEFAULT,
        "--seed",
        "1",
        "--generations",
        Integer.toString(generations),
        "--candidates",
        "3",
        "--racing",
        "save",
        "--training-steps",
        "6000",
        "--out",
        run.toString());
  }

  private static Process start(List<String> arguments, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> PASSED_ON.stream().anyMatch(name::startsWith))
        .sorted()
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    command.add("--json");
    return new ProcessBuilder(command)
        .redirectOutput(log.toFile())
        .redirectError(log.resolveSibling(log.getFileName() + ".err").toFile())
        .start();
  }

  /** Returns what a process is for, by its main class. */
  private static String kind(ProcessHandle process) {
    String command;
    try {
      command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    } catch (IOException gone) {
      return "STARTING_OR_ENDING";
    }
    return Stream.of("Reviewer", "Trainer", "Cell")
        .filter(name -> command.contains("." + name + "Main"))
        .map(name -> name.toUpperCase(Locale.ROOT))
        .findFirst()
        .orElse("STARTING_OR_ENDING");
  }

  /** Finds the winner, with all that was measured of it, in a search's JSON lines. */
  private static Optional<String> winner(Path log) throws IOException {
    for (String line : Files.readAllLines(log)) {
      JsonNode node = parse(line);
      if (node.path("event").asText().equals("finished")) {
        return Optional.of(node.path("winner") + " " + node.path("baselines"));
      }
    }
    return Optional.empty();
  }

  private static JsonNode parse(String line) throws IOException {
    try {
      return Json.parse(line);
    } catch (JsonProcessingException e) {
      throw new IOException("a search printed what is no JSON: " + line, e);
    }
  }
}
