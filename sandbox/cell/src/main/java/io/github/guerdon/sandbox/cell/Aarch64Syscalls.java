package io.github.guerdon.sandbox.cell;

import static java.util.Map.entry;

import java.util.Map;

/** Linux's system calls on aarch64, {@code asm-generic/unistd.h}. */
final class Aarch64Syscalls {

  static final SyscallTable TABLE =
      new SyscallTable(
          "aarch64",
          0xC00000B7,
          Map.ofEntries(
              entry("read", 63),
              entry("write", 64),
              entry("close", 57),
              entry("fstat", 80),
              entry("ppoll", 73),
              entry("lseek", 62),
              entry("mmap", 222),
              entry("mprotect", 226),
              entry("munmap", 215),
              entry("brk", 214),
              entry("rt_sigaction", 134),
              entry("rt_sigprocmask", 135),
              entry("rt_sigreturn", 139),
              entry("pread64", 67),
              entry("readv", 65),
              entry("writev", 66),
              entry("sched_yield", 124),
              entry("mremap", 216),
              entry("mincore", 232),
              entry("madvise", 233),
              entry("nanosleep", 101),
              entry("getpid", 172),
              entry("exit", 93),
              entry("uname", 160),
              entry("getrusage", 165),
              entry("sysinfo", 179),
              entry("times", 153),
              entry("sigaltstack", 132),
              entry("gettid", 178),
              entry("futex", 98),
              entry("sched_getaffinity", 123),
              entry("restart_syscall", 128),
              entry("clock_gettime", 113),
              entry("clock_getres", 114),
              entry("clock_nanosleep", 115),
              entry("exit_group", 94),
              entry("set_robust_list", 99),
              entry("epoll_pwait", 22),
              entry("getcpu", 168),
              entry("getrandom", 278),
              entry("membarrier", 283),
              entry("rseq", 293)),
          Map.ofEntries(
              entry("clone", 220),
              entry("prctl", 167),
              entry("prlimit64", 261),
              entry("seccomp", 277),
              entry("clone3", 435)));

  private Aarch64Syscalls() {}
}
