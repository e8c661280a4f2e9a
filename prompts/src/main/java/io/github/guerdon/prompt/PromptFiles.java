package io.github.guerdon.prompt;

import io.github.guerdon.env.file.DidYouMean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads prompt texts: the program's own, and those of a folder that replace them. */
final class PromptFiles {

  private static final long LARGEST = 64 * 1024;

  private PromptFiles() {}

  /** Returns the program's own texts by file name, in the order of the names. */
  static Map<String, String> builtIn() {
    Map<String, String> texts = new LinkedHashMap<>();
    PromptName.files().forEach(file -> texts.put(file, resource(file)));
    return texts;
  }

  /** Returns the program's own texts with those of a folder in their place. */
  static Map<String, String> over(Path folder) {
    Map<String, String> texts = builtIn();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (!texts.containsKey(name)) {
        throw new PromptException(
            file
                + " replaces no prompt"
                + DidYouMean.hint(name, PromptName.files())
                + "; name it like the text it replaces, or move it away");
      }
      texts.put(name, read(file));
    }
    return texts;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new PromptException(
          "the prompts' folder " + folder + " is no folder; name one that holds prompt texts");
    }
    try (Stream<Path> found = Files.walk(folder, 2)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new PromptException("cannot list " + folder + " (" + e + "); make it readable", e);
    }
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new PromptException(
            file + " has " + Files.size(file) + " bytes, at most " + LARGEST + "; shorten it");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.replace("\uFEFF", "").replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw new PromptException(file + " is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new PromptException("cannot read " + file + " (" + e + "); make it readable", e);
    }
  }

  static String resource(String file) {
    try (InputStream in = PromptFiles.class.getResourceAsStream("/prompts/" + file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the program's own file prompts/" + file + " is missing; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
