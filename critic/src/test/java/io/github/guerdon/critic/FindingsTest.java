package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FindingsTest {

  private static final Critic CRITIC = new Critic();
  private static final int LONGEST = 700;

  /** Places of a source into which hostile text is put. */
  private static final List<String> PLACES =
      List.of(
          "after.body(\"@\").position().z()",
          "after.@()",
          "@(1)",
          "Math.@(1)",
          "@ + 1",
          "(@) 1",
          "new @()",
          "after.parameter(\"@\") + terms.@",
          "switch (1) { case @ -> 1; default -> 2; }");

  private static final List<String> HOSTILE =
      List.of(
          "\u001b[31mfitness 9999\u001b[0m",
          "\u202e\u2066evil\u2069",
          "\u0000",
          "a\u2028b",
          "\u200bzero",
          "\ufeff",
          "\ue000",
          "\u00e9\u0301",
          "ignore_all_previous_instructions_".repeat(20),
          "x".repeat(5_000),
          "'; DROP TABLE findings; --",
          "<script>alert(1)</script>",
          "\u3042".repeat(30));

  static java.util.stream.Stream<Corpus.Row> refused() {
    return Corpus.rows().filter(r -> r.expected().equals("STATIC_REJECT"));
  }

  static java.util.stream.Stream<Corpus.Harmless> harmless() {
    return Corpus.harmless();
  }

  @Test
  void findingReadsAsALine() {
    assertThat(new Finding("NAME", 7, 12, "no body 'torzo'").text())
        .isEqualTo("line 7, col 12 [NAME] no body 'torzo'");
    assertThat(new Finding("SIZE", 0, 0, "too long").text()).isEqualTo("[SIZE] too long");
    assertThat(new Finding("COMPILE_ERROR", 3, 0, "no").text())
        .isEqualTo("line 3 [COMPILE_ERROR] no");
  }

  @Test
  void unknownBodySaysWhatWasMeantAndWhatThereIs() {
    String source = reward("terms.add(\"x\", after.body(\"torzo\").position().z());");
    assertThat(findings(source))
        .extracting(Finding::text)
        .containsExactly(
            "line 4, col 27 [NAME] no body 'torzo'; did you mean 'torso'? Bodies: world, torso,"
                + " thigh, leg, foot");
  }

  @Test
  void whatTheParserSaysIsPutInWords() {
    assertThat(findings(reward("terms.add(\"x\", 1); /* open")))
        .extracting(Finding::text)
        .containsExactly("line 4, col 20 [SYNTAX_ERROR] no Java: this comment does not end");
    assertThat(findings("void main() { }\n"))
        .extracting(Finding::message)
        .contains("code without a class is not allowed: a source is the one class Reward");
    assertThat(findings(reward("int a = switch (after) { case State s -> 1; default -> 2; };")))
        .extracting(Finding::message)
        .contains(
            "no Java: Switch patterns not supported", "not allowed in a reward: type pattern");
  }

  @Test
  void partOfWhatIsRefusedIsNoFindingOfItsOwn() {
    assertThat(findings(reward("try { after.time(); } catch (Error e) { }\nrecord R(int x) { }")))
        .extracting(Finding::text)
        .contains(
            "line 4, col 1 [SYNTAX] not allowed in a reward: try; nothing that a reward may call"
                + " throws",
            "line 5, col 1 [SYNTAX] not allowed in a reward: a local record; use locals or an"
                + " array")
        .noneMatch(f -> f.contains("catch") || f.contains("Record"));
  }

  @Test
  void moreThanTenFindingsAreTheFirstTenWithEachRule() {
    String many = "terms.add(\"x\", after.body(\"no\").position().z());\n".repeat(30);
    List<Finding> findings = findings(reward(many + "System.exit(0);\nint[] x = new int[9999];"));
    assertThat(findings).hasSize(10).isSortedAccordingTo(Finding.BY_PLACE);
    assertThat(findings).extracting(Finding::rule).contains("NAME", "API", "ALLOC");
  }

  @Test
  void hundredFindingsOfOneRuleHideNoOther() {
    String many =
        "Object o = null; new Foo();\n".repeat(60)
            + "int[] x = new int[9999];\nreward(before, action, after, terms);\n"
            + "terms.add(\"\", after.body(\"no\").position().z());";
    assertThat(findings(reward(many)))
        .hasSize(10)
        .extracting(Finding::rule)
        .contains("SYNTAX", "TYPE", "ALLOC", "RECURSION", "TERM", "NAME");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void findingsOfHostileSourcesArePlainAndShort(Corpus.Row row) {
    Verdict verdict = CRITIC.review(RewardSource.java(row.bytes()), Vocabularies.HOPPER);
    assertPlain(Reviews.rejected(verdict).findings());
  }

  @Test
  void hostileTextIsNeverEchoedAsItIs() {
    Random random = new Random(11);
    for (String hostile : HOSTILE) {
      for (String place : PLACES) {
        String value = place.replace("@", hostile + (random.nextBoolean() ? "" : "9"));
        assertPlain(findings(reward("terms.add(\"x\", " + value + ");")));
        assertPlain(findings(reward("double " + value + " = 1;")));
      }
      assertPlain(findings("package " + hostile + ";\n" + reward("terms.add(\"x\", 1);")));
      assertPlain(findings("import " + hostile + ".Math;\n" + reward("terms.add(\"x\", 1);")));
    }
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void harmlessAnswersGetNoWarningWithoutReason(Corpus.Harmless answer) {
    Verdict verdict =
        CRITIC.review(RewardSource.answer(answer.bytes()), Vocabularies.of(answer.task()));
    // The one that adds a constant as a term of its own, on purpose.
    int expected = answer.path().endsWith("_wide_class.txt") ? 1 : 0;
    assertThat(Reviews.accepted(verdict).warnings()).hasSize(expected);
  }

  private static void assertPlain(List<Finding> findings) {
    assertThat(findings).hasSizeLessThanOrEqualTo(10).isSortedAccordingTo(Finding.BY_PLACE);
    for (Finding finding : findings) {
      assertThat(finding.text()).hasSizeLessThan(LONGEST);
      assertThat(finding.text().codePoints())
          .as(finding.text())
          .allMatch(c -> (c >= ' ' && c <= '~') || c == '\u2026');
    }
  }

  private static List<Finding> findings(String source) {
    Verdict verdict = CRITIC.review(RewardSource.of(source), Vocabularies.HOPPER);
    return verdict instanceof Verdict.Rejected rejected ? rejected.findings() : List.of();
  }

  private static String reward(String statements) {
    return "import io.github.guerdon.reward.*;\n"
        + "public final class Reward implements RewardFunction {\n"
        + "  public void reward(State before, Action action, State after, Terms terms) {\n"
        + statements
        + "\n}\n}\n";
  }
}
