package io.github.guerdon.critic.reviewer;

import com.github.javaparser.JavaParser;
import io.github.guerdon.critic.Critic;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.RewardProgram;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.UnitCompiler;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * The command line of a reviewer's JVM.
 *
 * @param mainClass what the child runs
 * @param classPath where its classes are
 * @param settings its limits, and the words in front of it
 */
record ReviewerCommand(String mainClass, List<Path> classPath, ReviewerSettings settings) {

  /** One class of each jar or folder that a review needs; nothing else is on the class path. */
  private static final List<Class<?>> NEEDED =
      List.of(
          Critic.class,
          Vocabulary.class,
          RewardProgram.class,
          JavaParser.class,
          UnitCompiler.class,
          CompileException.class,
          ClassReader.class,
          ClassNode.class);

  ReviewerCommand {
    classPath = List.copyOf(classPath);
  }

  static ReviewerCommand of(ReviewerSettings settings) {
    return new ReviewerCommand(
        ReviewerMain.class.getName(),
        NEEDED.stream().map(ReviewerCommand::place).distinct().toList(),
        settings);
  }

  private static Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      if (source != null && source.getLocation() != null) {
        return Path.of(source.getLocation().toURI()).toAbsolutePath();
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw noPlace(type, e);
    }
    throw noPlace(type, null);
  }

  private static ReviewerException noPlace(Class<?> type, @Nullable Throwable cause) {
    return new ReviewerException(
        type.getName()
            + " comes from no file or folder, so a reviewer cannot be given its class path;"
            + " start guerdon with bin/guerdon",
        cause == null ? new IllegalStateException("no code source") : cause);
  }

  /**
   * Returns the words, for a child of its own folder.
   *
   * @param folder an empty folder for what the JVM may want to write
   */
  List<String> words(Path folder) {
    List<String> words = new ArrayList<>(settings.launcher());
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx" + settings.heapMegabytes() + "m",
            "-XX:+UseSerialGC",
            // C2 is not worth its threads and memory for some hundred reviews.
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MaxDirectMemorySize=8m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+ErrorFileToStderr",
            "-XX:-CreateCoredumpOnCrash",
            // Standard output is for frames alone.
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr"));
    words.addAll(
        List.of(
            "--limit-modules=" + modules(),
            "-Duser.language=en",
            "-Duser.country=US",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Duser.home=" + folder,
            "-Djava.io.tmpdir=" + folder));
    words.add("-cp");
    words.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
    words.add(mainClass);
    return words;
  }

  /** Names the least of the runtime: with a compiler where there is one, and its reader of jars. */
  private static String modules() {
    return Stream.of("java.base", "java.compiler", "java.logging", "jdk.compiler", "jdk.zipfs")
        .filter(name -> ModuleFinder.ofSystem().find(name).isPresent())
        .collect(Collectors.joining(","));
  }
}
