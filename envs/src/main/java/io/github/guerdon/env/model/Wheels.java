package io.github.guerdon.env.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Keeps wheels whose models tasks may name, unpacked in a cache; nothing of a wheel ever runs.
 *
 * <p>Of a wheel only what MuJoCo reads and the licences are kept. A wheel appears whole, by one
 * rename.
 */
public final class Wheels {

  /** More than twice the largest wheel of models that is known. */
  private static final long MOST_BYTES = 2L << 30;

  private static final Set<String> KEPT =
      Set.of("xml", "urdf", "stl", "obj", "msh", "png", "ktx", "skn", "bin", "txt");
  private static final String SUM = "sha256";

  private Wheels() {}

  /**
   * A wheel in the cache.
   *
   * @param wheel its name
   * @param folder its files, as they lie in the wheel
   * @param sha256 the sum of the wheel that they came from
   */
  public record Installed(WheelName wheel, Path folder, String sha256) {}

  /** Returns the SHA-256 of a wheel that guerdon knows; such a wheel is fetched unasked. */
  public static Optional<String> pinned(WheelName wheel) {
    Properties sums = new Properties();
    try (InputStream in = Wheels.class.getResourceAsStream("/wheels.properties")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own resource wheels.properties");
      }
      sums.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(sums.getProperty(wheel.key()));
  }

  /** Returns the folder that wheels are kept in. */
  public static Path cache() {
    return Home.path().resolve("wheels");
  }

  /** Finds a wheel in the cache. */
  public static Optional<Installed> find(WheelName wheel) throws IOException {
    Path folder = cache().resolve(wheel.key());
    Path sum = folder.resolve(SUM);
    return Files.isRegularFile(sum)
        ? Optional.of(new Installed(wheel, folder.resolve("files"), Files.readString(sum).strip()))
        : Optional.empty();
  }

  /**
   * Unpacks a wheel into the cache.
   *
   * @param file the wheel
   * @param wheel what it must be
   * @throws IOException with a sentence, if it is another one, was altered, or leaves its folder
   */
  public static Installed install(Path file, WheelName wheel) throws IOException {
    String sum = sum(file);
    Optional<String> expected = pinned(wheel);
    if (expected.isPresent() && !expected.get().equals(sum)) {
      throw new IOException(
          file + " has SHA-256 " + sum + ", must have " + expected.get() + ": it was altered");
    }
    Files.createDirectories(cache());
    Path work = Files.createTempDirectory(cache(), "part");
    try {
      unpack(file, wheel, work.resolve("files"));
      Files.writeString(work.resolve(SUM), sum + "\n");
      Path target = cache().resolve(wheel.key());
      remove(target);
      Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
      return new Installed(wheel, target.resolve("files"), sum);
    } finally {
      remove(work);
    }
  }

  private static void unpack(Path file, WheelName wheel, Path target) throws IOException {
    long left = MOST_BYTES;
    boolean named = false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      for (ZipEntry entry : Collections.list(entries)) {
        String name = entry.getName();
        Path place = target.resolve(name).normalize();
        if (name.contains("\\")
            || List.of(name.split("/", -1)).contains("..")
            || !place.startsWith(target)) {
          throw new IOException(file + ": '" + name + "' leaves the wheel's folder; refused");
        }
        named |= metadata(name).filter(wheel.key()::equals).isPresent();
        if (!entry.isDirectory() && kept(name)) {
          Files.createDirectories(place.getParent());
          try (InputStream in = new Limited(zip.getInputStream(entry), left)) {
            left -= Files.copy(in, place);
          }
        }
      }
    }
    if (!named) {
      throw new IOException(file + " is not the wheel " + wheel + "; name the one that it is");
    }
  }

  /** Returns which wheel a file tells it belongs to. */
  private static Optional<String> metadata(String name) {
    String end = ".dist-info/METADATA";
    if (!name.endsWith(end)) {
      return Optional.empty();
    }
    String stem = name.substring(0, name.length() - end.length());
    int dash = stem.indexOf('-');
    return dash < 0
        ? Optional.empty()
        : WheelName.parse(stem.substring(0, dash) + "==" + stem.substring(dash + 1))
            .map(WheelName::key);
  }

  private static boolean kept(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    String suffix = last.substring(last.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return KEPT.contains(suffix) || last.matches("(LICEN[CS]E|NOTICE|COPYING)[^/]*");
  }

  /** Ends a stream with an error where it is longer than its zip may be. */
  private static final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int from, int size) throws IOException {
      int got = super.read(bytes, from, size);
      return count(got, got);
    }

    private int count(int result, int bytes) throws IOException {
      left -= Math.max(0, bytes);
      if (left < 0) {
        throw new IOException("a wheel may hold " + MOST_BYTES + " bytes of models; this has more");
      }
      return result;
    }
  }

  private static String sum(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
