package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.batch.Judged.Verdict;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A batch as a JUnit report, one test case an experiment, in the strictest of the shapes in use:
 * what Ant's {@code junitreport} defined. CI servers show it without a plug-in of ours.
 */
final class JunitXml {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String write(BatchReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JunitXml(xml).report(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory can always be written", e);
    }
    return text + "\n";
  }

  private void report(BatchReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", "guerdon batch " + report.plan().name());
    attribute("package", report.plan().name());
    attribute("id", "0");
    attribute("timestamp", TIMESTAMP.format(report.started()));
    // The machine's name is nobody's business, and the schema has this for one that is unknown.
    attribute("hostname", "localhost");
    attribute("tests", Integer.toString(report.experiments().size()));
    attribute("failures", Long.toString(report.count(Verdict.FAILED)));
    attribute("errors", Long.toString(report.count(Verdict.BROKEN)));
    attribute("skipped", Long.toString(report.count(Verdict.STOPPED)));
    attribute(
        "time", seconds(report.experiments().stream().mapToDouble(JunitXml::secondsOf).sum()));
    properties(report);
    for (Judged judged : report.experiments()) {
      testCase(report.plan().name(), judged);
    }
    line(2);
    element("system-out", notes(report.experiments()));
    line(2);
    element("system-err", "");
    line(1);
    xml.writeEndElement();
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void properties(BatchReport report) throws XMLStreamException {
    line(2);
    xml.writeStartElement("properties");
    Map<String, String> all =
        Map.of(
            "trainings", Long.toString(report.trainings()),
            "trained", Long.toString(report.trained()),
            "steps", Long.toString(report.steps()),
            "confidence", Double.toString(report.plan().confidence()));
    for (String name : all.keySet().stream().sorted().toList()) {
      line(3);
      xml.writeEmptyElement("property");
      attribute("name", name);
      attribute("value", all.getOrDefault(name, ""));
    }
    line(2);
    xml.writeEndElement();
  }

  private void testCase(String batch, Judged judged) throws XMLStreamException {
    Experiment experiment = judged.experiment();
    line(2);
    xml.writeStartElement("testcase");
    attribute("classname", batch + "." + experiment.task().label());
    attribute(
        "name",
        String.join(
            " ",
            experiment.designer().label(),
            experiment.strategy().word(),
            "seed",
            Long.toString(experiment.seed())));
    attribute("time", seconds(secondsOf(judged)));
    switch (judged.verdict()) {
      case PASSED -> {
        // An empty test case has passed.
      }
      case FAILED -> problem("failure", judged.messages());
      case BROKEN -> problem("error", judged.messages());
      case STOPPED -> {
        line(3);
        xml.writeEmptyElement("skipped");
        attribute("message", String.join("; ", judged.messages()));
        line(2);
      }
    }
    xml.writeEndElement();
  }

  private void problem(String element, List<String> messages) throws XMLStreamException {
    line(3);
    xml.writeStartElement(element);
    attribute("message", messages.get(0));
    attribute("type", "guerdon." + element);
    xml.writeCharacters(clean(String.join("\n", messages)));
    xml.writeEndElement();
    line(2);
  }

  private static String notes(List<Judged> experiments) {
    StringBuilder text = new StringBuilder();
    for (Judged judged : experiments) {
      judged
          .notes()
          .forEach(
              n -> text.append(judged.experiment().name()).append(": ").append(n).append('\n'));
    }
    return text.toString();
  }

  private static double secondsOf(Judged judged) {
    return judged.result().map(ExperimentResult::seconds).orElse(0.0);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** Leaves out what no XML may hold, not even escaped: messages may quote anything. */
  private static String clean(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints().map(c -> isXml(c) ? c : '\uFFFD').forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
