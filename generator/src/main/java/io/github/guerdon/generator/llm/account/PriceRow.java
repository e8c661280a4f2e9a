package io.github.guerdon.generator.llm.account;

import io.github.guerdon.generator.llm.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a price table.
 *
 * @param provider who serves the model
 * @param model its name, or the beginning of names before a {@code *}
 * @param baseUrl the address that it counts for, normalized; empty for the provider's own
 * @param price what it costs
 */
record PriceRow(Provider provider, String model, Optional<String> baseUrl, Price price) {

  // Only what marks an edition of the same model: "gpt-5" must not price "gpt-5-pro".
  private static final Pattern EDITION =
      Pattern.compile(
          "(-(latest|preview|exp|\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{4}|\\d{2}-\\d{2}|\\d{6}|\\d{8}|\\d{3,4})|@\\d{8})*");

  /**
   * Returns whether it prices a model.
   *
   * @param address the address asked for, normalized, if it is not the provider's own
   */
  boolean fits(Provider asked, String name, Optional<String> address) {
    if (provider != asked || !baseUrl.equals(address)) {
      return false;
    }
    if (model.endsWith("*")) {
      return name.startsWith(model.substring(0, model.length() - 1));
    }
    return name.startsWith(model) && EDITION.matcher(name.substring(model.length())).matches();
  }

  /** Returns how much of a name it says; a whole name says more than a beginning. */
  int length() {
    return model.endsWith("*") ? 2 * (model.length() - 1) : 2 * model.length() + 1;
  }

  /** Returns an address in the spelling that addresses are compared in. */
  static String address(URI url) {
    String path = Optional.ofNullable(url.getRawPath()).orElse("");
    return server(url) + path.replaceAll("/+$", "");
  }

  /** Returns the part of an address that says whose it is. */
  static String server(URI url) {
    String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    boolean usual =
        url.getPort() == -1
            || (scheme.equals("https") && url.getPort() == 443)
            || (scheme.equals("http") && url.getPort() == 80);
    return scheme + "://" + host + (usual ? "" : ":" + url.getPort());
  }
}
