package io.github.guerdon.generator.design.language;

import io.github.guerdon.critic.source.Comments;
import io.github.guerdon.generator.analysis.Changes;
import io.github.guerdon.generator.analysis.Digest;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.prompt.FailureText;
import io.github.guerdon.prompt.Feedback;
import io.github.guerdon.prompt.ParentText;
import io.github.guerdon.prompt.TurnText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns earlier candidates into what a prompt shows of them, before anything is left out. */
final class Lookback {

  private static final int LONGEST_IDEA = 90;

  /** A finding's place in code that is not shown. */
  private static final Pattern PLACE = Pattern.compile("^(\\w+) at \\d+:\\d+:");

  private final DesignContext context;
  private final int turns;

  Lookback(DesignContext context, int turns) {
    this.context = context;
    this.turns = turns;
  }

  /** Returns all that is worth showing for a move. */
  Feedback feedback(Move move, String lessons) {
    return new Feedback(
        Stream.concat(move.parents().stream(), move.others().stream()).map(this::parent).toList(),
        failures(),
        history(),
        lessons);
  }

  /** Returns the lessons of the last generation that had some. */
  String lessons() {
    return context.earlier().stream()
        .filter(p -> p.generation() == context.generation() - 1)
        .map(p -> p.proposal().memory())
        .filter(m -> !m.isBlank())
        .findFirst()
        .orElse("");
  }

  private ParentText parent(Past past) {
    return new ParentText(
        past.id(),
        code(past.source()),
        past.feedback(),
        changes(past),
        past.proposal().rationale());
  }

  /** Returns code as it is shown again: without comments and without empty lines. */
  static String code(String source) {
    return Comments.strip(source)
        .lines()
        .filter(l -> !l.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private String changes(Past child) {
    Optional<Past> parent =
        child.proposal().parents().stream()
            .findFirst()
            .flatMap(id -> context.earlier().stream().filter(p -> p.id().equals(id)).findFirst());
    return parent
        .map(
            p ->
                "Against "
                    + p.id()
                    + effect(p, child)
                    + ":\n"
                    + Changes.between(p.source(), child.source()))
        .orElse("");
  }

  private static String effect(Past parent, Past child) {
    Optional<Digest> before = Digest.of(parent.feedback());
    Optional<Digest> after = Digest.of(child.feedback());
    return before.isPresent() && after.isPresent()
        ? ", " + result(before.get()) + " became " + result(after.get())
        : "";
  }

  private static String result(Digest digest) {
    String missed =
        digest.missed() == 0
            ? ""
            : ", "
                + digest.missed()
                + " of "
                + (digest.met() + digest.missed())
                + " requirements missed";
    return String.format(Locale.ROOT, "%s %.4g%s", digest.objective(), digest.fitness(), missed);
  }

  /**
   * Returns those of the last generation that failed, or all that did while nothing else is there.
   * What several have in common is said once, with its count; whose finding it was stays to be
   * seen.
   */
  private List<FailureText> failures() {
    List<Past> failed = new ArrayList<>();
    for (Past past : context.earlier()) {
      boolean recent = past.generation() == context.generation() - 1 || context.parents().isEmpty();
      if (recent && !past.scored() && past.proposal().reading().answered()) {
        failed.add(past);
      }
    }
    // The latest generation first: what is last is left out first.
    List<Past> inOrder =
        failed.stream().sorted(Comparator.comparingInt((Past p) -> -p.generation())).toList();
    Map<String, String> counted = counted(inOrder);
    Map<String, String> shownAt = new LinkedHashMap<>();
    List<FailureText> texts = new ArrayList<>();
    for (Past past : inOrder) {
      List<String> lines = new ArrayList<>();
      for (String finding : findings(past)) {
        String where = shownAt.putIfAbsent(finding, past.id());
        lines.add(where == null ? counted.getOrDefault(finding, finding) : "as " + where);
      }
      texts.add(
          new FailureText(
              past.id(),
              past.proposal().rationale(),
              past.outcome(),
              lines.stream().distinct().collect(Collectors.joining("\n"))));
    }
    return texts;
  }

  /** Returns each distinct finding with the number of candidates that had it. */
  private static Map<String, String> counted(List<Past> failed) {
    List<String> all = failed.stream().flatMap(p -> findings(p).stream()).toList();
    List<String> grouped = Failures.grouped(all);
    Map<String, String> counted = new LinkedHashMap<>();
    List<String> distinct = all.stream().distinct().toList();
    for (int i = 0; i < distinct.size(); i++) {
      counted.put(distinct.get(i), grouped.get(i));
    }
    return counted;
  }

  /** Returns a failed candidate's distinct findings without their places and counts. */
  private static Set<String> findings(Past past) {
    Set<String> findings = new LinkedHashSet<>();
    past.feedback()
        .lines()
        .map(l -> PLACE.matcher(l.replaceFirst("^\\d+ times: ", "")).replaceFirst("$1:").strip())
        .filter(l -> !l.isEmpty())
        .map(l -> AnswerReader.first(l, 400))
        .forEach(findings::add);
    return findings;
  }

  private List<TurnText> history() {
    Map<Integer, List<Past>> generations =
        context.earlier().stream()
            .collect(Collectors.groupingBy(Past::generation, TreeMap::new, Collectors.toList()));
    return generations.entrySet().stream()
        .filter(e -> e.getKey() >= context.generation() - turns)
        .map(e -> new TurnText(e.getKey(), summary(e.getValue())))
        .toList();
  }

  private String summary(List<Past> generation) {
    String best =
        best(generation)
            .map(p -> "best " + p.id() + ", " + outcome(p))
            .orElse("nobody was trained to the end");
    return best + generation.stream().map(p -> "\n" + line(p)).collect(Collectors.joining());
  }

  private static String line(Past past) {
    String parents = String.join(" and ", past.proposal().parents());
    // Where no answer came, the words are those of an error message and none of the model's
    // business.
    boolean answered = past.proposal().reading().answered();
    String idea = answered ? past.proposal().rationale() : "";
    boolean cut = idea.length() > LONGEST_IDEA;
    return past.id()
        + " "
        + past.proposal().operator()
        + (parents.isEmpty() ? "" : " of " + parents)
        + (idea.isBlank() ? "" : ": " + AnswerReader.first(idea, LONGEST_IDEA) + (cut ? " …" : ""))
        + " → "
        + outcome(past);
  }

  private static String outcome(Past past) {
    return past.scored()
        ? Digest.of(past.feedback()).map(Lookback::result).orElse(past.outcome())
        : past.outcome();
  }

  /** Finds a generation's best: the one that ranks as a parent, else by what the analyses say. */
  private Optional<Past> best(List<Past> generation) {
    Optional<Past> ranked =
        context.parents().stream()
            .filter(p -> generation.stream().anyMatch(g -> g.id().equals(p.id())))
            .findFirst();
    return ranked.or(
        () ->
            generation.stream()
                .filter(Past::scored)
                .max(
                    Comparator.comparingInt((Past p) -> -missed(p))
                        .thenComparingDouble(Lookback::fitness)));
  }

  private static int missed(Past past) {
    return Digest.of(past.feedback()).map(Digest::missed).orElse(Integer.MAX_VALUE);
  }

  private static double fitness(Past past) {
    return Digest.of(past.feedback()).map(Digest::fitness).orElse(Double.NEGATIVE_INFINITY);
  }
}
