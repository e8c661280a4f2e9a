package io.github.guerdon.prompt;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.PebbleException;
import java.util.Optional;

/** Turns what the template engine says into a message with a place and a fix. */
final class PromptFaults {

  private PromptFaults() {}

  static PromptException of(String file, PebbleException fault) {
    String place =
        Optional.ofNullable(fault.getFileName()).orElse(file)
            + Optional.ofNullable(fault.getLineNumber()).map(n -> ":" + n).orElse("");
    String said = Optional.ofNullable(fault.getPebbleMessage()).orElse("no template");
    String fix =
        fault instanceof LoaderException
            ? "include one of the files that there are: " + String.join(", ", PromptName.files())
            : "correct it there, or remove the file to use the built-in text";
    return new PromptException(place + ": " + PlainText.line(said) + "; " + fix, fault);
  }
}
