package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.model.CacheFolders;
import io.github.guerdon.generator.batch.BatchLeftovers;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunLeftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and frees what can be made again. */
@Command(
    name = "clean",
    description = {
      "Show what finished runs and the cache hold that is not needed any more; with --yes delete"
          + " it.",
      "Policies and curves of candidates that did not win, and trainings that a batch shared, whose"
          + " runs have their own.",
      "Results, rewards, journals, and the policies of winners and baselines stay; so do runs that"
          + " have not ended."
    })
final class CleanCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR",
      description = "Folders to look through; default: runs and batches.")
  private List<Path> folders = List.of();

  @Option(
      names = "--older-than",
      paramLabel = "DAYS",
      description = "Only what was last worked on more than so many days ago.")
  private @Nullable Integer days;

  @Option(
      names = "--cache",
      description =
          "Also what is unpacked or downloaded again when a task needs it: built-in tasks, and"
              + " wheels of models (which needs a network).")
  private boolean cache;

  @Option(
      names = {"--yes", "--force"},
      description = "Delete; without it nothing is changed.")
  private boolean yes;

  @Option(names = "--json", description = "JSON lines.")
  private boolean json;

  @Spec private CommandSpec spec;

  CleanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Something that can go, and how. */
  private record Spare(String what, Path place, List<Path> files, Removal removal) {}

  /** Removes something. */
  private interface Removal {
    void run() throws IOException, RunException;
  }

  @Override
  public Integer call() {
    if (days != null && days < 0) {
      throw new ParameterException(
          spec.commandLine(), "--older-than is " + days + ", must be at least 0.");
    }
    List<Spare> spares = new ArrayList<>();
    for (Path folder : folders.isEmpty() ? List.of(Path.of("runs"), Path.of("batches")) : folders) {
      if (Files.isDirectory(folder)) {
        spares.addAll(below(folder));
      } else if (!folders.isEmpty()) {
        throw new CommandFailure(ExitCode.USAGE, folder + ": no such folder; check the path.");
      }
    }
    if (cache) {
      spares.addAll(cached());
    }
    // Of a file with several names in several places only all of them together are free space.
    long all = Disk.freed(spares.stream().flatMap(s -> s.files().stream()).toList());
    spares.forEach(spare -> tell(spare, Disk.freed(spare.files())));
    if (yes) {
      spares.forEach(this::remove);
    }
    total(all, spares.size());
    return ExitCode.DONE.code();
  }

  private void tell(Spare spare, long size) {
    if (json) {
      ObjectNode node =
          Json.event("spare")
              .put("what", spare.what())
              .put("place", spare.place().toString())
              .put("bytes", size)
              .put("deleted", yes);
      terminal.print(Json.line(node));
    } else {
      terminal.print(Text.right(Disk.size(size), 10) + "  " + spare.place() + ": " + spare.what());
    }
  }

  private void total(long bytes, int places) {
    if (json) {
      terminal.print(Json.line(Json.event("cleaned").put("bytes", bytes).put("deleted", yes)));
    } else if (places == 0) {
      terminal.print("Nothing to free.");
    } else {
      terminal.print(
          Text.right(Disk.size(bytes), 10)
              + (yes ? "  freed" : "  in all; nothing was changed, --yes deletes it"));
    }
  }

  private void remove(Spare spare) {
    try {
      spare.removal().run();
    } catch (RunException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE,
          spare.place() + ": cannot be deleted (" + e + "); check its permissions.");
    }
  }

  private List<Spare> below(Path folder) {
    List<Spare> spares = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted().toList()) {
        Path holder = file.resolveSibling("");
        if (file.endsWith("batch.json") && old(file)) {
          spares.addAll(ofBatch(holder));
        } else if (file.endsWith("run.json") && old(file.resolveSibling("events.jsonl"))) {
          spares.addAll(ofRun(holder));
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE, folder + ": cannot be read (" + e + "); check its permissions.");
    }
    return spares;
  }

  private List<Spare> ofRun(Path run) {
    try {
      List<Path> files = RunLeftovers.find(run);
      return files.isEmpty()
          ? List.of()
          : List.of(
              new Spare(
                  "policies and curves of candidates that did not win",
                  run,
                  files,
                  () -> RunLeftovers.delete(run)));
    } catch (RunException e) {
      terminal.say("left alone: " + Failures.text(e));
      return List.of();
    }
  }

  private static List<Spare> ofBatch(Path batch) throws IOException {
    List<Path> files = BatchLeftovers.find(batch);
    return files.isEmpty()
        ? List.of()
        : List.of(
            new Spare(
                "trainings that its experiments shared; each run has its own",
                batch,
                files,
                () -> BatchLeftovers.delete(batch)));
  }

  private List<Spare> cached() {
    List<Spare> spares = new ArrayList<>();
    for (Path folder : CacheFolders.all()) {
      List<Path> files = Disk.files(folder);
      if (!files.isEmpty()) {
        spares.add(
            new Spare("made again when it is needed", folder, files, () -> Folders.delete(folder)));
      }
    }
    return spares;
  }

  private boolean old(Path file) throws IOException {
    return days == null
        || !Files.exists(file)
        || Files.getLastModifiedTime(file)
            .toInstant()
            .isBefore(Instant.now().minus(Duration.ofDays(days)));
  }
}
