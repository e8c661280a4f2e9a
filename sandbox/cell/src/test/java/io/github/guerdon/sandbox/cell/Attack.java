package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import java.util.EnumSet;
import java.util.Set;

/**
 * What hostile code does once it has passed both gates. {@code CANARY}, {@code PARENT}, {@code
 * TCP}, {@code UDP} and {@code FOLDER} stand for the bait.
 */
enum Attack {
  READ_FILE("win = new java.io.FileInputStream(\"CANARY\").read() >= 0;"),
  READ_ENVIRONMENT("win = new java.io.FileInputStream(\"/proc/PARENT/environ\").read() >= 0;"),
  LIST_FOLDER("win = new java.io.File(\"FOLDER\").list() != null;"),
  WRITE_FILE("new java.io.FileOutputStream(\"FOLDER/stolen\").write(1); win = true;"),
  CONNECT("new java.net.Socket(\"127.0.0.1\", TCP).close(); win = true;"),
  LISTEN("new java.net.ServerSocket(0).close(); win = true;"),
  SEND_DATAGRAM(
      "new java.net.DatagramSocket().send(new java.net.DatagramPacket(new byte[1], 1,"
          + " java.net.InetAddress.getByName(\"127.0.0.1\"), UDP)); win = true;"),
  RUN_PROGRAM("new ProcessBuilder(\"/bin/true\").start(); win = true;"),
  NATIVE_OPEN("win = call(\"open\", \"CANARY\", 0) >= 0;"),
  NATIVE_SOCKET("win = call(\"socket\", 2, 2, 0) >= 0;"),
  NATIVE_UNIX_SOCKET("win = call(\"socketpair\", 1, 1, 0, new int[2]) >= 0;"),
  NATIVE_EXECUTE("call(\"execve\", \"/bin/true\", null, null);"),
  NATIVE_ASK_PARENT("win = call(\"kill\", PARENT, 0) >= 0;"),
  NATIVE_STOP_CLOCK("win = call(\"prctl\", 1, 0L, 0L, 0L, 0L) >= 0;"),
  NATIVE_RAISE_LIMIT(
      "if (SEALED) win = call(\"setrlimit\", 2, new long[] {1L << 40, 1L << 40}) >= 0;"),
  NATIVE_NAMESPACE("if (SEALED) win = call(\"unshare\", 0x10000000) >= 0;"),
  NATIVE_TRACE("if (SEALED) win = call(\"ptrace\", 0x4206, PARENT, 0L, 0L) >= 0;"),
  // Signal 0 asks; should the seal fail, nobody is to be harmed.
  NATIVE_ASK_EVERYBODY("win = call(\"kill\", -1, 0) >= 0;"),
  NATIVE_FORK("if (SEALED) win = call(\"fork\") >= 0;");

  private final String text;

  Attack(String text) {
    this.text = text;
  }

  /**
   * Returns one class that tries these attacks, each in its turn, and tells which had their way:
   * its term is the sum of 2 to the power of their numbers.
   */
  static RewardProgram program(Set<Attack> attacks, Bait bait, String folder, boolean sealed) {
    StringBuilder body = new StringBuilder();
    int number = 0;
    for (Attack attack : attacks) {
      body.append("{ boolean win = false; try { ")
          .append(attack.text)
          .append(" } catch (Throwable refused) { } terms.add(0, win ? ")
          .append(1L << number++)
          .append("L : 0); }\n");
    }
    return Candidates.source(
        body.toString()
            .replace("CANARY", bait.file())
            .replace("FOLDER", folder)
            .replace("PARENT", Long.toString(bait.parent()))
            .replace("TCP", Integer.toString(bait.tcpPort()))
            .replace("UDP", Integer.toString(bait.udpPort()))
            .replace("SEALED", Boolean.toString(sealed)),
        "static int call(String name, Object... arguments) {"
            + " return com.sun.jna.NativeLibrary.getProcess().getFunction(name)"
            + ".invokeInt(arguments); }");
  }

  /** Reads such a sum. */
  static Set<Attack> winners(Set<Attack> attacks, double sum) {
    Set<Attack> winners = EnumSet.noneOf(Attack.class);
    int number = 0;
    for (Attack attack : attacks) {
      if (((long) sum >> number++ & 1) != 0) {
        winners.add(attack);
      }
    }
    return winners;
  }
}
