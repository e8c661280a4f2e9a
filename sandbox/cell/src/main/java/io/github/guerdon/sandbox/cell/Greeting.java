package io.github.guerdon.sandbox.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A cell's first words: what it proved of its limits and its seal.
 *
 * @param limits one phrase for each
 */
record Greeting(List<String> limits, Evidence evidence) {

  Greeting {
    limits = List.copyOf(limits);
  }

  /** Returns all that was proven, a phrase each. */
  List<String> phrases() {
    List<String> phrases = new ArrayList<>(limits);
    phrases.addAll(evidence.phrases());
    return phrases;
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(String.join("\n", limits));
    evidence.write(out);
  }

  static Greeting read(DataInput in) throws IOException {
    return new Greeting(List.of(in.readUTF().split("\n")), Evidence.read(in));
  }
}
