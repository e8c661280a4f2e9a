package io.github.guerdon.generator.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file of events, one a line, each with its number and a CRC-32C of all before the CRC; on disk
 * before {@link #append} returns.
 *
 * <p>A line that a kill cut short is the last one, and is cut off when the journal is opened again.
 */
final class Journal implements Closeable {

  private static final String CRC = ",\"crc\":\"";
  private static final int CRC_LENGTH = CRC.length() + 8 + 2;

  // Not a channel: those are closed when their thread is interrupted, as a stopped search's is.
  private final RandomAccessFile out;
  private long next;

  private Journal(RandomAccessFile out, long next) {
    this.out = out;
    this.next = next;
  }

  /** An event: its number, its kind and what it says. */
  record Entry(long number, String event, JsonNode data) {}

  /** An open journal and what it held. */
  record Opened(Journal journal, List<Entry> entries) {

    Opened {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Opens a journal or begins one.
   *
   * @throws RunException if a line other than the last is damaged
   * @throws IOException if the file cannot be read or written
   */
  static Opened open(Path file) throws IOException, RunException {
    Whole whole = whole(file);
    RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
    out.setLength(whole.length());
    out.seek(whole.length());
    return new Opened(new Journal(out, whole.entries().size()), whole.entries());
  }

  /**
   * Reads a journal without opening it; nothing if there is none.
   *
   * @throws RunException if a line other than the last is damaged
   * @throws IOException if the file cannot be read
   */
  static List<Entry> read(Path file) throws IOException, RunException {
    return whole(file).entries();
  }

  /** The whole lines of a journal and how many bytes they are. */
  private record Whole(List<Entry> entries, int length) {}

  private static Whole whole(Path file) throws IOException, RunException {
    String text = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    List<Entry> entries = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      Optional<Entry> entry = parse(text.substring(from, end), entries.size());
      if (entry.isEmpty()) {
        if (end + 1 < text.length()) {
          throw new RunException(
              RunException.Kind.UNREADABLE,
              file + ":" + (entries.size() + 1) + ": the line is damaged; start a new run");
        }
        break;
      }
      entries.add(entry.get());
      from = end + 1;
    }
    return new Whole(entries, from);
  }

  /**
   * Reads a line; nothing if it is damaged or out of order. Bytes stand as ISO 8859-1 characters.
   */
  private static Optional<Entry> parse(String line, long number) {
    int cut = line.length() - CRC_LENGTH;
    if (cut < 0 || !line.startsWith(CRC, cut)) {
      return Optional.empty();
    }
    byte[] head = line.substring(0, cut).getBytes(StandardCharsets.ISO_8859_1);
    if (!line.substring(cut).equals(seal(head))) {
      return Optional.empty();
    }
    try {
      JsonNode node = Json.mapper().readTree(new String(head, StandardCharsets.UTF_8) + "}");
      return node.path("seq").asLong(-1) == number
          ? Optional.of(new Entry(number, node.path("event").asText(), node.path("data")))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String seal(byte[] head) {
    CRC32C crc = new CRC32C();
    crc.update(head);
    return CRC + HexFormat.of().toHexDigits(crc.getValue(), 8) + "\"}";
  }

  /** Adds an event and returns it once it is on disk. */
  Entry append(String event, JsonNode data) {
    String head = "{\"seq\":" + next + ",\"event\":\"" + event + "\",\"data\":" + Json.line(data);
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    String line = head + seal(bytes) + "\n";
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written; check the disk", e);
    }
    return new Entry(next++, event, data);
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be closed; check the disk", e);
    }
  }
}
