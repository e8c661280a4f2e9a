package io.github.guerdon.generator.llm.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.account.Price;
import io.github.guerdon.generator.llm.account.Spend;
import io.github.guerdon.generator.llm.account.SpendLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The calls of a run, a file each.
 *
 * <p>{@code LABEL.json} is the last call of that label; {@code LABEL.1.json} and so on are earlier
 * ones, which failed or were cut short by a kill and were asked again. {@code _spend.json} is what
 * the run may have spent, kept by a budget whose {@link SpendLog} this is.
 */
public final class CallArchive implements SpendLog {

  private static final String SPEND = "_spend.json";
  private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern CALL = Pattern.compile("[a-z0-9-]{1,40}(\\.\\d{1,6})?\\.json");

  private final Path folder;

  private CallArchive(Path folder) {
    this.folder = folder;
  }

  /** Returns the archive in a folder, which is made with the first call. */
  public static CallArchive at(Path folder) {
    return new CallArchive(folder);
  }

  /**
   * Returns the last call of a label, if there is one.
   *
   * @throws RecordException if its file is damaged, of another version, or cannot be read
   */
  public Optional<RecordedCall> find(String label) throws RecordException {
    Path file = file(label);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    RecordedCall call = read(file);
    if (!call.request().label().equals(label)) {
      throw new RecordException(file + ": holds the call of another label; " + whatToDo());
    }
    return Optional.of(call);
  }

  /**
   * Returns all calls, also those that were asked again, by file name.
   *
   * @throws RecordException if a file is damaged, of another version, or cannot be read
   */
  public List<RecordedCall> calls() throws RecordException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<RecordedCall> calls = new ArrayList<>();
    for (Path file : files()) {
      calls.add(read(file));
    }
    return calls;
  }

  private List<Path> files() throws RecordException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> CALL.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * Returns what the calls may have cost, at their most where nobody knows: what a resumed run
   * begins with.
   *
   * @param price what the model costs, if known
   * @throws RecordException if a file is damaged, of another version, or cannot be read
   */
  public Spend spent(Optional<Price> price) throws RecordException {
    Spend counted = Spend.none();
    for (RecordedCall call : calls()) {
      counted = counted.plus(call.spent());
    }
    Optional<Spend> kept = kept();
    // Either may know more: the log about failed attempts, the files about a kill before the log.
    return (kept.isPresent() ? most(counted, kept.get()) : counted).at(price);
  }

  private static Spend most(Spend a, Spend b) {
    TokenUsage one = a.usage();
    TokenUsage other = b.usage();
    long calls = Math.max(a.calls(), b.calls());
    // The fewer tokens came from a cache, the dearer.
    return new Spend(
        calls,
        new TokenUsage(
            Math.max(one.input(), other.input()),
            Math.min(one.cachedInput(), other.cachedInput()),
            Math.max(one.output(), other.output()),
            Math.min(one.thinking(), other.thinking())),
        Math.max(a.assumed(), b.assumed()),
        Optional.empty());
  }

  private Optional<Spend> kept() throws RecordException {
    Path file = folder.resolve(SPEND);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    JsonNode node = json(file);
    try {
      StrictObject object = new StrictObject("", node);
      object.integer("format");
      Spend spend = SpendJson.read(object.value("spend"));
      object.end();
      return Optional.of(spend);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw damaged(file, e);
    }
  }

  @Override
  public void keep(Spend most) {
    ObjectNode node = JsonFiles.object();
    node.put("format", CallJson.FORMAT);
    node.set("spend", SpendJson.write(most));
    write(SPEND, node);
  }

  /** Writes a call that is about to be sent; one that was there before is kept under a number. */
  void begin(RecordedCall call) {
    Path file = file(call.request().label());
    try {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(file, unused(call.request().label()), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    end(call);
  }

  /** Writes how a call ended. */
  void end(RecordedCall call) {
    write(call.request().label() + ".json", CallJson.write(call));
  }

  private Path unused(String label) {
    int number = 1;
    while (Files.exists(numbered(label, number), LinkOption.NOFOLLOW_LINKS)) {
      number++;
    }
    return numbered(label, number);
  }

  private Path numbered(String label, int number) {
    return folder.resolve(label + "." + number + ".json");
  }

  private Path file(String label) {
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "label \"" + label + "\" must be 1 to 40 of a-z, 0-9 and -");
    }
    return folder.resolve(label + ".json");
  }

  private static RecordedCall read(Path file) throws RecordException {
    JsonNode node = json(file);
    try {
      return CallJson.read(node);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw damaged(file, e);
    }
  }

  /** Reads a file of any kind, and refuses another version by its number. */
  private static JsonNode json(Path file) throws RecordException {
    JsonNode node;
    try {
      node = JsonFiles.read(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    JsonNode format = node.path("format");
    if (!format.isIntegralNumber()) {
      throw new RecordException(file + ": is no recorded call (no format); " + whatToDo());
    }
    if (format.bigIntegerValue().bitLength() > 31 || format.intValue() != CallJson.FORMAT) {
      throw new RecordException(
          file
              + ": format is "
              + (format.canConvertToInt() ? format.asText() : "out of range")
              + ", this version reads "
              + CallJson.FORMAT
              + "; use the version that wrote it");
    }
    return node;
  }

  private void write(String name, JsonNode node) {
    try {
      JsonFiles.write(folder, name, node);
    } catch (IOException e) {
      throw unwritable(folder.resolve(name), e);
    }
  }

  private static UncheckedIOException unwritable(Path file, IOException cause) {
    return new UncheckedIOException(
        file + ": the call cannot be recorded; check the disk and resume the run", cause);
  }

  private static RecordException unreadable(Path file, IOException cause) {
    return new RecordException(
        file + ": cannot be read (" + cause.getClass().getSimpleName() + "); check its rights");
  }

  private static RecordException damaged(Path file, RuntimeException cause) {
    return new RecordException(
        file + ": the file is damaged: " + Quoted.of(cause.getMessage()) + "; " + whatToDo());
  }

  private static String whatToDo() {
    return "restore it from a copy, or start a new run";
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
