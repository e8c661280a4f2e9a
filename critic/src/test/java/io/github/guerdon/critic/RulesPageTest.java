package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/rules.md has a paragraph with an example for each rule that a finding can name. */
final class RulesPageTest {

  private static final Pattern NAMED = Pattern.compile("\"([A-Z][A-Z_]{2,})\"");
  private static final Path PAGE = Path.of("../docs/rules.md");

  @Test
  void eachRuleHasAParagraphWithAnExample() throws IOException {
    String page = Files.readString(PAGE);
    for (String rule : rules()) {
      int start = page.indexOf("\n### " + rule + "\n");
      assertThat(start).as("a heading ### %s", rule).isNotNegative();
      int end = page.indexOf("\n#", start + 5);
      String paragraph = page.substring(start, end < 0 ? page.length() : end);
      assertThat(paragraph).as(rule).contains("Refused:", "Instead:").hasSizeGreaterThan(150);
    }
  }

  @Test
  void eachRuleHasAClassAndEachClassATest() throws IOException {
    Path tests = Path.of("src/test/java/io/github/guerdon/critic/rule");
    try (Stream<Path> classes =
        Files.list(Path.of("src/main/java/io/github/guerdon/critic/rule"))) {
      List<String> names =
          classes
              .map(p -> p.getFileName().toString().replace(".java", ""))
              .filter(n -> n.endsWith("Rule") || n.endsWith("Warning"))
              .filter(n -> !List.of("Rule", "TextRule").contains(n))
              .toList();
      assertThat(names).hasSizeGreaterThan(20);
      assertThat(names).allMatch(n -> Files.exists(tests.resolve(n + "Test.java")));
    }
  }

  /** Returns the names of rules in the sources of the critic. */
  private static Set<String> rules() throws IOException {
    Set<String> rules = new TreeSet<>();
    for (String folder : List.of("rule", "compile", "")) {
      try (Stream<Path> files =
          Files.list(Path.of("src/main/java/io/github/guerdon/critic", folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher named = NAMED.matcher(Files.readString(file));
          while (named.find()) {
            rules.add(named.group(1));
          }
        }
      }
    }
    assertThat(rules).contains("NAME", "API", "SYNTAX_ERROR", "BYTECODE", "UNIT");
    return rules;
  }
}
