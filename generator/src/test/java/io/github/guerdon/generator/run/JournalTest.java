package io.github.guerdon.generator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {

  @TempDir private Path folder;

  @Test
  void eventsComeBackAsTheyWereWritten() throws Exception {
    write("first – ä", "second");
    try (Journal journal = reopened().journal()) {
      journal.append("c", data("third"));
    }
    Journal.Opened opened = reopened();
    opened.journal().close();
    assertThat(opened.entries())
        .containsExactly(
            new Journal.Entry(0, "e", data("first – ä")),
            new Journal.Entry(1, "e", data("second")),
            new Journal.Entry(2, "c", data("third")));
  }

  @Test
  void lineHasNumberEventDataAndChecksum() throws Exception {
    write("x");
    assertThat(Files.readString(file()))
        .isEqualTo("{\"seq\":0,\"event\":\"e\",\"data\":{\"text\":\"x\"},\"crc\":\"92b278d5\"}\n");
  }

  @Test
  void tornTailIsCutOff() throws Exception {
    write("first", "second");
    String whole = Files.readString(file());
    int firstLine = whole.indexOf('\n') + 1;
    for (int length = firstLine; length < whole.length(); length++) {
      Files.writeString(file(), whole.substring(0, length));
      Journal.Opened opened = reopened();
      opened.journal().append("e", data("second"));
      opened.journal().close();
      assertThat(opened.entries()).hasSize(1);
      assertThat(Files.readString(file())).isEqualTo(whole);
    }
  }

  @Test
  void damagedLastLineIsCutOff() throws Exception {
    write("first", "second");
    Files.writeString(file(), Files.readString(file()).replace("second", "secOnd"));
    Journal.Opened opened = reopened();
    opened.journal().close();
    assertThat(opened.entries()).hasSize(1);
  }

  @Test
  void damagedLineInTheMiddleIsRefused() throws Exception {
    write("first", "second", "third");
    Files.writeString(file(), Files.readString(file()).replace("second", "secOnd"));
    assertThatThrownBy(this::reopened)
        .isInstanceOf(RunException.class)
        .hasMessageContaining("events.jsonl:2: the line is damaged");
  }

  @Test
  void linesOutOfOrderAreRefused() throws Exception {
    write("first", "second", "third");
    List<String> lines = Files.readAllLines(file());
    Files.write(file(), List.of(lines.get(1), lines.get(0), lines.get(2)));
    assertThatThrownBy(this::reopened).isInstanceOf(RunException.class);
  }

  private void write(String... texts) throws Exception {
    Journal.Opened opened = reopened();
    for (String text : texts) {
      opened.journal().append("e", data(text));
    }
    opened.journal().close();
  }

  private Journal.Opened reopened() throws Exception {
    return Journal.open(file());
  }

  private Path file() {
    return folder.resolve("events.jsonl");
  }

  private static JsonNode data(String text) {
    return Json.mapper().createObjectNode().put("text", text);
  }
}
