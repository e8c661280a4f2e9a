package io.github.guerdon.generator.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.batch.ExperimentOutcome.Broken;
import io.github.guerdon.generator.batch.ExperimentOutcome.Done;
import io.github.guerdon.generator.batch.ExperimentOutcome.Stopped;
import io.github.guerdon.generator.batch.ExperimentOutcome.Why;
import io.github.guerdon.generator.batch.Judged.Verdict;
import io.github.guerdon.generator.batch.Thresholds.Bar;
import io.github.guerdon.generator.report.Comparison.Standing;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.run.Caps;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class BatchReportTest {

  private static final Fresh GOOD = Results.fresh(3, 0.8, 0.81, 0.82);
  private static final Instant STARTED = Instant.parse("2026-11-05T01:02:03.456Z");

  @TempDir private Path folder;

  private static BatchReport report(
      Thresholds thresholds, Optional<Baseline> baseline, ExperimentOutcome... outcomes) {
    Map<Experiment, ExperimentOutcome> all = new LinkedHashMap<>();
    for (int i = 0; i < outcomes.length; i++) {
      all.put(Results.experiment(i), outcomes[i]);
    }
    BatchPlan plan =
        new BatchPlan(
            "nightly",
            List.copyOf(all.keySet()),
            SearchShape.usual(),
            Caps.none(),
            thresholds,
            0.95);
    return BatchReport.of(plan, all, baseline, STARTED);
  }

  private static BatchReport mixed() {
    return report(
        fitness(0.8),
        Optional.empty(),
        new Done(Results.result(GOOD)),
        new Done(Results.result(Results.fresh(3, 0.1, 0.2, 0.3))),
        new Broken("a trainer said \"\u001b[31mno\u0000\" & <died>", false),
        new Stopped(Why.INTERRUPTED));
  }

  private static Thresholds fitness(double least) {
    return new Thresholds(
        Map.of(Thresholds.ALL, least), Map.of(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static void validate(String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(BatchReportTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @Test
  void junitReportIsValidAndHasOneCaseAnExperiment() throws Exception {
    String xml = String.valueOf(mixed().files().get("junit.xml"));
    validate(xml);
    Element suite = (Element) parsed(xml).getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-05T01:02:03");
    Element failed = (Element) suite.getElementsByTagName("testcase").item(1);
    assertThat(failed.getAttribute("classname")).isEqualTo("nightly.push");
    assertThat(failed.getAttribute("name")).isEqualTo("offline best-of seed 1");
    assertThat(failed.getTextContent())
        .contains("fitness on fresh seeds is 0.2000, the threshold is 0.8000");
  }

  @Test
  void schemaRefusesWhatIsNoReport() {
    String xml = String.valueOf(mixed().files().get("junit.xml"));
    assertThatThrownBy(() -> validate(xml.replaceFirst(" tests=\"4\"", "")))
        .isInstanceOf(SAXException.class);
    assertThatThrownBy(() -> validate(xml.replaceFirst("2026-11-05T", "yesterday ")))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void charactersThatNoXmlMayHoldAreReplaced() throws Exception {
    Document document = parsed(String.valueOf(mixed().files().get("junit.xml")));
    assertThat(document.getElementsByTagName("error").item(0).getTextContent())
        .isEqualTo("a trainer said \"\uFFFD[31mno\uFFFD\" & <died>");
  }

  @Test
  void sharedTrainingsAreCountedOnce() {
    BatchReport report =
        report(
            Thresholds.none(),
            Optional.empty(),
            new Done(Results.result(GOOD)),
            new Done(Results.result(GOOD)));
    assertThat(report.trainings()).isEqualTo(4);
    assertThat(report.trained()).isEqualTo(2);
    assertThat(report.steps()).isEqualTo(1500);
  }

  @Test
  void searchWithoutAValidCandidateFails() {
    BatchReport report = report(Thresholds.none(), Optional.empty(), new Done(Results.empty()));
    assertThat(report.experiments().get(0).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(report.experiments().get(0).messages())
        .containsExactly("no candidate was trained to the end");
  }

  @Test
  void eachThresholdSaysWhatWasMissed() {
    Thresholds all =
        new Thresholds(
            Map.of("push", 0.9),
            Map.of("official", Bar.ABOVE, "sparse", Bar.NOT_BELOW),
            OptionalDouble.of(1),
            OptionalDouble.of(0.8));
    BatchReport report =
        report(all, Optional.empty(), new Done(Results.result(Results.fresh(2, 0.8, 0.81, 0.82))));
    assertThat(report.experiments().get(0).messages())
        .containsExactly(
            "75 % of the candidates were trained to the end, the threshold is 80 %",
            "fitness on fresh seeds is 0.8100, the threshold is 0.9000",
            "the task's requirements were met on 2 of 3 fresh seeds, the threshold is 100 %",
            "the winner is not compared with 'sparse', the threshold is not-below");
  }

  @ParameterizedTest
  @CsvSource({
    "ABOVE, ABOVE, true",
    "ABOVE, NON_INFERIOR, false",
    "NON_INFERIOR, ABOVE, true",
    "NON_INFERIOR, NON_INFERIOR, true",
    "NON_INFERIOR, TIED, false",
    "NOT_BELOW, NON_INFERIOR, true",
    "NOT_BELOW, TIED, true",
    "NOT_BELOW, BELOW, false",
  })
  void standingBesideABaselineMeetsTheBarThatItReaches(Bar bar, Standing standing, boolean met) {
    Thresholds thresholds =
        new Thresholds(
            Map.of(), Map.of("official", bar), OptionalDouble.empty(), OptionalDouble.empty());
    ExperimentResult result = Results.standing(standing);
    assertThat(thresholds.missed("push", result))
        .isEqualTo(
            met
                ? List.of()
                : List.of(
                    "the winner is "
                        + standing.words()
                        + " 'official', the threshold is "
                        + bar.word()));
    BatchReport report = report(thresholds, Optional.empty(), new Done(result));
    assertThat(BatchSummary.write(report)).contains("| official: " + standing.word() + " |");
  }

  @Test
  void thresholdOfATaskGoesBeforeThatOfAll() {
    Thresholds both =
        new Thresholds(
            Map.of(Thresholds.ALL, 0.9, "push", 0.5),
            Map.of(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    assertThat(both.missed("push", Results.result(GOOD))).isEmpty();
    assertThat(both.missed("pull", Results.result(GOOD))).hasSize(1);
  }

  @Test
  void resultsAreTheBaselineOfALaterBatch() throws Exception {
    Path file = folder.resolve("baseline.json");
    BatchReport before =
        report(Thresholds.none(), Optional.empty(), new Done(Results.result(GOOD)));
    Files.writeString(file, String.valueOf(before.files().get("results.json")));
    Optional<Baseline> baseline = Optional.of(Baseline.read(file));

    BatchReport after =
        report(
            Thresholds.none(),
            baseline,
            new Done(Results.result(Results.fresh(3, 0.1, 0.2, 0.3))),
            new Done(Results.result(GOOD)));
    assertThat(after.experiments().get(0).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(after.experiments().get(0).messages().get(0)).contains("worse with confidence");
    assertThat(after.experiments().get(1).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(after.experiments().get(1).notes())
        .containsExactly("the baseline holds no such experiment, so that nothing was compared");
  }

  @Test
  void resultComesBackAsItWas() throws Exception {
    for (ExperimentResult result : List.of(Results.result(GOOD), Results.empty())) {
      assertThat(ResultsJson.read(ResultsJson.result(result).toString())).isEqualTo(result);
    }
  }

  @Test
  void baselineOfAnotherFormatIsRefusedByNumber() throws Exception {
    Path file = Files.writeString(folder.resolve("baseline.json"), "{\"format\": 9}");
    assertThatThrownBy(() -> Baseline.read(file))
        .hasMessageContaining("format is 9, this version reads 1");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\": 1,");
    assertThatThrownBy(() -> Baseline.read(broken)).hasMessageContaining("is no baseline");
    assertThatThrownBy(() -> Baseline.read(folder.resolve("none.json")))
        .hasMessageContaining("write one with --write-baseline");
  }

  @Test
  void formatOfTheResultsIsTheGoldenOne() throws Exception {
    try (var golden = BatchReportTest.class.getResourceAsStream("results-1.json")) {
      assertThat(String.valueOf(mixed().files().get("results.json")))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void tableHasACellForEachHeadAndQuotesWhatNeedsIt() {
    String csv = String.valueOf(mixed().files().get("results.csv"));
    List<String> rows = List.of(csv.split("\r\n"));
    assertThat(rows).hasSize(5);
    int columns = rows.get(0).split(",", -1).length;
    assertThat(rows.get(1).split(",", -1)).hasSize(columns);
    assertThat(rows.get(4).split(",", -1)).hasSize(columns);
    assertThat(rows.get(3)).endsWith("\"a trainer said \"\"\u001b[31mno\u0000\"\" & <died>\"");
  }

  @Test
  void summaryTellsWhatDidNotPassFirst() {
    String summary = String.valueOf(mixed().files().get("summary.md"));
    assertThat(summary)
        .contains("4 experiments: 1 passed, 1 failed, 1 broken, 1 stopped.")
        .contains("- push.offline.best-of.s1, failed: fitness on fresh seeds is 0.2000")
        .contains("| offline | best-of | 0 | passed | g1c0 | 0.9000 | 0.8100 |");
  }
}
