package io.github.guerdon.generator.design.language;

import io.github.guerdon.critic.source.Comments;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.Refusal;
import io.github.guerdon.generator.llm.account.TokenCounter;
import io.github.guerdon.prompt.DesignPrompts;
import io.github.guerdon.prompt.Feedback;
import io.github.guerdon.prompt.TaskText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes the prompts, none of them longer than the settings allow. */
final class Letters {

  private final DesignPrompts prompts;
  private final TaskText task;
  private final TokenCounter counter;
  private final LanguageSettings settings;
  private final String system;
  private final int room;

  Letters(DesignPrompts prompts, TaskText task, TokenCounter counter, LanguageSettings settings) {
    this.prompts = prompts;
    this.task = task;
    this.counter = counter;
    this.settings = settings;
    this.system = prompts.system();
    this.room = settings.promptTokens() - counter.count(system);
  }

  /**
   * A prompt with what it asks for, which is less than wanted where there is no room.
   *
   * @param move what it asks for
   * @param text the prompt
   */
  record Letter(Move move, String text) {}

  /** Returns what stays the same for all prompts. */
  String system() {
    return system;
  }

  /** Writes what a candidate is asked for. */
  Letter write(DesignContext context, Move wanted, String lessons) throws DesignerException {
    Lookback lookback = new Lookback(context, settings.historyTurns());
    Move move = wanted;
    while (true) {
      Feedback all = lookback.feedback(move, lessons);
      Optional<String> text = fitted(move, all);
      if (text.isPresent()) {
        return new Letter(move, text.get());
      }
      if (move.operator() == Operator.FIRST) {
        throw new DesignerException(
            DesignerException.Kind.SETTING,
            "a prompt takes "
                + (counter.count(system) + counter.count(prompts.first(task)))
                + " tokens without any feedback, must be at most "
                + settings.promptTokens()
                + "; allow more, or shorten the task's description or your own prompt texts");
      }
      move = move.smaller();
    }
  }

  private Optional<String> fitted(Move move, Feedback all) {
    return Fitting.fit(all, move.parents().size(), f -> fits(render(move, f)))
        .map(f -> render(move, f));
  }

  /** Asks for lessons from what there is so far; nothing if there is no room for that. */
  Optional<String> reflect(DesignContext context, String lessons) {
    Move shown = new Move(Operator.EXPLORE, List.of(), new Moves(context).parents(), "");
    Feedback all = new Lookback(context, settings.historyTurns()).feedback(shown, lessons);
    return Fitting.fit(all, 0, f -> fits(prompts.reflect(task, f)))
        .map(f -> prompts.reflect(task, f));
  }

  /**
   * Asks for a refused candidate to be put right; without code, for what was asked for at first.
   *
   * @param index the candidate's place in its generation
   */
  String repair(DesignContext context, Refusal refusal, int index) throws DesignerException {
    Reading reading = refusal.proposal().reading();
    if (reading == Reading.CODE) {
      return repair(refusal);
    }
    Letter original = write(context, new Moves(context).at(index), refusal.proposal().memory());
    return reading.answered()
        ? original.text() + "\n## Your last answer\n\n" + reading.sentence() + "\n"
        : original.text();
  }

  /** Shows all findings; of code and findings that are too long for any prompt, the beginnings. */
  private String repair(Refusal refusal) {
    String source = refusal.source().isEmpty() ? refusal.proposal().text() : refusal.source();
    List<String> code = numbered(Comments.strip(source));
    List<String> findings = refusal.findings().lines().toList();
    return shortest(code, c -> repair(refusal, c, findings))
        .or(() -> shortest(findings, f -> repair(refusal, beginning(code, 20), f)))
        .orElseGet(() -> repair(refusal, List.of(), beginning(findings, 1)));
  }

  private String repair(Refusal refusal, List<String> code, List<String> findings) {
    return prompts.repair(
        task,
        String.join("\n", code),
        refusal.outcome(),
        String.join("\n", findings),
        refusal.round(),
        refusal.of());
  }

  /** Renders with all lines, or half of them, or half of these, until there is room. */
  private Optional<String> shortest(List<String> lines, Function<List<String>, String> render) {
    for (int keep = lines.size(); keep > 0; keep /= 2) {
      String text = render.apply(beginning(lines, keep));
      if (fits(text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static List<String> beginning(List<String> lines, int keep) {
    if (lines.size() <= keep) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, keep));
    shown.add("… and " + (lines.size() - keep) + " lines more");
    return shown;
  }

  /** Numbers the lines that are not empty, as findings count them. */
  private static List<String> numbered(String code) {
    // As findings count them: a lone carriage return ends no line.
    List<String> lines = List.of(code.split("\n", -1));
    int width = String.valueOf(lines.size()).length();
    IntFunction<String> number = n -> " ".repeat(width - String.valueOf(n).length()) + n;
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        numbered.add(number.apply(i + 1) + "  " + lines.get(i));
      }
    }
    return numbered;
  }

  private String render(Move move, Feedback feedback) {
    boolean nothing =
        feedback.parents().isEmpty()
            && feedback.failures().isEmpty()
            && feedback.history().isEmpty()
            && feedback.lessons().isEmpty();
    return switch (move.operator()) {
      case FIRST -> nothing ? prompts.first(task) : prompts.refine(task, feedback);
      case REFINE -> prompts.refine(task, feedback);
      case MUTATE -> prompts.mutate(task, feedback, move.term());
      case CROSSOVER -> prompts.crossover(task, feedback);
      case EXPLORE -> prompts.explore(task, feedback);
    };
  }

  private boolean fits(String text) {
    return counter.count(text) <= room;
  }
}
