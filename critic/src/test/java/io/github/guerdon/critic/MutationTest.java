package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.rule.Rules;
import io.github.guerdon.critic.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MutationTest {

  private static final int MUTANTS = 700;
  private static final Pattern TOKEN =
      Pattern.compile("\\w+(\\.\\d+)?|\"[^\"\n]*\"|//[^\n]*|\\s+|[-+*/<>=!&|]+|.");

  @Test
  void mutantsNeitherCrashTheCriticNorReachTheBytecodeGateAgainstTheRules() {
    assertThat(accepted(20_260_101, MUTANTS)).isGreaterThan(MUTANTS / 20);
  }

  /** Runs more of them, from another seed: the arguments are seed and number. */
  public static void main(String[] args) {
    accepted(Long.parseLong(args[0]), Integer.parseInt(args[1]));
  }

  /** Reviews mutants and returns how many of them were accepted. */
  static int accepted(long seed, int mutants) {
    List<List<String>> sources =
        Stream.concat(
                Corpus.rows()
                    .map(r -> new String(r.bytes(), StandardCharsets.UTF_8))
                    .filter(s -> !s.isEmpty() && s.length() < 4_000),
                sound())
            .map(MutationTest::tokens)
            .toList();
    List<List<String>> sound = sound().map(MutationTest::tokens).toList();
    Critic critic = new Critic();
    Random random = new Random(seed);
    int accepted = 0;
    for (int i = 0; i < mutants; i++) {
      String mutant = mutate(sound, sources, random);
      Verdict verdict = critic.review(RewardSource.of(mutant), Vocabularies.HOPPER);
      if (verdict instanceof Verdict.Rejected rejected) {
        assertThat(rejected.findings())
            .as(mutant)
            .noneMatch(f -> f.rule().equals(Rules.BYTECODE))
            .noneMatch(f -> f.message().startsWith("not reviewed within"))
            // Where javac agreed with the rules, Janino has to agree as well.
            .noneMatch(f -> f.rule().equals(Rules.COMPILE_ERROR) && f.column() == 0);
      } else {
        accepted++;
      }
    }
    return accepted;
  }

  /** Returns sources that are accepted as they are. */
  private static Stream<String> sound() {
    Stream<String> corpus =
        Corpus.rows()
            .filter(r -> r.expected().equals("ACCEPT"))
            .map(r -> new String(r.bytes(), StandardCharsets.UTF_8))
            .filter(s -> s.length() < 4_000);
    Stream<String> answers =
        Corpus.harmless()
            .filter(h -> h.task().equals("hopper-run"))
            .map(h -> new String(RewardSource.answer(h.bytes()).source(), StandardCharsets.UTF_8));
    return Stream.of(corpus, answers, Languages.SOURCES.values().stream()).flatMap(s -> s);
  }

  private static List<String> tokens(String source) {
    return TOKEN.matcher(source).results().map(m -> m.group()).toList();
  }

  private static String mutate(
      List<List<String>> sound, List<List<String>> sources, Random random) {
    List<String> tokens = new ArrayList<>(sound.get(random.nextInt(sound.size())));
    List<String> donor = sources.get(random.nextInt(sources.size()));
    for (int changes = 1 + random.nextInt(2); changes > 0 && tokens.size() > 2; changes--) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(4)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, donor.get(random.nextInt(donor.size())));
        case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
        default -> tokens.set(at, donor.get(random.nextInt(donor.size())));
      }
    }
    return String.join("", tokens);
  }
}
