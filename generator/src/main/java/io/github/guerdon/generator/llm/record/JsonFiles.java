package io.github.guerdon.generator.llm.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** JSON files that are whole or not there; what is read is not trusted. */
final class JsonFiles {

  static final int MOST_BYTES = 16 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private JsonFiles() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Writes a file under another name, has it on the disk, and renames it. */
  static void write(Path folder, String name, JsonNode node) throws IOException {
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(name + ".tmp");
    // What a killed run left, which may be a link in a run from elsewhere.
    Files.deleteIfExists(unfinished);
    // No channel: those are closed when their thread is interrupted, as a stopped run's is.
    try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
      out.write(text(node).getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    }
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    syncFolder(folder);
  }

  /** Has a rename on the disk, too. */
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (ClosedByInterruptException e) {
      // The rename has happened; a stopped run does not wait until it survives a power cut.
      Thread.currentThread().interrupt();
    }
  }

  static String text(JsonNode node) throws JsonProcessingException {
    return escapeLoneSurrogates(WRITER.writeValueAsString(node)) + "\n";
  }

  /** Spells out what UTF-8 cannot hold; outside of strings there is none of it. */
  private static String escapeLoneSurrogates(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            point -> {
              if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                escaped.append(String.format("\\u%04x", point));
              } else {
                escaped.appendCodePoint(point);
              }
            });
    return escaped.toString();
  }

  /**
   * Reads a file.
   *
   * @throws RecordException if it is no plain file, too long, or no JSON
   * @throws IOException if it cannot be read
   */
  static JsonNode read(Path file) throws IOException, RecordException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new RecordException(file + ": is no plain file; remove it");
    }
    byte[] bytes;
    try (InputStream in = new FileInputStream(file.toFile())) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new RecordException(
          file
              + ": is longer than "
              + (MOST_BYTES >> 20)
              + " MiB, so this program did not write it");
    }
    try {
      // From text, not bytes: only so do escaped lone surrogates come back as they were.
      return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      // Without the parser's own words: they quote the file, and a terminal would show that.
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new RecordException(file + ":" + line + ": the file is damaged (no JSON)");
    }
  }
}
