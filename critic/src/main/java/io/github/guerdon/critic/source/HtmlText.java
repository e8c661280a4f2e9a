package io.github.guerdon.critic.source;

/** Reads code that was written as the text of a web page. */
final class HtmlText {

  private HtmlText() {}

  /** Returns a text with its signs in place of their names, if it has none of Java's quotes. */
  static String decoded(String text) {
    if (text.contains("\"") || !text.contains("&quot;")) {
      return text;
    }
    return text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
