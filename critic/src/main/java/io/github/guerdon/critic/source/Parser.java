package io.github.guerdon.critic.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses text and resolves its names. */
public final class Parser {

  /** What the parser's message goes on with that helps nobody who writes a reward. */
  private static final Pattern ADVICE = Pattern.compile(", expected one of|[.] Pay attention that");

  private Parser() {}

  /**
   * What came of parsing: a program unless the text is no Java at all, and the parser's problems.
   */
  public record Result(Optional<Program> program, List<Mistake> mistakes) {

    /** Copies the list. */
    public Result {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** A place where the text is no Java. */
  public record Mistake(int line, int column, String message) {}

  /** Parses a whole source. */
  public static Result parse(SourceText text) {
    ParseResult<CompilationUnit> result = parser().parse(text.text());
    List<Mistake> mistakes =
        result.getProblems().stream().limit(5).map(p -> mistake(text, p)).distinct().toList();
    // A tree with holes says nothing; one that only breaks a rule of the language is complete.
    boolean whole =
        result.getResult().isPresent()
            && result.getProblems().stream().noneMatch(p -> p.getCause().isPresent())
            && result.getResult().get().getParsed() == Node.Parsedness.PARSED
            && result.getProblems().stream()
                .noneMatch(p -> p.getMessage().startsWith("Parse error"));
    if (!whole) {
      return new Result(Optional.empty(), mistakes);
    }
    CompilationUnit unit = result.getResult().get();
    Optional<ClassOrInterfaceDeclaration> reward =
        unit.getTypes().stream()
            .filter(t -> t.getNameAsString().equals("Reward"))
            .flatMap(t -> t.toClassOrInterfaceDeclaration().stream())
            .filter(t -> !t.isInterface())
            .findFirst();
    Program program = new Program(text, unit, reward);
    Resolver.resolve(program);
    return new Result(Optional.of(program), mistakes);
  }

  /** Returns what is wrong with a single expression's syntax. */
  public static List<Mistake> mistakesInExpression(String text) {
    ParseResult<Expression> result = parser().parseExpression(text);
    return result.isSuccessful()
        ? List.of()
        : result.getProblems().stream().limit(1).map(Parser::mistake).toList();
  }

  private static JavaParser parser() {
    return new JavaParser(
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
            .setPreprocessUnicodeEscapes(true)
            .setAttributeComments(false)
            .setTabSize(1));
  }

  private static Mistake mistake(SourceText text, Problem problem) {
    OptionalInt open =
        problem.getMessage().startsWith("Lexical error")
            ? Comments.open(text.text())
            : OptionalInt.empty();
    return open.isPresent()
        ? new Mistake(
            text.line(open.getAsInt()), text.column(open.getAsInt()), "this comment does not end")
        : mistake(problem);
  }

  private static Mistake mistake(Problem problem) {
    Optional<com.github.javaparser.Position> at =
        problem.getLocation().flatMap(l -> l.toRange()).map(r -> r.begin);
    String text = problem.getMessage().lines().findFirst().orElse("no Java");
    Matcher advice = ADVICE.matcher(text);
    return new Mistake(
        at.map(p -> p.line).orElse(0),
        at.map(p -> Math.max(0, p.column)).orElse(0),
        Quote.plain(advice.find() ? text.substring(0, advice.start()) : text, 160));
  }
}
