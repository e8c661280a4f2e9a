package io.github.guerdon.critic.reviewer;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Tunable;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.RewardProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Verdicts as bytes. Reading trusts nothing: what is not exactly what an honest critic writes
 * fails.
 */
final class VerdictCodec {

  private static final int ACCEPTED = 1;
  private static final int REJECTED = 2;

  private static final int LONGEST_SOURCE = 1 << 20;
  private static final int LONGEST_MESSAGE = 1 << 16;
  private static final int LONGEST_NAME = 256;
  private static final int MOST_FINDINGS = 20_000;
  private static final int MOST_TUNABLES = 4_000;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Pc}\\p{Sc}]+");
  private static final Pattern RULE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  private VerdictCodec() {}

  static byte[] encode(Verdict verdict) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    if (verdict instanceof Verdict.Accepted accepted) {
      out.writeByte(ACCEPTED);
      Text.write(accepted.reward().source(), out);
      accepted.reward().program().write(out);
      write(accepted.reward().tunables(), out);
      writeFindings(accepted.warnings(), out);
    } else if (verdict instanceof Verdict.Rejected rejected) {
      out.writeByte(REJECTED);
      Text.write(rejected.reason().name(), out);
      writeFindings(rejected.findings(), out);
    }
    return bytes.toByteArray();
  }

  /**
   * Decodes what a reviewer says of a source for these names.
   *
   * @throws WireException if an honest reviewer cannot have said it
   */
  static Verdict decode(byte[] payload, Vocabulary vocabulary) throws WireException {
    try {
      Verdict verdict = read(new DataInputStream(new ByteArrayInputStream(payload)), vocabulary);
      // Covers what readers of parts let pass: other forms of the same, and bytes that follow.
      if (!Arrays.equals(encode(verdict), payload)) {
        throw new WireException("a verdict that is not in its one form");
      }
      return verdict;
    } catch (WireException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new WireException("no verdict: " + e.getMessage(), e);
    }
  }

  private static Verdict read(DataInputStream in, Vocabulary vocabulary) throws IOException {
    int kind = in.readUnsignedByte();
    switch (kind) {
      case ACCEPTED -> {
        String source = Text.read(in, LONGEST_SOURCE);
        RewardProgram program = RewardProgram.read(in);
        ProgramCheck.check(program, vocabulary);
        return new Verdict.Accepted(
            new CompiledReward(source, program, readTunables(in)), readFindings(in));
      }
      case REJECTED -> {
        Verdict.Reason reason = Verdict.Reason.valueOf(Text.read(in, LONGEST_NAME));
        return new Verdict.Rejected(reason, readFindings(in));
      }
      default -> throw new WireException("verdict of kind " + kind + "; there is none");
    }
  }

  private static void write(List<Tunable> tunables, DataOutputStream out) throws IOException {
    out.writeInt(tunables.size());
    for (Tunable tunable : tunables) {
      Text.write(tunable.name(), out);
      out.writeDouble(tunable.value());
      out.writeDouble(tunable.min());
      out.writeDouble(tunable.max());
    }
  }

  private static List<Tunable> readTunables(DataInputStream in) throws IOException {
    List<Tunable> tunables = new ArrayList<>();
    for (int left = Text.count(in, MOST_TUNABLES, "tunables"); left > 0; left--) {
      String name = Text.read(in, LONGEST_NAME);
      if (!NAME.matcher(name).matches()) {
        throw new WireException("a tunable whose name is none");
      }
      tunables.add(new Tunable(name, in.readDouble(), in.readDouble(), in.readDouble()));
    }
    return tunables;
  }

  private static void writeFindings(List<Finding> findings, DataOutputStream out)
      throws IOException {
    out.writeInt(findings.size());
    for (Finding finding : findings) {
      Text.write(finding.rule(), out);
      out.writeInt(finding.line());
      out.writeInt(finding.column());
      Text.write(finding.message(), out);
    }
  }

  private static List<Finding> readFindings(DataInputStream in) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (int left = Text.count(in, MOST_FINDINGS, "findings"); left > 0; left--) {
      String rule = Text.read(in, LONGEST_NAME);
      if (!RULE.matcher(rule).matches()) {
        throw new WireException("a finding whose rule is no name");
      }
      findings.add(new Finding(rule, in.readInt(), in.readInt(), Text.read(in, LONGEST_MESSAGE)));
    }
    return findings;
  }
}
