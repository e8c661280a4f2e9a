package io.github.guerdon.sandbox.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What the launcher tells a cell to do before it gets a candidate.
 *
 * @param filter whether to give up all system calls but those that computing needs
 */
record SealOrder(Limits limits, Bait bait, boolean filter) {

  void write(DataOutput out) throws IOException {
    limits.write(out);
    bait.write(out);
    out.writeBoolean(filter);
  }

  static SealOrder read(DataInput in) throws IOException {
    return new SealOrder(Limits.read(in), Bait.read(in), in.readBoolean());
  }

  /**
   * Limits and seals this process and tries the seal.
   *
   * @throws IOException if a limit does not hold; a seal that does not is evidence
   */
  Greeting carryOut() throws IOException {
    List<String> proven = limits.apply();
    Rehearsal.play();
    SelfTest test = new SelfTest(bait);
    List<Trial> outside = test.outside();
    if (!filter) {
      return new Greeting(proven, new Evidence(outside, List.of(), 0, "not asked for"));
    }
    try {
      SyscallFilter.install();
    } catch (IOException e) {
      String trouble = String.valueOf(e.getMessage());
      return new Greeting(proven, new Evidence(outside, List.of(), 0, trouble));
    }
    return new Greeting(proven, new Evidence(outside, test.sealed(), SelfTest.filter(), ""));
  }
}
