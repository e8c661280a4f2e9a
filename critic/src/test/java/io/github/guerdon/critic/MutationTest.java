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

  private static final int MUTANTS = 300;
  private static final Pattern TOKEN =
      Pattern.compile("\\w+(\\.\\d+)?|\"[^\"\n]*\"|//[^\n]*|\\s+|[-+*/<>=!&|]+|.");

  @Test
  void mutantsNeitherCrashTheCriticNorReachTheBytecodeGateAgainstTheRules() {
    List<List<String>> sources =
        Stream.concat(
                Corpus.rows()
                    .map(r -> new String(r.bytes(), StandardCharsets.UTF_8))
                    .filter(s -> !s.isEmpty() && s.length() < 4_000),
                Languages.SOURCES.values().stream())
            .map(MutationTest::tokens)
            .toList();
    List<List<String>> sound =
        Stream.concat(
                Corpus.rows()
                    .filter(r -> r.expected().equals("ACCEPT"))
                    .map(r -> new String(r.bytes(), StandardCharsets.UTF_8)),
                Languages.SOURCES.values().stream())
            .map(MutationTest::tokens)
            .toList();
    Critic critic = new Critic();
    Random random = new Random(20_260_101);
    int accepted = 0;
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutate(sound, sources, random);
      Verdict verdict = critic.review(RewardSource.of(mutant), Vocabularies.HOPPER);
      if (verdict instanceof Verdict.Rejected rejected) {
        assertThat(rejected.findings())
            .as(mutant)
            .noneMatch(f -> f.rule().equals(Rules.BYTECODE))
            // Where javac agreed with the rules, Janino has to agree as well.
            .noneMatch(f -> f.rule().equals(Rules.COMPILE_ERROR) && f.column() == 0);
      } else {
        accepted++;
      }
    }
    assertThat(accepted).isGreaterThan(MUTANTS / 20);
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
