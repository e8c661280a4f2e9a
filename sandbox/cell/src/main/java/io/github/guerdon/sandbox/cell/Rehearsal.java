package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.Action;
import io.github.guerdon.reward.Shape;
import io.github.guerdon.reward.slot.Fuel;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotReward;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.reward.slot.SlotTerms;
import io.github.guerdon.reward.slot.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A candidate of our own that a cell plays through before it seals itself: afterwards no class file
 * can be opened any more.
 */
public final class Rehearsal implements SlotReward {

  private static final String CLASS = ".class";

  /** For the loader. */
  public Rehearsal() {}

  /** Computes a bit of everything and fails in the last world. */
  @Override
  public void reward(SlotState before, Action action, SlotState after, SlotTerms terms) {
    Fuel.spend();
    terms.add(0, Shape.potential(before.time(), after.time()) + action.sumOfSquares());
    int zero = (int) after.time();
    int fails = 1 / zero;
    terms.add(0, fails);
  }

  /** Loads every class that a candidate's call may need. */
  static void play() throws IOException {
    loadAll(Shape.class);
    loadAll(CellMain.class);
    SlotTable table =
        new SlotTable(
            List.of(
                new Handle(
                    Kind.WORLD,
                    "world",
                    List.of(new Handle.Reading(Quantity.TIME, Slot.of(Source.TIME, 0))))),
            List.of());
    RewardProgram program =
        new RewardProgram(
            Rehearsal.class.getName(), bytes(Rehearsal.class), table, List.of("term"), true);
    CellSpec spec = new CellSpec(List.of("a"), List.of(-1.0), List.of(1.0), 0.02, 0.99, 2);
    Evaluator evaluator = new Evaluator(program, spec);
    double[] rows = {1, 0}; // of time: the second world divides by it
    Frame frame = Frame.of(program, spec);
    frame.fill(
        2,
        rows,
        rows,
        rows,
        1,
        new int[1],
        new double[2],
        new double[2],
        new boolean[] {false, true});
    ByteBuffer message = frame.message();
    try {
      evaluator.step(message.flip().position(Link.HEADER));
    } catch (ArithmeticException expected) {
      FailureReport report = FailureReport.of(expected, evaluator.world(), program.className());
      FailureReport.read(Link.fields(Link.message(report::write).flip().position(Link.HEADER)));
    }
  }

  private static void loadAll(Class<?> anchor) throws IOException {
    ClassLoader loader = anchor.getClassLoader();
    try {
      for (String name : names(anchor)) {
        Class.forName(name, false, loader);
      }
    } catch (ClassNotFoundException e) {
      throw new IOException("the class path has changed: " + e.getMessage(), e);
    }
  }

  /** Lists the classes beside one and below, in its folder or jar. */
  private static List<String> names(Class<?> anchor) throws IOException {
    Path place = place(anchor);
    String folder = anchor.getPackageName().replace('.', '/') + "/";
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.walk(place.resolve(folder))) {
        return files
            .map(file -> place.relativize(file).toString())
            .mapMulti(Rehearsal::name)
            .toList();
      }
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      return jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(folder))
          .mapMulti(Rehearsal::name)
          .toList();
    }
  }

  private static void name(String file, Consumer<String> to) {
    if (file.endsWith(CLASS) && !file.endsWith("-info.class")) {
      to.accept(file.substring(0, file.length() - CLASS.length()).replace('/', '.'));
    }
  }

  private static Path place(Class<?> anchor) {
    try {
      return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a class's bytes. */
  static byte[] bytes(Class<?> type) {
    try (InputStream in =
        type.getResourceAsStream(type.getName().replaceFirst("^.*[.]", "") + CLASS)) {
      if (in == null) {
        throw new FileNotFoundException(type.getName());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
