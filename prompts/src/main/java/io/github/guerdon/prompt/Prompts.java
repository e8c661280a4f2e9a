package io.github.guerdon.prompt;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The prompt texts of a run, by file name, and their rendering: a variable that is missing or that
 * a text does not use is an error.
 */
public final class Prompts {

  // A line that is one tag leaves no empty line behind: its line feed moves into the tag, which
  // keeps the line numbers of errors true.
  private static final Pattern TAG_LINE =
      Pattern.compile("(?m)^[ \\t]*(\\{%(?:(?!%\\}).)*)%\\}[ \\t]*\\n");
  private static final Pattern COMMENT_LINE =
      Pattern.compile("(?m)^[ \\t]*(\\{#(?:(?!#\\}).)*)#\\}[ \\t]*\\n");

  private final Map<String, String> texts;
  private final PebbleEngine engine;

  private Prompts(Map<String, String> texts) {
    this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    MemoryLoader loader = new MemoryLoader();
    texts.forEach((file, text) -> loader.addTemplate(file, onlyTextLines(text)));
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(false)
            .newLineTrimming(false)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /** Returns the program's own texts. */
  public static Prompts builtIn() {
    return new Prompts(PromptFiles.builtIn());
  }

  /**
   * Returns the program's own texts with those replaced that a folder holds under the same name.
   *
   * @throws PromptException if the folder holds a file of another name or a text that cannot be
   *     rendered; every text is rendered once with made-up values
   */
  public static Prompts of(Path folder) {
    Prompts prompts = new Prompts(PromptFiles.over(folder));
    Rehearsal.of(prompts);
    return prompts;
  }

  static Prompts of(Map<String, String> texts) {
    return new Prompts(texts);
  }

  /**
   * Renders one text; its lines end in line feeds, its last line too.
   *
   * @throws PromptException if a variable is missing or unused, or the text is no template
   */
  public String render(PromptName name, Map<String, Object> variables) {
    return render(name.file(), variables);
  }

  String render(String file, Map<String, Object> variables) {
    TemplateUse use = TemplateUse.of(file, texts);
    for (String variable : variables.keySet()) {
      if (!use.mentions(variable)) {
        throw new PromptException(
            file
                + " does not use '"
                + variable
                + "', which would be lost without a word; use it as {{ "
                + variable
                + " }} or write {# without "
                + variable
                + " #}");
      }
    }
    StringWriter rendered = new StringWriter();
    try {
      engine.getTemplate(file).evaluate(rendered, variables, Locale.ROOT);
    } catch (PebbleException e) {
      throw PromptFaults.of(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rendered.toString().strip() + "\n";
  }

  /** Returns the texts by file name, in a fixed order. */
  public Map<String, String> texts() {
    return texts;
  }

  /** Returns the SHA-256 of all texts and their names, in hex. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      texts.forEach(
          (file, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((file + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String onlyTextLines(String text) {
    String tagged = TAG_LINE.matcher(text).replaceAll("$1\n%}");
    return COMMENT_LINE.matcher(tagged).replaceAll("$1\n#}");
  }
}
