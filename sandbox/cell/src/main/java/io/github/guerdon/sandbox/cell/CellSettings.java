package io.github.guerdon.sandbox.cell;

import com.sun.jna.Native;
import io.github.guerdon.reward.slot.RewardProgram;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * How cells are run; nothing here changes what a reward returns.
 *
 * @param java the Java executable, 17 or newer
 * @param classPath the cell's class path: its own classes, the reward API and JNA, nothing else
 * @param heapMegabytes the candidate's heap, in MiB
 * @param frameDeadline how long an answer to a frame may take
 * @param loadDeadline how long the start may take, and then loading the candidate
 * @param cpuTime the processor time that a cell may use in its life
 * @param weakAllowed whether a cell may run a candidate unsealed where no seal can be proven
 * @param strongest the highest sandbox level to try, from 0 to 3
 */
public record CellSettings(
    Path java,
    List<Path> classPath,
    int heapMegabytes,
    Duration frameDeadline,
    Duration loadDeadline,
    Duration cpuTime,
    boolean weakAllowed,
    int strongest) {

  /** Lowers {@link #strongest} in {@link #defaults}; for comparing levels on one machine. */
  static final String STRONGEST = "guerdon.cell.strongest";

  /** Copies the class path and checks the bounds. */
  public CellSettings {
    classPath = List.copyOf(classPath);
    if (classPath.isEmpty()) {
      throw new IllegalArgumentException("classPath is empty; it must hold the cell's classes");
    }
    if (heapMegabytes < 16) {
      throw new IllegalArgumentException(
          "heapMegabytes is " + heapMegabytes + "; it must be at least 16");
    }
    requirePositive("frameDeadline", frameDeadline);
    requirePositive("loadDeadline", loadDeadline);
    requirePositive("cpuTime", cpuTime.truncatedTo(ChronoUnit.SECONDS));
    if (strongest < 0 || strongest > Wall.NAMESPACES.level()) {
      throw new IllegalArgumentException("strongest is " + strongest + "; it must be in [0, 3]");
    }
  }

  /** Returns the settings for the running Java and the class path that this class came from. */
  public static CellSettings defaults() {
    List<Path> classPath =
        Stream.of(CellMain.class, RewardProgram.class, Native.class)
            .map(CellSettings::origin)
            .distinct()
            .toList();
    return new CellSettings(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        classPath,
        64,
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofHours(12),
        false,
        Integer.getInteger(STRONGEST, Wall.NAMESPACES.level()));
  }

  /** Returns these settings with another Java. */
  public CellSettings withJava(Path executable) {
    return new CellSettings(
        executable,
        classPath,
        heapMegabytes,
        frameDeadline,
        loadDeadline,
        cpuTime,
        weakAllowed,
        strongest);
  }

  /** Returns these settings with another deadline for a frame. */
  public CellSettings withFrameDeadline(Duration deadline) {
    return new CellSettings(
        java, classPath, heapMegabytes, deadline, loadDeadline, cpuTime, weakAllowed, strongest);
  }

  /** Returns these settings with another deadline for starting and for loading. */
  public CellSettings withLoadDeadline(Duration deadline) {
    return new CellSettings(
        java, classPath, heapMegabytes, frameDeadline, deadline, cpuTime, weakAllowed, strongest);
  }

  /** Returns these settings that accept plain processes where no seal can be proven, or do not. */
  public CellSettings withWeakAllowed(boolean allowed) {
    return new CellSettings(
        java, classPath, heapMegabytes, frameDeadline, loadDeadline, cpuTime, allowed, strongest);
  }

  /** Returns these settings that try no level above this one. */
  CellSettings withStrongest(int level) {
    return new CellSettings(
        java, classPath, heapMegabytes, frameDeadline, loadDeadline, cpuTime, weakAllowed, level);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be above 0");
    }
  }

  private static Path origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException(
          type.getName() + " has no known place; give the cell's class path in its settings");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(
          source.getLocation() + " is no path; give the cell's class path in its settings", e);
    }
  }
}
