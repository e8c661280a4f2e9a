package io.github.guerdon.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.sandbox.nn.UpdateStatistics;
import io.github.guerdon.sandbox.ppo.LearnerUpdate;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.TermPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real TensorBoard reads of such a file, {@code bin/check-tensorboard} shows. */
final class TensorBoardLogTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  @TempDir private Path folder;

  private List<byte[]> written() throws IOException {
    try (TensorBoardLog log = TensorBoardLog.begin(folder, CLOCK)) {
      log.write(
          new LearnerUpdate(
              2048,
              OptionalDouble.of(12.5),
              9,
              3e-4,
              10,
              new UpdateStatistics(320, 0.5f, 0.25f, 1.5f, 0.125f, 0.0625f, 0.75f)),
          1.5);
      log.write(
          new CurvePoint(
              2048,
              12.5,
              100,
              Map.of("distance", 3.5),
              Map.of("forward", new TermPoint(0.5, 1, 1)),
              0.25));
    }
    return payloads(Files.readAllBytes(folder.resolve(TensorBoardLog.FILE)));
  }

  /** Takes the records out of a file, whose lengths and checksums must be right. */
  private static List<byte[]> payloads(byte[] file) {
    List<byte[]> payloads = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      byte[] length = new byte[Long.BYTES];
      in.get(length);
      assertThat(in.getInt()).isEqualTo(TensorBoardLog.masked(length));
      byte[] payload =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(payload);
      assertThat(in.getInt()).isEqualTo(TensorBoardLog.masked(payload));
      payloads.add(payload);
    }
    return payloads;
  }

  @Test
  void firstRecordSaysTimeAndVersion() throws IOException {
    assertThat(HexFormat.of().formatHex(written().get(0)))
        .as("wall time 1.7e9 as a double, step 0, then the version's text")
        .isEqualTo("09" + "0000" + "0040fc54d941" + "1000" + "1a0d" + "627261696e2e4576656e743a32");
  }

  @Test
  void updateAndCurveAreScalarsUnderTheirTags() throws IOException {
    List<byte[]> records = written();
    assertThat(records).hasSize(3);
    String update = new String(records.get(1), StandardCharsets.ISO_8859_1);
    assertThat(update).contains("rollout/ep_rew_mean", "train/approx_kl", "time/time_elapsed");
    assertThat(scalar(records.get(1), "rollout/ep_rew_mean")).isEqualTo(12.5f);
    assertThat(scalar(records.get(1), "train/approx_kl")).isEqualTo(0.125f);
    assertThat(scalar(records.get(2), "reward_terms/forward")).isEqualTo(0.5f);
    assertThat(scalar(records.get(2), "fitness/distance")).isEqualTo(3.5f);
    assertThat(step(records.get(1))).isEqualTo(2048);
  }

  private static float scalar(byte[] record, String tag) {
    int end = new String(record, StandardCharsets.ISO_8859_1).indexOf(tag) + tag.length() + 1;
    return ByteBuffer.wrap(record, end, Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).getFloat();
  }

  /** Decodes the varint behind the wall time. */
  private static int step(byte[] record) {
    return (record[10] & 0x7f) | (record[11] << 7);
  }

  @Test
  void checksumIsThatOfThePublishedExample() {
    // CRC-32C of "123456789" is 0xe3069283; masked as the record format says.
    byte[] text = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(TensorBoardLog.masked(text))
        .isEqualTo(((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8);
  }

  @Test
  void metricsPageListsEachMetricWithItsDefinition() throws IOException {
    String page = Files.readString(Path.of("../docs/metrics.md"));
    for (LearnerMetric metric : LearnerMetric.values()) {
      assertThat(page)
          .contains(
              "| `" + metric.key() + "` | `" + metric.tag() + "` | " + metric.definition() + " |");
    }
  }
}
