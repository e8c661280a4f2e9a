package io.github.guerdon.env.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command of a child that loads MuJoCo with this process's class path and natives: an empty
 * environment, no attaching, and nothing left behind by a crash.
 */
public final class ChildJvm {

  /** Properties that say where natives and caches are. */
  private static final List<String> PASSED_ON =
      List.of("org.bytedeco.", "guerdon.", "jna.", "user.home", "java.io.tmpdir");

  private ChildJvm() {}

  /**
   * Returns what starts a child.
   *
   * @param before words in front of the JVM's, such as a shell's that sets limits; may be empty
   * @param options the JVM's options beside those that all children have
   * @param main the class to run
   * @param arguments its arguments
   */
  public static ProcessBuilder builder(
      List<String> before, List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+ErrorFileToStderr",
            "-Dfile.encoding=UTF-8"));
    command.addAll(options);
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> PASSED_ON.stream().anyMatch(name::startsWith))
        .sorted()
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    // Without it a JVM cannot name files with letters beyond ASCII.
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }
}
