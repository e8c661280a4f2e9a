import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.bytedeco.javacpp.tools.Builder;
import org.bytedeco.javacpp.tools.Logger;

/**
 * Generates the bindings, compiles them and links their native library; does nothing while no input
 * has changed.
 *
 * <p>Run from its source by Maven: {@code java NativeBuild.java MODULE_FOLDER MUJOCO_HOME
 * MUJOCO_VERSION PLATFORM}, with JavaCPP alone on the class path. The result, {@code
 * target/bindings}, is copied into the module's classes.
 */
public final class NativeBuild {

  private static final String PACKAGE = "io.github.guerdon.mujoco";

  private final Path module;
  private final Path mujoco;
  private final String library;
  private final String platform;
  private final Path generated;
  private final Path classes;
  private final List<Path> presets;
  private final List<Path> cpp;

  private NativeBuild(Path module, Path mujoco, String version, String platform)
      throws IOException {
    this.module = module;
    this.mujoco = mujoco;
    this.library = "libmujoco.so." + version;
    this.platform = platform;
    generated = module.resolve("target/generated-sources/bindings");
    classes = module.resolve("target/bindings");
    presets = files(module.resolve("src/main/java/io/github/guerdon/mujoco/preset"), "Preset.java");
    cpp = files(module.resolve("src/main/cpp"), ".cpp");
  }

  public static void main(String[] arguments) throws Exception {
    String version = arguments[2];
    Path mujoco = home(arguments[1], version);
    NativeBuild build = new NativeBuild(Path.of(arguments[0]), mujoco, version, arguments[3]);
    if (!Files.isReadable(mujoco.resolve("include/mujoco/mujoco.h"))
        || !Files.isReadable(mujoco.resolve("lib").resolve(build.library))) {
      System.err.println(
          "MuJoCo is not in "
              + mujoco
              + " (include/mujoco/mujoco.h and lib/"
              + build.library
              + "): run bin/setup, or set MUJOCO_HOME to an unpacked official release");
      System.exit(1);
    }
    // Two Maven runs at once would delete each other's files: the second one waits and finds it done.
    Path lock = build.module.resolve("target/bindings.lock");
    Files.createDirectories(lock.getParent());
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      build.run();
    }
  }

  /**
   * Returns the user's MuJoCo, or where bin/setup puts it; Maven leaves an unset variable's name in
   * place.
   */
  private static Path home(String given, String version) {
    if (!given.isBlank() && !given.startsWith("${")) {
      return Path.of(given);
    }
    String cache = System.getenv("GUERDON_HOME");
    Path folder =
        cache == null ? Path.of(System.getProperty("user.home"), ".cache/guerdon") : Path.of(cache);
    return folder.resolve("mujoco-" + version);
  }

  private void run() throws Exception {
    Path stamp = module.resolve("target/bindings.sha256");
    String inputs = digest();
    if (Files.isReadable(stamp) && Files.readString(stamp).equals(inputs)) {
      return;
    }
    Files.deleteIfExists(stamp);
    long start = System.nanoTime();
    System.out.println(
        "Generating the MuJoCo bindings and compiling their native library (about a minute)");
    delete(generated);
    delete(classes);
    Files.createDirectories(generated);
    Files.createDirectories(classes);
    javac(presets);
    builder()
        .outputDirectory(generated.toFile())
        .classesOrPackages(PACKAGE + ".preset.MujocoPreset")
        .build();
    javac(files(generated, ".java"));
    link();
    Files.writeString(stamp, inputs);
    System.out.printf("Bindings are ready after %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private Builder builder() {
    return new Builder(new Warnings())
        .classPaths(classes.toString())
        .properties(platform)
        .property(
            "platform.includepath",
            mujoco.resolve("include") + ":" + module.resolve("src/main/cpp"))
        .property("platform.linkpath", mujoco.resolve("lib").toString())
        // No path of this machine in the library: it finds MuJoCo beside itself.
        .property("platform.linkpath.prefix2", "-Wl,-rpath-link,");
  }

  /** Leaves out the line that JavaCPP prints for each of some hundred classes. */
  private static final class Warnings extends Logger {
    @Override
    public void info(String text) {}
  }

  /**
   * Compiles every generated class's glue with our own C++ into one library, MuJoCo's beside it.
   */
  private void link() throws Exception {
    Builder builder = builder();
    Path folder = classes.resolve("io/github/guerdon/mujoco/bindings").resolve(platform);
    Files.createDirectories(folder);
    builder
        .outputDirectory(folder.toFile())
        .compile(true)
        .copyLibs(true)
        .deleteJniFiles(true)
        .compilerOptions(options().toArray(new String[0]))
        .classesOrPackages(PACKAGE + ".bindings.*")
        .build();
    if (!Files.exists(folder.resolve(library))) {
      throw new IOException(
          "the preset links another MuJoCo than " + library + ": make its link value agree");
    }
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(List.of("-O3", "-std=c++17", "-Wno-attributes"));
    // One baseline, not this CPU's own, so that a seed gives the same bits on every machine of a
    // kind.
    if (platform.equals("linux-x86_64")) {
      options.add("-march=x86-64-v3");
    }
    cpp.forEach(file -> options.add(file.toString()));
    return options;
  }

  private void javac(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of("--release", "17", "-proc:none", "-nowarn", "-XDignore.symbol.file"));
    arguments.addAll(
        List.of(
            "-cp",
            classes + ":" + System.getProperty("java.class.path"),
            "-d",
            classes.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream sink = new PrintStream(text, true, StandardCharsets.UTF_8);
    if (compiler.run(null, sink, sink, arguments.toArray(new String[0])) != 0) {
      throw new IOException("javac failed:\n" + text.toString(StandardCharsets.UTF_8));
    }
  }

  /**
   * Names all inputs by one hash: headers, preset, C++, this program, platform, JavaCPP and the
   * compiler.
   */
  private String digest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<Path> inputs = new ArrayList<>(files(mujoco.resolve("include/mujoco"), ".h"));
    inputs.add(mujoco.resolve("lib").resolve(library));
    inputs.addAll(files(module.resolve("src/main/cpp"), ""));
    inputs.addAll(presets);
    inputs.add(module.resolve("src/build/java/NativeBuild.java"));
    for (Path input : inputs) {
      digest.update(input.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      try (InputStream in = new DigestInputStream(Files.newInputStream(input), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    digest.update(
        (platform + Builder.class.getProtectionDomain().getCodeSource().getLocation())
            .getBytes(StandardCharsets.UTF_8));
    digest.update(compilerVersion().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest()) + "\n";
  }

  private static String compilerVersion() throws IOException {
    Process process = new ProcessBuilder("g++", "--version").redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
