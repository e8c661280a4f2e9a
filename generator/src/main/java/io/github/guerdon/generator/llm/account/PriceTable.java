package io.github.guerdon.generator.llm.account;

import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A dated list of what models cost. */
public final class PriceTable {

  private static final String BUILT_IN = "prices.yaml";
  private static final int MOST_BYTES = 1 << 20;

  private final String text;
  private final LocalDate asOf;
  private final List<PriceRow> rows;

  PriceTable(String text, LocalDate asOf, List<PriceRow> rows) {
    this.text = text;
    this.asOf = asOf;
    this.rows = List.copyOf(rows);
  }

  /** Returns the table that the program carries. */
  public static PriceTable builtIn() {
    try (InputStream in =
        Objects.requireNonNull(PriceTable.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
      return PriceReader.read(
          BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own price table cannot be read", e);
    } catch (PriceException e) {
      throw new IllegalStateException("the program's own price table is wrong", e);
    }
  }

  /**
   * Reads a user's table, which stands in for the built-in one as a whole.
   *
   * @throws PriceException if it cannot be read or says something wrong; names the line
   */
  public static PriceTable read(Path file) throws PriceException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new PriceException(
            file + ": the file is longer than 1 MiB; give a price table with --prices FILE");
      }
      return PriceReader.read(file.toString(), utf8(file, bytes));
    } catch (IOException e) {
      throw new PriceException(
          file + ": cannot be read (" + e.getMessage() + "); check the path after --prices");
    }
  }

  private static String utf8(Path file, byte[] bytes) throws PriceException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      throw new PriceException(file + ": the file is no UTF-8 text; save it as UTF-8");
    }
    return text;
  }

  /**
   * Returns the price of a model: the longest row that fits it; empty if nobody knows.
   *
   * <p>A server on this machine is free. At any other address of the user's own, only a row with
   * that address counts: who serves it there may ask what he wants.
   */
  public Optional<Price> find(ModelSettings settings) {
    return find(settings.provider(), settings.model(), settings.baseUrl());
  }

  /** Returns the price of a model, as {@link #find(ModelSettings)} does. */
  public Optional<Price> find(Provider provider, String model, Optional<URI> baseUrl) {
    Optional<String> foreign =
        baseUrl
            .filter(url -> !PriceRow.server(url).equals(PriceRow.server(provider.home())))
            .map(PriceRow::address);
    Optional<Price> listed =
        rows.stream()
            .filter(row -> row.fits(provider, model, foreign))
            .max(Comparator.comparingInt(PriceRow::length))
            .map(PriceRow::price);
    return listed.isEmpty() && baseUrl.filter(PriceTable::onThisMachine).isPresent()
        ? Optional.of(Price.free(asOf))
        : listed;
  }

  private static boolean onThisMachine(URI url) {
    String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** Returns the day as of which the prices are known. */
  public LocalDate asOf() {
    return asOf;
  }

  /** Returns the table as it was read, to be copied into a run. */
  public String text() {
    return text;
  }
}
