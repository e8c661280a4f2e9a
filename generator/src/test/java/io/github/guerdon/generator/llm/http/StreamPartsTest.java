package io.github.guerdon.generator.llm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StreamPartsTest {

  private static List<ServerSentEvent> events(String type, String text) {
    List<ServerSentEvent> seen = new ArrayList<>();
    Events events = Events.of(type, seen::add).orElseThrow();
    text.lines().forEach(events::line);
    events.end();
    return seen;
  }

  @Test
  void linesSurviveAnyCutOfTheirBytes() {
    byte[] bytes = "größe\r\n\n漢字\nend".getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      List<String> lines = new ArrayList<>();
      Lines cutter = new Lines(lines::add);
      for (int from = 0; from < bytes.length; from += size) {
        cutter.add(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)));
      }
      cutter.end();
      assertThat(lines).containsExactly("größe", "", "漢字", "end");
    }
  }

  @Test
  void bytesThatAreNoTextAreTrouble() {
    Lines lines = new Lines(line -> {});
    assertThatThrownBy(() -> lines.add(ByteBuffer.wrap(new byte[] {(byte) 0xff, '\n'})))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void serverSentEventsHaveNamesCommentsAndSeveralLines() {
    assertThat(
            events(
                "text/event-stream; charset=utf-8",
                ": hello\nevent: ping\ndata: a\ndata: b\nid: 3\n\n\ndata:c"))
        .containsExactly(new ServerSentEvent("ping", "a\nb"), new ServerSentEvent(null, "c"));
  }

  @Test
  void linesOfJsonAreEventsEach() {
    assertThat(events("application/x-ndjson", "{}\n\n[1]\n"))
        .containsExactly(new ServerSentEvent(null, "{}"), new ServerSentEvent(null, "[1]"));
  }

  @Test
  void otherTypesAreNoStreams() {
    assertThat(Events.of("application/json", event -> {})).isEmpty();
    assertThat(Events.of("", event -> {})).isEmpty();
  }

  @Test
  void jsonIsOneObjectAndNothingElse() {
    assertThat(StrictJson.object("{\"a\":1}").path("a").intValue()).isEqualTo(1);
    for (String text : List.of("", "[]", "3", "{}{}", "{\"a\":1", "{a:1}", "[".repeat(5_000))) {
      assertThatThrownBy(() -> StrictJson.object(text))
          .isInstanceOf(TroubleException.class)
          .hasMessageContaining("no JSON object");
    }
  }
}
