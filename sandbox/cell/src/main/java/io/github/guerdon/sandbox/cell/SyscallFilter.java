package io.github.guerdon.sandbox.cell;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The list of system calls that a sealed cell may make: what a JVM needs that computes, collects
 * garbage, compiles and answers on pipes that are open already. All others fail with EPERM.
 *
 * <p>A new thread is allowed, a new process is not; {@code clone3} does not exist, because its
 * arguments lie in memory that a filter cannot read. Own limits can be read, not set: for root the
 * kernel would raise them.
 */
final class SyscallFilter {

  static final int ALLOW = 0x7fff0000;
  static final int KILL = 0x80000000;
  static final int EPERM = 1;
  static final int ENOSYS = 38;

  private static final int ERROR = 0x00050000;

  /** x86-64 numbers of the 32-bit-pointer kind begin here; no other machine has so many calls. */
  private static final int FOREIGN = 0x40000000;

  private static final int NUMBER_AT = 0;
  private static final int ARCHITECTURE_AT = 4;
  private static final int FIRST_ARGUMENT_AT = 16;
  private static final int THIRD_ARGUMENT_AT = 32;

  private static final int CLONE_THREAD = 0x10000;

  /** Of clone's flags: a tracer's child, and namespaces of the thread's own. */
  private static final int CLONE_REFUSED = 0x2000 | 0x20000 | 0x7e000000;

  /** What the JVM, the C library and the proof of the seal ask prctl for. */
  private static final List<Integer> PRCTL_ALLOWED =
      List.of(
          LibC.PR_SET_NAME,
          LibC.PR_GET_SECCOMP,
          LibC.PR_GET_NO_NEW_PRIVS,
          LibC.PR_SET_VMA); // names of memory, where the C library has been told to give them

  private static final int SECCOMP_SET_MODE_FILTER = 1;
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;

  private SyscallFilter() {}

  static int error(int number) {
    return ERROR | number;
  }

  /** Writes the filter for one machine. */
  static BpfProgram program(SyscallTable table) {
    BpfProgram.Writer writer = new BpfProgram.Writer();
    writer.load(ARCHITECTURE_AT).unlessEqual(table.architecture(), 1).end(KILL);
    writer.load(NUMBER_AT).ifAtLeast(FOREIGN, 1).end(KILL);
    List<Map.Entry<String, Integer>> free = new ArrayList<>(table.free().entrySet());
    free.sort(Map.Entry.comparingByValue());
    free.forEach(call -> writer.ifEqual(call.getValue(), 1).end(ALLOW));
    writer.ifEqual(table.number("clone3"), 1).end(error(ENOSYS));
    writer
        .ifEqual(table.number("clone"), 5)
        .load(FIRST_ARGUMENT_AT)
        .and(CLONE_THREAD | CLONE_REFUSED)
        .ifEqual(CLONE_THREAD, 1)
        .end(ALLOW)
        .end(error(EPERM));
    writer
        .ifEqual(table.number("prlimit64"), 6)
        .load(THIRD_ARGUMENT_AT)
        .ifEqual(0, 3)
        .load(THIRD_ARGUMENT_AT + 4)
        .ifEqual(0, 1)
        .end(ALLOW)
        .end(error(EPERM));
    writer.ifEqual(table.number("prctl"), 2 * PRCTL_ALLOWED.size() + 2).load(FIRST_ARGUMENT_AT);
    PRCTL_ALLOWED.forEach(option -> writer.ifEqual(option, 1).end(ALLOW));
    return writer.end(error(EPERM)).end(error(EPERM)).program();
  }

  /**
   * Puts the filter on all threads of this process, for good.
   *
   * @throws IOException if the kernel or this machine has no such filters, or a thread escaped it
   */
  static void install() throws IOException {
    SyscallTable table =
        SyscallTable.find()
            .orElseThrow(
                () ->
                    new IOException(
                        "no table of system calls for " + System.getProperty("os.arch")));
    BpfProgram program = program(table);
    try (Memory code = program.code();
        Memory header = new Memory(2L * Long.BYTES)) {
      header.setShort(0, (short) program.instructions().size());
      header.setPointer(Long.BYTES, code);
      long thread =
          LibC.syscall(
              table.number("seccomp"),
              SECCOMP_SET_MODE_FILTER,
              SECCOMP_FILTER_FLAG_TSYNC,
              Pointer.nativeValue(header),
              0);
      if (thread != 0) {
        throw new IOException("thread " + thread + " cannot be filtered");
      }
    } catch (LastErrorException e) {
      throw new IOException("the kernel refused the filter: " + Errno.name(e.getErrorCode()), e);
    }
  }
}
