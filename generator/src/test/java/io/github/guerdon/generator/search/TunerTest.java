package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Tunable;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.generator.design.GivenDesigner;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.Json;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.SlotTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TunerTest {

  private static final Pattern WEIGHT = Pattern.compile("W = ([0-9.E-]+);");
  private static final String SOURCE =
      "@Tune(min = 0.01, max = 100) static final double W = 50; // far from the best, 1";

  @TempDir private Path folder;

  private final Fakes.Room room = new Fakes.Room();

  /** Accepts a reward whose fitness falls with the factor between its weight and 1. */
  private static Verdict review(String text) {
    Matcher matcher = WEIGHT.matcher(text);
    if (!matcher.find()) {
      return Fakes.review(text);
    }
    double weight = Double.parseDouble(matcher.group(1));
    double score = 10 - Math.pow(Math.log10(weight), 2);
    RewardProgram program =
        new RewardProgram(
            "Reward",
            String.format(Locale.ROOT, "score %.6f", score).getBytes(StandardCharsets.UTF_8),
            new SlotTable(List.of(), List.of()),
            List.of("a"),
            false);
    return new Verdict.Accepted(
        new CompiledReward(text, program, List.of(new Tunable("W", weight, 0.01, 100))), List.of());
  }

  private SearchResult search(String name, String source, int tune, Caps caps) throws Exception {
    SearchSettings settings = Fakes.settings().withGenerations(1).withCandidates(1).withTune(tune);
    Path path = folder.resolve(name);
    try (RunDirectory run =
        Files.exists(path)
            ? RunDirectory.resume(path)
            : RunDirectory.create(path, Fakes.record(settings, caps))) {
      return Search.run(
          new Laboratory(
              Fakes.task(),
              new GivenDesigner(source),
              TunerTest::review,
              room,
              run,
              SearchListener.silent(),
              new Cancellation(),
              () -> 0));
    }
  }

  private static double weight(SearchResult result) {
    Matcher matcher = WEIGHT.matcher(result.winner().orElseThrow().source());
    assertThat(matcher.find()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void tuningMovesTheConstantTowardsTheBest() throws Exception {
    SearchResult result = search("run", SOURCE, 40, Caps.none());
    assertThat(result.winner().orElseThrow().id()).isEqualTo("t0");
    assertThat(weight(result)).isBetween(0.5, 2.0);
    assertThat(result.firstGuess()).map(f -> f.id()).contains("g0c0");
    // Short trainings of the start and whole generations of four, and half the steps each.
    long shorter = room.trained.stream().filter(o -> o.settings().steps() == 500).count();
    assertThat(shorter).isBetween(30L, 37L);
    assertThat(result.trainings()).isEqualTo(room.trained.size());
    assertThat(result.steps()).isEqualTo(500 * shorter + 1000 * (room.trained.size() - shorter));
    assertThat(Files.readString(folder.resolve("run/summary.md")))
        .contains("- t0, tune of g0c0: ", "constant W: 50 → ");
  }

  @Test
  void searchWithoutTuningTrainsNothingShort() throws Exception {
    search("run", SOURCE, 0, Caps.none());
    assertThat(room.trained).allMatch(o -> o.settings().steps() == 1000);
  }

  @Test
  void capThatLeavesNoRoomLeavesTuningOutFirst() throws Exception {
    SearchResult result = search("run", SOURCE, 40, Caps.none().withTrainings(25));
    assertThat(room.trained).allMatch(o -> o.settings().steps() == 1000);
    assertThat(result.reason()).isEqualTo(ExitReason.TRAININGS_CAP);
    assertThat(result.winner().orElseThrow().fresh()).isPresent();
  }

  @Test
  void rewardWithNothingToTuneStaysAsItIs() throws Exception {
    SearchResult result = search("run", "score 0.5", 40, Caps.none());
    assertThat(result.winner().orElseThrow().id()).isEqualTo("g0c0");
    assertThat(room.trained).allMatch(o -> o.settings().steps() == 1000);
  }

  @Test
  void tuningCutAfterAnyEventGivesTheUnbrokenResult() throws Exception {
    SearchResult whole = search("whole", SOURCE, 20, Caps.none());
    List<String> lines = Files.readAllLines(folder.resolve("whole/events.jsonl"));
    for (int kept = 0; kept <= lines.size(); kept++) {
      Path run = Files.createDirectories(folder.resolve("cut" + kept));
      Files.copy(folder.resolve("whole/run.json"), run.resolve("run.json"));
      Files.writeString(
          run.resolve("events.jsonl"),
          String.join("", lines.subList(0, kept).stream().map(l -> l + "\n").toList()));
      assertThat(search("cut" + kept, SOURCE, 20, Caps.none()))
          .as("cut after %d events", kept)
          .isEqualTo(whole);
    }
  }

  @Test
  void recordWithoutTuningIsWrittenAsBeforeThereWasAny() {
    assertThat(Json.tree(Fakes.settings()).has("tune")).isFalse();
    assertThat(Json.read(Json.tree(Fakes.settings()), SearchSettings.class).tune()).isZero();
    assertThat(Json.tree(Fakes.settings().withTune(7)).path("tune").asInt()).isEqualTo(7);
  }
}
