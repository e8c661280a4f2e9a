package io.github.guerdon.generator.design.language;

import io.github.guerdon.critic.source.Answer;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.Expense;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.Refusal;
import io.github.guerdon.generator.design.language.AnswerReader.Answered;
import io.github.guerdon.generator.design.language.Letters.Letter;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.Turn;
import io.github.guerdon.generator.llm.account.TokenCounter;
import io.github.guerdon.prompt.DesignPrompts;
import io.github.guerdon.prompt.TaskText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Has a language model write the rewards.
 *
 * <p>The first generation is so many samples of one prompt. Before each later one the model sums up
 * what was learnt; then each candidate is asked for by its own prompt, chosen by its index. It
 * keeps no state between calls: what it learnt comes back with each proposal's memory. An interrupt
 * of the calling thread breaks off all calls and ends in a {@link
 * java.util.concurrent.CancellationException}.
 */
public final class LanguageDesigner implements Designer {

  private static final int MOST_WORDS = 150;

  private final LanguageModel model;
  private final LanguageSettings settings;
  private final Letters letters;
  private final Calls calls;
  private final Supplier<Expense> expense;

  /**
   * Makes one for a task.
   *
   * @param expense what the model has cost so far
   */
  public LanguageDesigner(
      LanguageModel model,
      DesignPrompts prompts,
      TaskText task,
      TokenCounter counter,
      LanguageSettings settings,
      Supplier<Expense> expense) {
    this.model = model;
    this.settings = settings;
    this.letters = new Letters(prompts, task, counter, settings);
    this.calls = new Calls(model, settings.parallel());
    this.expense = expense;
  }

  @Override
  public String name() {
    return model.name();
  }

  /**
   * {@inheritDoc}
   *
   * @return always as many as wanted; one that no answer came for is {@link Reading#UNREACHED} or
   *     {@link Reading#CAPPED}
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  @Override
  public List<Proposal> propose(DesignContext whole, int count) throws DesignerException {
    DesignContext context = whole.spoken();
    String lessons = lessons(context);
    Moves moves = new Moves(context);
    List<Letter> asked = new ArrayList<>();
    List<ModelRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Letter letter = letters.write(context, moves.at(i), lessons);
      asked.add(letter);
      requests.add(request(context.id(i), letter.text()));
    }
    List<ModelOutcome> outcomes = calls.ask(requests);
    Troubles.checkAny(outcomes);
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      proposals.add(proposal(asked.get(i).move(), outcomes.get(i), lessons));
    }
    return proposals;
  }

  private static Proposal proposal(Move move, ModelOutcome outcome, String lessons) {
    Answered answered =
        outcome.match(
            a -> AnswerReader.read(a.reply()),
            f ->
                new Answered(
                    f.failure().kind() == CallFailure.Kind.BUDGET
                        ? Reading.CAPPED
                        : Reading.UNREACHED,
                    "",
                    AnswerReader.rationale(f.failure().message())));
    return new Proposal(
        answered.text(),
        answered.rationale(),
        move.parentIds(),
        move.operator().word(),
        lessons,
        answered.reading());
  }

  /** Asks what was learnt so far; the lessons before stay if no answer comes. */
  private String lessons(DesignContext context) throws DesignerException {
    if (context.generation() == 0 || context.earlier().isEmpty()) {
      return "";
    }
    String before = new Lookback(context, settings.historyTurns()).lessons();
    Optional<String> prompt = letters.reflect(context, before);
    if (prompt.isEmpty()) {
      return before;
    }
    ModelRequest request = request("g" + context.generation() + "reflect", prompt.get());
    ModelOutcome outcome = calls.once(request);
    String after = outcome.match(a -> words(a.reply()), f -> "");
    return after.isEmpty() ? before : after;
  }

  /** Returns the first words of an answer's prose, line by line. */
  private static String words(ModelReply reply) {
    StringBuilder words = new StringBuilder();
    int count = 0;
    for (String line : AnswerReader.plain(Answer.of(reply.text()).prose()).lines().toList()) {
      for (String word : line.strip().split("\\s+", -1)) {
        if (!word.isEmpty() && count++ < MOST_WORDS) {
          words.append(AnswerReader.first(word, 40)).append(' ');
        }
      }
      words.append(words.isEmpty() || words.charAt(words.length() - 1) == '\n' ? "" : "\n");
    }
    return words.toString().replace(" \n", "\n").strip();
  }

  @Override
  public List<Optional<Proposal>> repair(DesignContext whole, List<Refusal> refusals)
      throws DesignerException {
    DesignContext context = whole.spoken();
    List<ModelRequest> requests = new ArrayList<>();
    for (Refusal refusal : refusals) {
      String prompt = letters.repair(context, refusal, index(context, refusal));
      requests.add(request(refusal.id() + "r" + refusal.round(), prompt));
    }
    List<ModelOutcome> outcomes = calls.ask(requests);
    Troubles.check(outcomes);
    List<Optional<Proposal>> repaired = new ArrayList<>();
    for (int i = 0; i < refusals.size(); i++) {
      Proposal refused = refusals.get(i).proposal();
      repaired.add(
          outcomes
              .get(i)
              .match(
                  a -> Optional.of(repaired(refused, AnswerReader.read(a.reply()))),
                  f -> Optional.<Proposal>empty()));
    }
    return repaired;
  }

  private static Proposal repaired(Proposal refused, Answered answered) {
    return new Proposal(
        answered.text(),
        answered.rationale().isEmpty() ? refused.rationale() : answered.rationale(),
        refused.parents(),
        refused.operator(),
        refused.memory(),
        answered.reading());
  }

  /** Returns a candidate's place in its generation. */
  private static int index(DesignContext context, Refusal refusal) {
    String before = "g" + context.generation() + "c";
    if (!refusal.id().matches(before + "\\d{1,6}")) {
      throw new IllegalArgumentException(
          "refused candidate " + refusal.id() + " must be one of " + context.id(0) + ", …");
    }
    return Integer.parseInt(refusal.id().substring(before.length()));
  }

  private ModelRequest request(String label, String prompt) {
    return new ModelRequest(
        label, letters.system(), List.of(Turn.user(prompt)), settings.maxOutputTokens());
  }

  @Override
  public Expense expense() {
    return expense.get();
  }
}
