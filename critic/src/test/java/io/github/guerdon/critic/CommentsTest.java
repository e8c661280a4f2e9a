package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.visitor.NoCommentEqualsVisitor;
import io.github.guerdon.critic.source.Comments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CommentsTest {

  private static final List<String> CODE =
      List.of(
          "a",
          "1.5e-3",
          "/",
          "*",
          " ",
          "\n",
          "\"plain\"",
          "\"// no comment\"",
          "\"/* none */\"",
          "\"quote \\\" // in it\"",
          "\"back\\\\\"",
          "'\"'",
          "'\\''",
          "'/'",
          "\"\"\"\n block // \"no\" /* comment \\\"\"\" still \"\"\"");
  private static final List<String> COMMENTS =
      List.of(
          "// SECRET\n",
          "// SECRET \" ' \"\"\"\n",
          "/* SECRET */",
          "/** SECRET\n * \"SECRET\n */",
          "/* SECRET // */",
          "/**/");

  static Stream<String> sources() {
    // What is nested too deeply overflows the stack of this test's parser.
    return Corpus.rows("corpus", 6)
        .filter(r -> !List.of("NESTING", "SIZE").contains(r.rule()))
        .map(r -> new String(r.bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void commentsGoAndLiteralsStayInAnyMixture() {
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      StringBuilder wanted = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        if (random.nextInt(3) == 0) {
          String comment = COMMENTS.get(random.nextInt(COMMENTS.size()));
          // The space keeps a slash before it from making another comment of it.
          text.append(' ').append(comment);
          wanted.append(' ').append(comment.replaceAll("[^\n]+", " "));
        } else {
          String code = CODE.get(random.nextInt(CODE.size()));
          text.append(code).append(' ');
          wanted.append(code).append(' ');
        }
      }
      String stripped = Comments.strip(text.toString());
      assertThat(stripped).as(text.toString()).doesNotContain("SECRET");
      assertThat(tokens(stripped)).as(text.toString()).isEqualTo(tokens(wanted.toString()));
      assertThat(stripped.lines().count()).isLessThanOrEqualTo(text.toString().lines().count());
      assertThat(newlines(stripped)).as(text.toString()).isEqualTo(newlines(text.toString()));
      assertThat(Comments.strip(stripped)).isEqualTo(stripped);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void codeMeansTheSameWithoutItsComments(String source) {
    String stripped = Comments.strip(source);
    Optional<CompilationUnit> before = parsed(source);
    if (before.isPresent()) {
      CompilationUnit after = parsed(stripped).orElseThrow();
      assertThat(after.getAllContainedComments()).isEmpty();
      assertThat(NoCommentEqualsVisitor.equals(before.get(), after)).isTrue();
    }
    assertThat(newlines(stripped)).isEqualTo(newlines(source.replace("\r\n", "\n")));
  }

  @Test
  void commentBetweenTwoWordsLeavesThemApart() {
    assertThat(Comments.strip("int/**/x;")).isEqualTo("int x;");
  }

  @Test
  void commentAtTheEndOfALineLeavesNoBlanks() {
    assertThat(Comments.strip("int x; // one\nint y; /* two\n */ int z;"))
        .isEqualTo("int x;\nint y;\n int z;");
  }

  @Test
  void commentThatDoesNotEndTakesTheRest() {
    assertThat(Comments.strip("int x; /* one\n two")).isEqualTo("int x;\n");
  }

  @Test
  void commentWrittenInUnicodeEscapesGoesToo() {
    assertThat(Comments.strip("int x; \\u002f\\u002a SECRET *\\uu002f int y;"))
        .isEqualTo("int x;   int y;");
    assertThat(Comments.strip("\"\\\\u002f\\\\u002a\"")).isEqualTo("\"\\\\u002f\\\\u002a\"");
  }

  @Test
  void literalWithoutItsEndStopsAtTheLine() {
    assertThat(Comments.strip("\"open // text\nint x; // gone"))
        .isEqualTo("\"open // text\nint x;");
  }

  private static Optional<CompilationUnit> parsed(String source) {
    ParseResult<CompilationUnit> result =
        new JavaParser(
                new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                    .setPreprocessUnicodeEscapes(true))
            .parse(source);
    // A line end in an escape ends a comment for javac; what it lets loose is refused and left out.
    return result.isSuccessful() && !source.contains("\\u") ? result.getResult() : Optional.empty();
  }

  private static String tokens(String text) {
    return text.replaceAll("[ \n]+", " ").strip();
  }

  private static long newlines(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }
}
