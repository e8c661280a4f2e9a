package io.github.guerdon.sandbox.cell;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Restricts the calling thread, and what it starts, to reading a few files: Linux's Landlock. How
 * much more it can forbid depends on the kernel; datagrams it never can.
 */
final class Landlock {

  // The same numbers on all machines.
  private static final int CREATE_RULESET = 444;
  private static final int ADD_RULE = 445;
  private static final int RESTRICT_SELF = 446;

  private static final int ASK_VERSION = 1;
  private static final int PATH_BENEATH = 1;
  private static final long EXECUTE = 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_DIRECTORY = 1 << 3;
  private static final int TCP_SINCE = 4;
  private static final int SCOPES_SINCE = 6;
  private static final long BIND_AND_CONNECT = 3;
  private static final long ABSTRACT_SOCKETS_AND_SIGNALS = 3;

  private Landlock() {}

  /** Returns the version of the kernel's interface, 0 if it has none. */
  static int version() {
    try {
      return (int) LibC.syscall(CREATE_RULESET, 0, 0, ASK_VERSION, 0);
    } catch (LastErrorException none) {
      return 0;
    }
  }

  /**
   * Restricts the calling thread for good.
   *
   * @param readable files and folders that it may still read and execute
   * @throws IOException if the kernel refuses
   */
  static void restrict(Collection<Path> readable) throws IOException {
    int version = version();
    if (version < 1) {
      throw new IOException("the kernel has no Landlock");
    }
    try {
      LibC.prctl(LibC.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
      int ruleset = create(version);
      try {
        for (Path path : readable) {
          allow(ruleset, path);
        }
        LibC.syscall(RESTRICT_SELF, ruleset, 0, 0, 0);
      } finally {
        LibC.close(ruleset);
      }
    } catch (LastErrorException e) {
      throw new IOException("Landlock: " + Errno.name(e.getErrorCode()), e);
    }
  }

  /** Forbids all that this version knows; the kernel refuses a longer structure than its own. */
  private static int create(int version) {
    int words = version < TCP_SINCE ? 1 : version < SCOPES_SINCE ? 2 : 3;
    try (Memory attributes = new Memory(3L * Long.BYTES)) {
      attributes.setLong(0, fileAccess(version));
      attributes.setLong(8, BIND_AND_CONNECT);
      attributes.setLong(16, ABSTRACT_SOCKETS_AND_SIGNALS);
      return (int)
          LibC.syscall(
              CREATE_RULESET, Pointer.nativeValue(attributes), (long) words * Long.BYTES, 0, 0);
    }
  }

  /** Returns the bits of all accesses to files: 13 at first, then one more each. */
  private static long fileAccess(int version) {
    int bits = version < 2 ? 13 : version < 3 ? 14 : version < 5 ? 15 : 16;
    return (1L << bits) - 1;
  }

  private static void allow(int ruleset, Path path) {
    long access = EXECUTE | READ_FILE | (Files.isDirectory(path) ? READ_DIRECTORY : 0);
    int file = LibC.open(path.toString(), LibC.O_PATH | LibC.O_CLOEXEC);
    try (Memory rule = new Memory(2L * Long.BYTES)) {
      rule.setLong(0, access);
      rule.setInt(8, file);
      LibC.syscall(ADD_RULE, ruleset, PATH_BENEATH, Pointer.nativeValue(rule), 0);
    } finally {
      LibC.close(file);
    }
  }
}
