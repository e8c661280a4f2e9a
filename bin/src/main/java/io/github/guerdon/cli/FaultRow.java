package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.generator.analysis.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of an {@code index.tsv}: a reward and what is wrong with it.
 *
 * @param file the reward, or a designer's answer that holds it
 * @param task a built-in task's name
 * @param planted the fault that was put into it; nothing if it is sound
 * @param accepted the planted fault and others that describe it as well
 */
record FaultRow(Path file, String task, Optional<Fault> planted, Set<Fault> accepted) {

  private static final String NONE = "NONE";

  FaultRow {
    accepted = Set.copyOf(accepted);
  }

  /**
   * Reads a folder's index: columns {@code file} and {@code task}; rewards are sound unless a
   * column {@code fault} says otherwise, and {@code also_acceptable} holds further names.
   */
  static List<FaultRow> read(Path folder) {
    Path index = folder.resolve("index.tsv");
    List<String> lines;
    try {
      lines = Files.readAllLines(index);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          index + ": cannot be read (" + e + "); name a folder with rewards and an index.tsv.");
    }
    List<String> columns = lines.isEmpty() ? List.of() : cells(lines.get(0));
    List<FaultRow> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(folder, columns, cells(lines.get(i)), index + ":" + (i + 1)));
      }
    }
    return List.copyOf(rows);
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split("\t", -1));
  }

  private static FaultRow row(Path folder, List<String> columns, List<String> cells, String at) {
    String file = cell(columns, cells, "file", "");
    String fault = cell(columns, cells, "fault", NONE);
    Set<Fault> accepted = new LinkedHashSet<>();
    Optional<Fault> planted = fault.equals(NONE) ? Optional.empty() : Optional.of(fault(fault, at));
    planted.ifPresent(accepted::add);
    for (String also : cell(columns, cells, "also_acceptable", "-").split(";", -1)) {
      if (planted.isPresent() && !also.isBlank() && !also.equals("-")) {
        accepted.add(fault(also.strip(), at));
      }
    }
    return new FaultRow(
        folder.resolve(file), builtIn(cell(columns, cells, "task", ""), at), planted, accepted);
  }

  private static String cell(
      List<String> columns, List<String> cells, String name, String otherwise) {
    int at = columns.indexOf(name);
    return at < 0 || at >= cells.size() ? otherwise : cells.get(at);
  }

  private static Fault fault(String name, String at) {
    return EnumSet.allOf(Fault.class).stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    at
                        + ": unknown fault '"
                        + name
                        + "'; use one of "
                        + EnumSet.allOf(Fault.class)));
  }

  /** Returns the built-in task that a name means, whatever its dashes: reacher-reach is reacher. */
  private static String builtIn(String name, String at) {
    String plain = name.replace("-", "");
    return Task.builtIn().stream()
        .filter(t -> plain.startsWith(t.replace("-", "")))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    at + ": unknown task '" + name + "'; use one of " + Task.builtIn()));
  }
}
