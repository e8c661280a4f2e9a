package io.github.guerdon.sandbox.cell;

import com.sun.jna.LastErrorException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries, in the cell and for real, what a hostile candidate would try. It asks the C library
 * directly, so that no kindness of the JDK stands in between.
 */
final class SelfTest {

  private final Bait bait;

  SelfTest(Bait bait) {
    this.bait = bait;
  }

  /** Tries what can be tried without harm where nothing may stop it. */
  List<Trial> outside() {
    List<Trial> trials = new ArrayList<>();
    trials.add(trial(Attempt.READ_FILE, () -> read(bait.file())));
    trials.add(trial(Attempt.READ_ENVIRONMENT, () -> read("/proc/" + bait.parent() + "/environ")));
    trials.add(trial(Attempt.CONNECT_TCP, this::connect));
    trials.add(trial(Attempt.SIGNAL_PARENT, () -> LibC.kill(Math.toIntExact(bait.parent()), 0)));
    return trials;
  }

  /** Tries everything, in a process whose system calls are filtered. */
  List<Trial> sealed() {
    List<Trial> trials = outside();
    trials.add(trial(Attempt.SEND_UDP, this::send));
    // The bait is no program: should the call be allowed, it fails otherwise.
    trials.add(trial(Attempt.EXECUTE, () -> LibC.execve(bait.file(), null, null)));
    trials.add(trial(Attempt.FORK, SelfTest::fork));
    return trials;
  }

  /** Returns the kernel's word for the filter of this thread, 0 if there is none. */
  static int filter() {
    return LibC.prctl(LibC.PR_GET_SECCOMP, 0, 0, 0, 0);
  }

  private static void read(String file) {
    LibC.close(LibC.open(file, LibC.O_CLOEXEC));
  }

  private void connect() {
    int socket = LibC.socket(LibC.AF_INET, LibC.SOCK_STREAM | LibC.O_CLOEXEC, 0);
    try {
      byte[] address = address(bait.tcpPort());
      LibC.connect(socket, address, address.length);
    } finally {
      LibC.close(socket);
    }
  }

  private void send() {
    int socket = LibC.socket(LibC.AF_INET, LibC.SOCK_DGRAM | LibC.O_CLOEXEC, 0);
    try {
      byte[] address = address(bait.udpPort());
      LibC.sendto(socket, new byte[1], 1, 0, address, address.length);
    } finally {
      LibC.close(socket);
    }
  }

  private static void fork() {
    SyscallTable table = SyscallTable.find().orElseThrow();
    if (LibC.syscall(table.number("clone"), LibC.SIGCHLD, 0, 0, 0) == 0) {
      // A copy of this process that must not live; the original reports that it could be made.
      LibC.kill(LibC.getpid(), LibC.SIGKILL);
    }
  }

  /** Returns a {@code sockaddr_in}. */
  private static byte[] address(int port) {
    byte[] address = new byte[16];
    address[0] = LibC.AF_INET;
    address[2] = (byte) (port >> 8);
    address[3] = (byte) port;
    System.arraycopy(Canaries.LOOPBACK, 0, address, 4, 4);
    return address;
  }

  private static Trial trial(Attempt attempt, Runnable action) {
    try {
      action.run();
      return new Trial(attempt, Errno.NONE);
    } catch (LastErrorException e) {
      return new Trial(attempt, e.getErrorCode());
    }
  }
}
