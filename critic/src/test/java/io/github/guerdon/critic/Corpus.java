package io.github.guerdon.critic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files under {@code corpus} and {@code harmless}, with what is expected of them. */
final class Corpus {

  /** A row of the corpus; rule {@code -} where none is expected. */
  record Row(String name, String file, String expected, String rule) {
    byte[] bytes() {
      return resource("corpus/" + file);
    }

    @Override
    public String toString() {
      return name + " " + expected;
    }
  }

  /** A raw answer that must be accepted, with its terms. */
  record Harmless(String file, String task, List<String> terms) {
    byte[] bytes() {
      return resource("harmless/" + file);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private Corpus() {}

  static Stream<Row> rows() {
    return lines("corpus/index.tsv").map(c -> new Row(c[0], c[1], c[2], c[3]));
  }

  static Stream<Harmless> harmless() {
    return lines("harmless/index.tsv")
        .map(c -> new Harmless(c[0], c[1], Arrays.asList(c[2].split(","))));
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
