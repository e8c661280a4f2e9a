package io.github.guerdon.generator.design.language;

import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.TaskBrief;
import io.github.guerdon.generator.llm.account.TokenCounter;
import io.github.guerdon.prompt.DesignPrompts;
import io.github.guerdon.prompt.Part;
import io.github.guerdon.prompt.TaskText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows prompts and what they take before anything is asked. */
public final class PromptPreview {

  private static final int GENERATIONS = 4;
  private static final int CANDIDATES = 8;
  private static final int TERMS = 10;
  private static final int IDEA_WORDS = 40;

  private final TokenCounter counter;
  private final Letters letters;

  /** Makes one for a task. */
  public PromptPreview(
      DesignPrompts prompts, TaskText task, TokenCounter counter, LanguageSettings settings) {
    this.counter = counter;
    this.letters = new Letters(prompts, task, counter, settings);
  }

  /**
   * A prompt as it would be sent.
   *
   * @param system what stays the same for all prompts
   * @param prompt the rest
   * @param parts the parts of both, in order, with their tokens
   * @param tokens the tokens of both
   */
  public record Rendered(String system, String prompt, List<PromptSize> parts, int tokens) {

    /** Copies the list. */
    public Rendered {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Returns the prompt for each candidate of the first generation.
   *
   * @throws DesignerException if it is longer than the settings allow
   */
  public Rendered first(TaskBrief brief) throws DesignerException {
    return rendered(new DesignContext(brief, 0, 0, List.of(), List.of()));
  }

  /**
   * Returns a prompt of a later generation as long as they get: made-up candidates with many terms,
   * many words and many mistakes, trimmed to the settings' limit.
   *
   * @throws DesignerException if it is longer than the settings allow
   */
  public Rendered refine(TaskBrief brief) throws DesignerException {
    List<Past> earlier = new ArrayList<>();
    for (int generation = 0; generation < GENERATIONS; generation++) {
      for (int index = 0; index < CANDIDATES; index++) {
        earlier.add(example(generation, index));
      }
    }
    List<Past> parents =
        earlier.stream().filter(p -> p.scored() && p.generation() == GENERATIONS - 1).toList();
    return rendered(new DesignContext(brief, GENERATIONS, 0, parents, earlier));
  }

  private Rendered rendered(DesignContext context) throws DesignerException {
    String lessons =
        context.generation() == 0
            ? ""
            : IntStream.range(0, 8)
                .mapToObj(i -> "- " + words(18))
                .collect(Collectors.joining("\n"));
    String text = letters.write(context, new Moves(context).at(0), lessons).text();
    List<PromptSize> sizes = new ArrayList<>();
    for (String each : List.of(letters.system(), text)) {
      for (Part part : DesignPrompts.parts(each)) {
        sizes.add(new PromptSize(part.name(), counter.count(part.text())));
      }
    }
    return new Rendered(
        letters.system(), text, sizes, counter.count(letters.system()) + counter.count(text));
  }

  private static Past example(int generation, int index) {
    boolean scored = index % 2 == 0;
    List<String> parents = generation == 0 ? List.of() : List.of("g" + (generation - 1) + "c0");
    return new Past(
        "g" + generation + "c" + index,
        generation,
        new Proposal("", words(IDEA_WORDS), parents, "refine", "", Reading.CODE),
        scored ? Past.SCORED : "STATIC_REJECT",
        code(generation, index),
        scored ? analysis(index) : findings(index));
  }

  private static String code(int generation, int index) {
    StringBuilder code =
        new StringBuilder(
            """
            import io.github.guerdon.reward.*;

            public final class Reward implements RewardFunction {
              @Override
              public void reward(State before, Action action, State after, Terms terms) {
            """);
    for (int i = 0; i < TERMS; i++) {
      code.append(
          String.format(
              Locale.ROOT,
              """
                  double part%d = Shape.tolerance(after.qpos(0) - before.qpos(0), -0.%d, 0.%d, 1);
                  terms.add("part_%d", 0.%d%d * part%d * part%d);
              """,
              i,
              i + 1,
              i + 1,
              i,
              generation + 1,
              index + 1,
              i,
              i));
    }
    return code.append("  }\n}\n").toString();
  }

  private static String analysis(int index) {
    StringBuilder text = new StringBuilder("fitness (example): " + (index + 1) + ".000\n");
    for (int i = 0; i < TERMS; i++) {
      text.append(
          String.format(
              Locale.ROOT, "term part_%d: mean 0.1000, spread 0.1000, share 10 %%, rising\n", i));
    }
    for (int i = 0; i < TERMS; i++) {
      text.append("Term part_").append(i).append(" rose and makes up 10 % of the reward.\n");
    }
    return text.toString();
  }

  private static String findings(int index) {
    return IntStream.range(0, 6)
        .mapToObj(i -> "RULE_" + index + i + " at " + (i + 3) + ":5: " + words(20))
        .collect(Collectors.joining("\n"));
  }

  private static String words(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> List.of("more", "weight", "for", "what", "moves", "first").get(i % 6))
        .collect(Collectors.joining(" "));
  }
}
