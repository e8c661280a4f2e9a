package io.github.guerdon.critic.reviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Tunable;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.StateField;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.reward.slot.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodecTest {

  private static final int SEED = 5;
  private static final byte[] CLASS_FILE = {
    (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 1
  };

  private static final Verdict ACCEPTED =
      new Critic()
          .review(
              Sources.reward(
                  """
                  terms.add("t", after.body("pole").position().z() + after.time() + after.qpos(0));
                  terms.add("touch", after.touching("pole|tip", "rail") ? 1 : 0);
                  terms.add("g", after.joints("slider", "hinge").get(0).velocity());
                  terms.add("s", after.within("qpos[1:]", 0, 1) ? 1 : 0);
                  terms.add("half", 1 / 2 * after.time());
                  terms.add("p", after.parameter("goal"));
                  """),
              Sources.VOCABULARY);

  @Test
  void verdictsOfTheCriticComeBackTheSame() throws IOException {
    Verdict.Accepted accepted = (Verdict.Accepted) ACCEPTED;
    assertThat(accepted.warnings()).isNotEmpty();
    Verdict.Accepted back =
        (Verdict.Accepted) VerdictCodec.decode(VerdictCodec.encode(ACCEPTED), Sources.VOCABULARY);
    assertThat(back.warnings()).isEqualTo(accepted.warnings());
    assertThat(back.reward().source()).isEqualTo(accepted.reward().source());
    assertThat(back.reward().tunables()).isEqualTo(accepted.reward().tunables()).hasSize(1);
    assertThat(back.reward().program())
        .usingRecursiveComparison()
        .isEqualTo(accepted.reward().program());
  }

  @Test
  void generatedRefusalsComeBackTheSame() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      Verdict verdict =
          new Verdict.Rejected(
              List.of(Verdict.Reason.values()).get(random.nextInt(2)),
              IntStream.rangeClosed(0, random.nextInt(40)).mapToObj(n -> finding(random)).toList());
      assertThat(VerdictCodec.decode(VerdictCodec.encode(verdict), Sources.VOCABULARY))
          .isEqualTo(verdict);
    }
  }

  @Test
  void generatedRequestsComeBackTheSame() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      byte[] text = new byte[random.nextInt(2_000)];
      random.nextBytes(text);
      RewardSource source =
          random.nextBoolean() ? RewardSource.answer(text) : RewardSource.java(text);
      ReviewRequest request = new ReviewRequest(source, vocabulary(random));
      byte[] payload = request.encode();
      ReviewRequest back = ReviewRequest.decode(payload);
      assertThat(back.vocabulary()).isEqualTo(request.vocabulary());
      assertThat(back.encode()).isEqualTo(payload);
    }
  }

  @Test
  void noDamageToAVerdictIsMoreThanAWireException() throws IOException {
    byte[] sound = VerdictCodec.encode(ACCEPTED);
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = Arrays.copyOf(sound, damagedLength(sound.length, random));
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        Verdict verdict = VerdictCodec.decode(damaged, Sources.VOCABULARY);
        assertThat(VerdictCodec.encode(verdict)).isEqualTo(damaged);
      } catch (WireException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2_000);
  }

  private static int damagedLength(int length, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 1 + random.nextInt(length);
      case 1 -> length + random.nextInt(8);
      default -> length;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u001b[2J", "a\u202eb", "a\u2028b", "a\ue000b", "\u200b", "a\u0085b"})
  void aMessageThatDoesNotPrintIsRefused(String message) throws IOException {
    byte[] sound =
        VerdictCodec.encode(rejected(new Finding("NAME", 1, 1, "?".repeat(utf8(message)))));
    byte[] forged = Arrays.copyOf(sound, sound.length);
    byte[] bytes = message.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, forged, forged.length - bytes.length, bytes.length);
    assertThatThrownBy(() -> VerdictCodec.decode(forged, Sources.VOCABULARY))
        .isInstanceOf(WireException.class);
  }

  @Test
  void aRuleThatIsNoNameIsRefused() throws IOException {
    byte[] forged = VerdictCodec.encode(rejected(new Finding("name it", 1, 1, "m")));
    assertThatThrownBy(() -> VerdictCodec.decode(forged, Sources.VOCABULARY))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("rule");
  }

  @Test
  void aSlotThatTheModelDoesNotGiveIsRefused() {
    refuse(handle(Kind.BODY, "pole", Quantity.POSITION, Slot.of(Source.BODY_POSITION, 90_000)));
    refuse(handle(Kind.BODY, "pole", Quantity.VELOCITY, Slot.of(Source.BODY_POSITION, 1)));
    refuse(handle(Kind.BODY, "torso", Quantity.POSITION, Slot.of(Source.BODY_POSITION, 1)));
    refuse(handle(Kind.WORLD, "world", Quantity.QPOS, new Slot(Source.QPOS, 0, 0, 3)));
    refuse(handle(Kind.WORLD, "world", Quantity.FORCE, Slot.of(Source.TIME, 0)));
    refuse(handle(Kind.SLICE, "qpos[0:2]", Quantity.VALUE, new Slot(Source.QPOS, 0, 0, 9)));
    refuse(handle(Kind.PARAMETER, "goal", Quantity.VALUE, Slot.of(Source.PARAMETER, 1)));
    refuse(handle(Kind.PARAMETER, "other", Quantity.VALUE, Slot.of(Source.PARAMETER, 0)));
    refuse(handle(Kind.CONTACT, "rail|pole|tip", Quantity.VALUE, touching(0, 2)));
    refuse(handle(Kind.CONTACT, "rail|rail2", Quantity.VALUE, touching(0, 1)));
    refuse(handle(Kind.SENSOR, "touch", Quantity.VALUE, new Slot(Source.SENSOR, 0, 0, 4)));
  }

  @Test
  void theSlotsOfTheModelPass() throws IOException {
    for (Handle handle :
        List.of(
            handle(Kind.BODY, "pole", Quantity.POSITION, Slot.of(Source.BODY_POSITION, 1)),
            handle(Kind.WORLD, "world", Quantity.QPOS, new Slot(Source.QPOS, 0, 0, 2)),
            handle(Kind.SLICE, "qvel[-1]", Quantity.VALUE, new Slot(Source.QVEL, 1, 0, 1)),
            handle(Kind.PARAMETER, "goal", Quantity.VALUE, Slot.of(Source.PARAMETER, 0)),
            handle(Kind.CONTACT, "pole|tip|rail", Quantity.VALUE, touching(0, 1)),
            handle(Kind.SENSOR, "touch", Quantity.VALUE, new Slot(Source.SENSOR, 0, 0, 3)))) {
      byte[] payload = VerdictCodec.encode(accepted("Reward", CLASS_FILE, List.of("a"), handle));
      assertThat(VerdictCodec.decode(payload, Sources.VOCABULARY))
          .isInstanceOf(Verdict.Accepted.class);
    }
  }

  @Test
  void programsThatNoCriticMakesAreRefused() {
    Handle time = handle(Kind.WORLD, "world", Quantity.TIME, Slot.of(Source.TIME, 0));
    refuse(accepted("../Reward", CLASS_FILE, List.of("a"), time));
    refuse(accepted("Reward", new byte[12], List.of("a"), time));
    refuse(accepted("Reward", CLASS_FILE, List.of("A term!"), time));
    refuse(accepted("Reward", CLASS_FILE, List.of("a", "a"), time));
    refuse(
        accepted(
            "Reward",
            CLASS_FILE,
            List.of("a"),
            new Handle(
                Kind.WORLD, "world", List.of(time.readings().get(0), time.readings().get(0)))));
  }

  private static void refuse(Handle handle) {
    refuse(accepted("Reward", CLASS_FILE, List.of("a"), handle));
  }

  private static void refuse(Verdict verdict) {
    assertThatThrownBy(() -> VerdictCodec.decode(VerdictCodec.encode(verdict), Sources.VOCABULARY))
        .isInstanceOf(WireException.class);
  }

  private static Verdict accepted(
      String className, byte[] classFile, List<String> terms, Handle handle) {
    return new Verdict.Accepted(
        new CompiledReward(
            "class Reward {}",
            new RewardProgram(
                className,
                classFile,
                new SlotTable(List.of(handle), List.of(List.of(0))),
                terms,
                false),
            List.of(new Tunable("W", 1, 0, 2))),
        List.of());
  }

  private static Handle handle(Kind kind, String name, Quantity quantity, Slot slot) {
    return new Handle(kind, name, List.of(new Handle.Reading(quantity, slot)));
  }

  private static Slot touching(int a, int b) {
    return new Slot(Source.TOUCHING, a, b, 1);
  }

  private static Verdict rejected(Finding finding) {
    return new Verdict.Rejected(Verdict.Reason.STATIC_REJECT, List.of(finding));
  }

  private static int utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  private static Finding finding(Random random) {
    return new Finding(
        List.of("NAME", "COMPILE_ERROR", "R2").get(random.nextInt(3)),
        random.nextInt(1_000),
        random.nextInt(200),
        text(random) + "…");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(60); left > 0; left--) {
      text.appendCodePoint(
          List.of((int) 'a', (int) ' ', 0xE9, 0x4E2D, 0x1F600).get(random.nextInt(5)));
    }
    return text.toString();
  }

  private static Vocabulary vocabulary(Random random) {
    List<Element> elements = new ArrayList<>();
    for (int left = random.nextInt(30); left > 0; left--) {
      elements.add(
          new Element(
              List.of(Kind.values()).get(random.nextInt(Kind.values().length)),
              text(random),
              random.nextInt(99),
              text(random),
              random.nextInt(99),
              random.nextInt(99),
              1 + random.nextInt(9),
              random.nextBoolean()
                  ? Element.Range.UNBOUNDED
                  : new Element.Range(-random.nextDouble(), random.nextDouble())));
    }
    return new Vocabulary(
        random.nextDouble(),
        random.nextInt(40),
        random.nextInt(40),
        elements,
        IntStream.range(0, random.nextInt(4)).mapToObj(i -> text(random)).toList(),
        IntStream.range(0, random.nextInt(4))
            .mapToObj(
                i ->
                    new StateField(
                        text(random),
                        random.nextInt(99),
                        random.nextInt(99),
                        1 + random.nextInt(9),
                        List.of(StateField.Named.values())
                            .get(random.nextInt(StateField.Named.values().length))))
            .toList());
  }
}
