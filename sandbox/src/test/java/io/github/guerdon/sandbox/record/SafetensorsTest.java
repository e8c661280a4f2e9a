package io.github.guerdon.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SafetensorsTest {

  @Test
  void whatIsWrittenIsRead() throws RecordException {
    Safetensors written = Safetensors.empty(Map.of("text", "a \"quoted\" ü"));
    written.put("matrix", List.of(2, 3), new float[] {9, 1, 2, 3, 4, 5, 6}, 1);
    written.put("vector", new double[] {Math.PI, -0.0});

    Safetensors read = Safetensors.parse(written.bytes());

    float[] matrix = new float[6];
    read.get("matrix", List.of(2, 3), matrix, 0);
    assertThat(matrix).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(read.doubles("vector", 2)).containsExactly(Math.PI, -0.0);
    assertThat(read.metadata()).containsExactly(Map.entry("text", "a \"quoted\" ü"));
  }

  @Test
  void bytesAreThoseOfTheFormat() {
    Safetensors file = Safetensors.empty(Map.of("k", "v"));
    file.put("w", List.of(1, 2), new float[] {1, -2}, 0);

    String header =
        "{\"__metadata__\":{\"k\":\"v\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
    int padded = (header.length() + 7) / 8 * 8;
    ByteBuffer expected = ByteBuffer.allocate(8 + padded + 8).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(padded);
    expected.put((header + " ".repeat(padded - header.length())).getBytes(StandardCharsets.UTF_8));
    expected.putFloat(1).putFloat(-2);
    assertThat(file.bytes()).isEqualTo(expected.array());
  }

  @Test
  void filesThatDoNotFitAreRefused() {
    assertRefused(new byte[3], "not a safetensors file");
    assertRefused(file(1 << 30, "{}", 0), "not a safetensors file");
    assertRefused(file(-1, "{}", 0), "not a safetensors file");
    assertRefused(file(4, "{{{{", 0), "no JSON");
    assertRefused(one("\"I64\",\"shape\":[1],\"data_offsets\":[0,8]", 8), "'I64'");
    assertRefused(one("\"F32\",\"shape\":[2],\"data_offsets\":[0,4]", 4), "does not fit");
    assertRefused(one("\"F32\",\"shape\":[1],\"data_offsets\":[4,8]", 8), "does not fit");
    assertRefused(one("\"F32\",\"shape\":[2],\"data_offsets\":[0,8]", 4), "does not fit");
    assertRefused(one("\"F32\",\"shape\":[-1,-1],\"data_offsets\":[0,4]", 4), "does not fit");
    assertRefused(
        one("\"F32\",\"shape\":[65536,65536,65536],\"data_offsets\":[0,0]", 0), "does not fit");
    assertRefused(one("\"F32\",\"shape\":[1],\"data_offsets\":[0,4]", 8), "4 bytes of 8");
  }

  private static byte[] one(String tensor, int data) {
    String header = "{\"t\":{\"dtype\":" + tensor + "}}";
    return file(header.length(), header, data);
  }

  private static byte[] file(long length, String header, int data) {
    return ByteBuffer.allocate(8 + header.length() + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(header.getBytes(StandardCharsets.UTF_8))
        .array();
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> Safetensors.parse(bytes))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining(message);
  }
}
