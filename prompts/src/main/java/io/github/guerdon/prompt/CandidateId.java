package io.github.guerdon.prompt;

import java.util.regex.Pattern;

/** The form of a candidate's id, plain enough for a heading. */
final class CandidateId {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private CandidateId() {}

  static void check(String id) {
    if (!PLAIN.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "candidate id '"
              + PlainText.line(id)
              + "' is not made of letters, digits, dots and dashes; pass the id of the run");
    }
  }
}
