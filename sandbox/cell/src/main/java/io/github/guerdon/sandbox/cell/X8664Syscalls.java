package io.github.guerdon.sandbox.cell;

import static java.util.Map.entry;

import java.util.Map;

/** Linux's system calls on x86-64, {@code asm/unistd_64.h}. */
final class X8664Syscalls {

  static final SyscallTable TABLE =
      new SyscallTable(
          "amd64",
          0xC000003E,
          Map.ofEntries(
              entry("read", 0),
              entry("write", 1),
              entry("close", 3),
              entry("fstat", 5),
              entry("poll", 7),
              entry("lseek", 8),
              entry("mmap", 9),
              entry("mprotect", 10),
              entry("munmap", 11),
              entry("brk", 12),
              entry("rt_sigaction", 13),
              entry("rt_sigprocmask", 14),
              entry("rt_sigreturn", 15),
              entry("pread64", 17),
              entry("readv", 19),
              entry("writev", 20),
              entry("sched_yield", 24),
              entry("mremap", 25),
              entry("mincore", 27),
              entry("madvise", 28),
              entry("nanosleep", 35),
              entry("getpid", 39),
              entry("exit", 60),
              entry("uname", 63),
              entry("getrusage", 98),
              entry("sysinfo", 99),
              entry("times", 100),
              entry("sigaltstack", 131),
              entry("arch_prctl", 158),
              entry("gettid", 186),
              entry("futex", 202),
              entry("sched_getaffinity", 204),
              entry("restart_syscall", 219),
              entry("clock_gettime", 228),
              entry("clock_getres", 229),
              entry("clock_nanosleep", 230),
              entry("exit_group", 231),
              entry("epoll_wait", 232),
              entry("set_robust_list", 273),
              entry("epoll_pwait", 281),
              entry("getcpu", 309),
              entry("getrandom", 318),
              entry("membarrier", 324),
              entry("rseq", 334)),
          Map.ofEntries(
              entry("clone", 56),
              entry("prctl", 157),
              entry("prlimit64", 302),
              entry("seccomp", 317),
              entry("clone3", 435)));

  private X8664Syscalls() {}
}
