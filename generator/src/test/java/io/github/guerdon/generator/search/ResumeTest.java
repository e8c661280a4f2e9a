package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.design.offline.OfflineDesigner;
import io.github.guerdon.generator.report.RaceResult;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.Racing;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.SearchSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ResumeTest {

  /** What the journal says once for each order of a training, or of a part of one. */
  private static final Pattern ORDERED = Pattern.compile("\"event\":\"(trained|paused)\"");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void runCutAfterAnyEventGivesTheUnbrokenResult(Racing racing) throws Exception {
    SearchResult whole = begin("whole", Fakes.settings().withRacing(racing));
    List<String> lines = Files.readAllLines(folder.resolve("whole/events.jsonl"));
    assertThat(lines).hasSizeGreaterThan(25);
    assertThat(whole.race().map(RaceResult::stopped).filter(n -> n > 0).isPresent())
        .as("somebody was stopped")
        .isEqualTo(racing != Racing.OFF);
    long orders = lines.stream().filter(l -> ORDERED.matcher(l).find()).count();
    for (int kept = 0; kept <= lines.size(); kept++) {
      Path run = copy("cut" + kept, lines.subList(0, kept), "");
      Fakes.Room room = new Fakes.Room();
      assertThat(resume(run, room)).as("cut after %d events", kept).isEqualTo(whole);
      assertThat(room.trained.size()).isEqualTo(orders - trainings(lines, kept));
    }
  }

  @Test
  void runCutInTheMiddleOfALineGivesTheUnbrokenResult() throws Exception {
    SearchResult whole = begin("whole");
    List<String> lines = Files.readAllLines(folder.resolve("whole/events.jsonl"));
    for (int cut : new int[] {1, 20, lines.get(7).length() - 1}) {
      Path run = copy("torn" + cut, lines.subList(0, 7), lines.get(7).substring(0, cut));
      assertThat(resume(run, new Fakes.Room())).isEqualTo(whole);
    }
  }

  @Test
  void finishedRunGivesItsResultAgainWithoutTraining() throws Exception {
    SearchResult whole = begin("whole");
    Fakes.Room room = new Fakes.Room();
    assertThat(resume(folder.resolve("whole"), room)).isEqualTo(whole);
    assertThat(room.calls).isZero();
  }

  private static long trainings(List<String> lines, int kept) {
    return lines.subList(0, kept).stream().filter(l -> ORDERED.matcher(l).find()).count();
  }

  private SearchResult begin(String name) throws Exception {
    return begin(name, Fakes.settings());
  }

  private SearchResult begin(String name, SearchSettings settings) throws Exception {
    try (RunDirectory run =
        RunDirectory.create(folder.resolve(name), Fakes.record(settings, Caps.none()))) {
      return Search.run(lab(run, new Fakes.Room()));
    }
  }

  private Path copy(String name, List<String> lines, String torn) throws Exception {
    Path run = folder.resolve(name);
    Files.createDirectories(run);
    Files.copy(folder.resolve("whole/run.json"), run.resolve("run.json"));
    StringBuilder text = new StringBuilder();
    lines.forEach(l -> text.append(l).append('\n'));
    Files.writeString(run.resolve("events.jsonl"), text + torn, StandardCharsets.UTF_8);
    return run;
  }

  private static SearchResult resume(Path path, Fakes.Room room) throws Exception {
    try (RunDirectory run = RunDirectory.resume(path)) {
      return Search.run(lab(run, room));
    }
  }

  private static Laboratory lab(RunDirectory run, Fakes.Room room) {
    return new Laboratory(
        Fakes.task(),
        new OfflineDesigner(),
        Fakes::review,
        room,
        run,
        SearchListener.silent(),
        new Cancellation(),
        () -> 0);
  }
}
