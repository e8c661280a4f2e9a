package io.github.guerdon.sandbox.cell;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The few functions of the C library that the JDK does not offer; numbers are Linux's. */
final class LibC {

  static final int O_CLOEXEC = 0x80000;
  static final int O_PATH = 0x200000;
  static final int PR_SET_PDEATHSIG = 1;
  static final int PR_SET_NAME = 15;
  static final int PR_GET_SECCOMP = 21;
  static final int PR_SET_NO_NEW_PRIVS = 38;
  static final int PR_GET_NO_NEW_PRIVS = 39;
  static final int PR_SET_VMA = 0x53564d41;
  static final int SIGKILL = 9;
  static final int SIGCHLD = 17;
  static final int POLLIN = 1;
  static final int AF_INET = 2;
  static final int SOCK_STREAM = 1;
  static final int SOCK_DGRAM = 2;
  static final int RLIMIT_CPU = 0;
  static final int RLIMIT_FSIZE = 1;
  static final int RLIMIT_DATA = 2;
  static final int RLIMIT_CORE = 4;
  static final int RLIMIT_NOFILE = 7;

  static {
    // Of the process itself: looking the library up by name would run ldconfig.
    Native.register(LibC.class, NativeLibrary.getProcess());
  }

  private LibC() {}

  static native int prctl(int option, long a, long b, long c, long d) throws LastErrorException;

  /** Sets a limit; {@code {soft, hard}}. */
  static native int setrlimit(int resource, long[] limit) throws LastErrorException;

  static native int getrlimit(int resource, long[] limit) throws LastErrorException;

  static native int getpid();

  static native int getppid();

  static native int getpgrp();

  /** Begins a session without a terminal, whose processes the terminal's Ctrl-C does not reach. */
  static native int setsid() throws LastErrorException;

  /** Makes a pipe; {@code {read end, write end}}. */
  static native int pipe2(int[] ends, int flags) throws LastErrorException;

  static native int close(int descriptor) throws LastErrorException;

  /**
   * Returns how many descriptors have something to read, the end included.
   *
   * @param descriptors two each: the descriptor, and what to ask for in the lower half
   */
  static native int poll(int[] descriptors, long count, int timeoutMillis);

  static native int open(String path, int flags) throws LastErrorException;

  static native int socket(int domain, int type, int protocol) throws LastErrorException;

  static native int connect(int socket, byte[] address, int length) throws LastErrorException;

  static native long sendto(
      int socket, byte[] data, long length, int flags, byte[] address, int addressLength)
      throws LastErrorException;

  /** Becomes another program; null stands for no arguments and no environment. */
  static native int execve(String path, @Nullable Pointer arguments, @Nullable Pointer environment)
      throws LastErrorException;

  /** Sends a signal; 0 only asks whether one could be sent. */
  static native int kill(int process, int signal) throws LastErrorException;

  /** Makes a system call that the C library has no function for. */
  static native long syscall(long number, long a, long b, long c, long d) throws LastErrorException;
}
