package io.github.guerdon.critic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sound sources with one or two tokens lost, added or exchanged, in the order of a seed. */
final class Mutants {

  private static final Pattern TOKEN =
      Pattern.compile("\\w+(\\.\\d+)?|\"[^\"\n]*\"|//[^\n]*|\\s+|[-+*/<>=!&|]+|.");

  private final Random random;
  private final List<List<String>> sound = sound().map(Mutants::tokens).toList();
  private final List<List<String>> donors =
      Stream.concat(
              Corpus.rows()
                  .map(r -> new String(r.bytes(), StandardCharsets.UTF_8))
                  .filter(s -> !s.isEmpty() && s.length() < 4_000),
              sound())
          .map(Mutants::tokens)
          .toList();

  Mutants(Random random) {
    this.random = random;
  }

  /** Returns the next mutant. */
  String next() {
    List<String> tokens = new ArrayList<>(sound.get(random.nextInt(sound.size())));
    List<String> donor = donors.get(random.nextInt(donors.size()));
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
    return TOKEN.matcher(source).results().map(MatchResult::group).toList();
  }
}
