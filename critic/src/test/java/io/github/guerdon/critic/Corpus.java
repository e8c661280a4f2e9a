package io.github.guerdon.critic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files under {@code corpus}, {@code harmless} and their twins, with what is expected. */
final class Corpus {

  /** A row of the corpus; rule and second line are {@code -} where none is expected. */
  record Row(String name, String path, String expected, String rule, String secondLine) {
    byte[] bytes() {
      return resource(path);
    }

    @Override
    public String toString() {
      return name + " " + expected;
    }
  }

  /** A raw answer that must be accepted, with its terms. */
  record Harmless(String path, String task, List<String> terms) {
    byte[] bytes() {
      return resource(path);
    }

    @Override
    public String toString() {
      return path;
    }
  }

  private Corpus() {}

  static Stream<Row> rows() {
    return Stream.concat(rows("corpus", 6), rows("more-hostile", 5));
  }

  static Stream<Row> rows(String folder, int secondLine) {
    return lines(folder + "/index.tsv")
        .map(c -> new Row(c[0], folder + "/" + c[1], c[2], c[3], c[secondLine]));
  }

  static Stream<Harmless> harmless() {
    return Stream.concat(harmless("harmless"), harmless("more-harmless"));
  }

  static Stream<Harmless> harmless(String folder) {
    return lines(folder + "/index.tsv")
        .map(c -> new Harmless(folder + "/" + c[0], c[1], Arrays.asList(c[2].split(","))));
  }

  private static Stream<String[]> lines(String index) {
    return new String(resource(index), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(l -> l.split("\t", -1));
  }

  private static byte[] resource(String name) {
    try (InputStream in = Corpus.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no test resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(name, e);
    }
  }
}
