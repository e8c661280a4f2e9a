package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.guerdon.cli.ModelServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real searches with a language model that a local server plays. */
final class LanguageSearchTest {

  private static final String KEY = "sk-test-4f8a1c7e9b2d";
  private static final String SOUND =
      """
      import io.github.guerdon.reward.*;
      // swings
      public final class Reward implements RewardFunction {
        public void reward(State before, Action action, State after, Terms terms) {
          terms.add("up", %s * Math.cos(after.joint("hinge").position()));
          terms.add("calm", -0.01 * action.sumOfSquares());
        }
      }
      """;
  private static final String UNKNOWN_NAME = SOUND.replace("\"hinge\"", "\"hindge\"");
  private static final String UNSAFE =
      SOUND.replace("terms.add(\"calm\"", "System.exit(3);\n    terms.add(\"calm\"");
  private static final String NAN = SOUND.replace("Math.cos(", "Math.sqrt(-1.0 - 0 * ");

  @TempDir private Path folder;

  /** Answers first prompts with mixed quality, repairs and later ones with sound rewards. */
  private static Answer mixed(int number, String prompt) {
    if (number >= 6) {
      return prompt.contains("lessons")
          ? Answer.text("- Reward the cosine.")
          : Answer.java(SOUND.formatted(number + ".5"));
    }
    return switch (number) {
      case 0 -> Answer.java(SOUND.formatted("1.0"));
      case 1 -> Answer.java(UNKNOWN_NAME.formatted("1.0"));
      case 2 -> Answer.java(UNSAFE.formatted("1.0"));
      case 3 -> Answer.java(NAN.formatted("1.0"));
      case 4 -> new Answer(200, "```java\npublic final class Rew", "length");
      default -> Answer.text("I'm sorry, but I can't help with that.");
    };
  }

  /** Of as many generations as it takes for one to learn of another. */
  private List<String> arguments(String url, String run) {
    return arguments(url, run, 2, 6);
  }

  private List<String> arguments(
      String url, String run, int generations, int candidates, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "search",
                "--designer",
                "openai",
                "--model",
                "stub",
                "--base-url",
                url,
                "--generations",
                Integer.toString(generations),
                "--candidates",
                Integer.toString(candidates),
                "--training-steps",
                "2048",
                "--json",
                "--out",
                folder.resolve(run).toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static Shell.Result run(List<String> arguments) {
    return Shell.run(Map.of("CI", "true", "OPENAI_API_KEY", KEY), arguments.toArray(String[]::new));
  }

  @Test
  void modelOfMixedQualityCompletesIsRepairedAndReplaysIdentically() throws Exception {
    Shell.Result live;
    try (ModelServer server = new ModelServer(LanguageSearchTest::mixed)) {
      live = run(arguments(server.url(), "live"));
      assertThat(live.exit()).as(live.err()).isZero();
      assertThat(server.keys()).containsOnly("Bearer " + KEY);
      List<String> prompts = server.requests().stream().map(LanguageSearchTest::prompt).toList();
      String later =
          prompts.stream().filter(p -> p.contains("Earlier candidates")).findFirst().orElseThrow();
      assertThat(later).contains("g0c").doesNotContain("// swings", "official", "sparse");
    }
    Path run = folder.resolve("live");
    assertThat(holding(run, KEY)).isEmpty();
    assertThat(live.json().stream().filter(n -> n.path("event").asText().equals("repair")))
        .hasSizeGreaterThanOrEqualTo(4);
    JsonNode expense = live.event("finished").path("expense");
    assertThat(expense.path("calls").asInt()).isGreaterThanOrEqualTo(12);
    assertThat(Files.readString(run.resolve("summary.md")))
        .contains("model calls", "repairs in all");
    for (String id : List.of("g0c0", "g0c5", "g1c5")) {
      assertThat(Files.readString(run.resolve("candidates/" + id + "/Reward.java")))
          .contains("class Reward");
      assertThat(run.resolve("calls/" + id + ".json")).isNotEmptyFile();
    }

    // The server is gone: only what was recorded can answer.
    Path again = folder.resolve("again");
    Shell.Result replay =
        Shell.run("search", "--designer", "replay:" + run, "--json", "--out", again.toString());
    assertThat(replay.exit()).as(replay.err()).isZero();
    assertThat(files(again.resolve("candidates"))).isEqualTo(files(run.resolve("candidates")));
    assertThat(Files.readString(again.resolve("summary.md")))
        .isEqualTo(Files.readString(run.resolve("summary.md")));
    assertThat(replay.event("finished").path("winner"))
        .isEqualTo(live.event("finished").path("winner"));

    String winner = live.event("finished").path("winner").path("id").asText();
    Shell.Result rerun =
        Shell.run(
            "replay", run.toString(), winner, "--json", "--out", folder.resolve("re").toString());
    assertThat(rerun.exit()).as(rerun.err()).isZero();
    assertThat(rerun.json()).isNotEmpty().allMatch(n -> n.path("same").asBoolean());
  }

  private static String prompt(JsonNode request) {
    JsonNode messages = request.path("messages");
    return messages.path(messages.size() - 1).path("content").asText();
  }

  @Test
  void capOnCallsIsNeverExceededAndEndsWithWhatThereIs() throws Exception {
    try (ModelServer server = new ModelServer((n, p) -> Answer.java(SOUND.formatted(n + ".5")))) {
      Shell.Result result = run(arguments(server.url(), "capped", 1, 4, "--calls", "3"));
      assertThat(result.exit()).as(result.err()).isEqualTo(4);
      assertThat(server.requests()).hasSize(3);
      assertThat(result.event("finished").path("winner").path("fresh").isObject()).isTrue();
      assertThat(result.event("finished").path("halt").path("message").asText()).contains("calls");
    }
  }

  @Test
  void wrongKeyIsSaidAndTheRunGoesOnWithARightOne() throws Exception {
    boolean[] known = {false};
    try (ModelServer server =
        new ModelServer(
            (n, p) ->
                known[0]
                    ? Answer.java(SOUND.formatted(n + ".5"))
                    : new Answer(401, "Incorrect API key provided: " + KEY, ""))) {
      Shell.Result refused = run(arguments(server.url(), "refused", 1, 2));
      assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
      assertThat(refused.event("finished").path("halt").path("message").asText())
          .contains("OPENAI_API_KEY")
          .doesNotContain(KEY);
      Path run = folder.resolve("refused");
      assertThat(holding(run, KEY)).isEmpty();
      known[0] = true;
      List<String> resume =
          List.of("search", "--resume", run.toString(), "--json", "--base-url", server.url());
      Shell.Result resumed = run(resume);
      assertThat(resumed.exit()).as(resumed.err()).isZero();
    }
  }

  @Test
  void resumedRunSendsTheKeyToNoAddressThatItsRecordAloneNames() throws Exception {
    try (ModelServer server =
        new ModelServer((n, p) -> new Answer(401, "Incorrect API key provided", ""))) {
      Shell.Result begun = run(arguments(server.url(), "foreign", 1, 2));
      assertThat(begun.exit()).as(begun.err()).isEqualTo(2);
      int asked = server.requests().size();
      String folderOfRun = folder.resolve("foreign").toString();

      Shell.Result resumed = run(List.of("search", "--resume", folderOfRun));
      Shell.Result elsewhere =
          run(List.of("search", "--resume", folderOfRun, "--base-url", "http://127.0.0.1:9/v1"));

      for (Shell.Result refused : List.of(resumed, elsewhere)) {
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--base-url " + server.url()).doesNotContain(KEY);
      }
      assertThat(server.requests()).hasSize(asked);
    }
  }

  @Test
  void missingKeyLeavesNothingBehind() {
    Shell.Result result =
        Shell.run(
            "search",
            "--designer",
            "anthropic",
            "--model",
            "any",
            "--out",
            folder.resolve("run").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("ANTHROPIC_API_KEY", "--key-file");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void keyFileThatOthersCanReadIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), KEY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Shell.Result result =
        Shell.run(
            "search",
            "--designer",
            "openai",
            "--model",
            "any",
            "--key-file",
            file.toString(),
            "--out",
            folder.resolve("run").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("chmod 600").doesNotContain(KEY);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void dryRunPrintsPlanPromptAndCostAndCallsNothing() throws Exception {
    try (ModelServer server = new ModelServer((n, p) -> Answer.text("never"))) {
      List<String> arguments = arguments(server.url(), "dry", 2, 6, "--dry-run");
      arguments.remove("--json");
      arguments.add(1, "hopper-run");
      Shell.Result result = run(arguments);
      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(server.requests()).isEmpty();
      assertThat(folder.resolve("dry")).doesNotExist();
      assertThat(result.out()).contains("Make the hopper travel", "first prompt", "refine prompt");
      assertThat(total(result.out(), "first prompt")).isBetween(1_000, 3_499);
      assertThat(total(result.out(), "refine prompt")).isBetween(2_000, 6_999);
    }
  }

  private static int total(String out, String name) {
    return out.lines()
        .filter(l -> l.startsWith(name))
        .mapToInt(l -> Integer.parseInt(l.replaceAll("\\D+", "")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void doctorSaysWhatTheModelCan() throws Exception {
    try (ModelServer server = new ModelServer((n, p) -> Answer.text("amber"))) {
      Shell.Result result =
          run(
              List.of(
                  "doctor",
                  "llm",
                  "openai",
                  "--model",
                  "stub",
                  "--base-url",
                  server.url(),
                  "--brief"));
      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(result.out()).contains("stub-1", "system prompt", "streaming", "latency");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void questionsBecomeAnswersInTheTasksFile() throws Exception {
    Path task = Files.writeString(folder.resolve("task.yaml"), ownTask());
    Path form = folder.resolve("form.yaml");
    try (ModelServer server =
        new ModelServer((n, p) -> Answer.text("1. May it stop? | The speed term.\n2. Why?"))) {
      Shell.Result asked =
          run(
              List.of(
                  "ask",
                  task.toString(),
                  "--designer",
                  "openai",
                  "--model",
                  "stub",
                  "--base-url",
                  server.url(),
                  "--form",
                  form.toString()));
      assertThat(asked.exit()).as(asked.err()).isZero();
      assertThat(asked.out()).contains("1. May it stop?", "The speed term.", "2. Why?");
    }
    Files.writeString(form, Files.readString(form).replaceFirst("answer: \"\"", "answer: \"No.\""));
    Shell.Result added = Shell.run("ask", task.toString(), "--answers", form.toString());
    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(Files.readString(task))
        .startsWith(ownTask())
        .contains("May it stop?", "No.")
        .doesNotContain("Why?");
  }

  private String ownTask() throws IOException {
    Files.writeString(
        folder.resolve("cart.xml"),
        "<mujoco><worldbody><body name=\"cart\"><joint name=\"slide\" type=\"slide\"/>"
            + "<geom size=\"0.1\"/></body></worldbody>"
            + "<actuator><motor joint=\"slide\" ctrlrange=\"-1 1\"/></actuator></mujoco>");
    return """
        name: push
        about: Push the cart along x.
        model: cart.xml
        control: { frame_skip: 5 }
        episode: { steps: 50 }
        observe: [ qpos, qvel ]
        fitness: { maximize: length }
        training: { steps: 4000 }
        """;
  }

  private static List<Path> holding(Path run, String text) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> new String(bytes(f), StandardCharsets.ISO_8859_1).contains(text))
          .toList();
    }
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              f ->
                  contents.put(
                      root.relativize(f).toString(), new String(bytes(f), StandardCharsets.UTF_8)));
    }
    return contents;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
