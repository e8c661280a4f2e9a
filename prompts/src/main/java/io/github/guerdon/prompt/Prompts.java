package io.github.guerdon.prompt;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Renders prompt texts: a variable that is missing or that a text does not use is an error. */
public final class Prompts {

  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new StringLoader())
          .strictVariables(true)
          .autoEscaping(false)
          .newLineTrimming(true)
          .defaultLocale(Locale.ROOT)
          .build();

  private Prompts() {}

  /**
   * Renders one text.
   *
   * @throws IllegalArgumentException if a variable is missing or unused
   */
  public static String render(PromptName name, Map<String, Object> variables) {
    return render(name.resource(), text(name), variables);
  }

  static String render(String title, String text, Map<String, Object> variables) {
    for (String variable : variables.keySet()) {
      if (!Pattern.compile("\\{[{%][^}]*\\b" + Pattern.quote(variable) + "\\b")
          .matcher(text)
          .find()) {
        throw new IllegalArgumentException(
            title + " does not use '" + variable + "'; use it there or do not pass it");
      }
    }
    StringWriter rendered = new StringWriter();
    try {
      ENGINE.getTemplate(text).evaluate(rendered, variables, Locale.ROOT);
    } catch (PebbleException e) {
      throw new IllegalArgumentException(title + " cannot be rendered: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rendered.toString();
  }

  private static String text(PromptName name) {
    try (InputStream in = Prompts.class.getClassLoader().getResourceAsStream(name.resource())) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own resource " + name.resource());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
