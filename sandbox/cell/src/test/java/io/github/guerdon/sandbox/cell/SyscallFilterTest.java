package io.github.guerdon.sandbox.cell;

import static io.github.guerdon.sandbox.cell.SyscallFilter.ALLOW;
import static io.github.guerdon.sandbox.cell.SyscallFilter.ENOSYS;
import static io.github.guerdon.sandbox.cell.SyscallFilter.EPERM;
import static io.github.guerdon.sandbox.cell.SyscallFilter.KILL;
import static io.github.guerdon.sandbox.cell.SyscallFilter.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filters of both machines, judged call by call. */
final class SyscallFilterTest {

  private static final int ALL_CALLS = 600;

  /** What the C library asks for when it starts a thread. */
  private static final long THREAD = 0x3d0f00;

  private static final int CLONE_THREAD = 0x10000;

  static List<SyscallTable> tables() {
    return List.of(X8664Syscalls.TABLE, Aarch64Syscalls.TABLE);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void listedCallsAreAllowedAndAllOthersRefused(SyscallTable table) {
    Set<Integer> special = new HashSet<>(table.guarded().values());
    for (int number = 0; number < ALL_CALLS; number++) {
      if (!special.contains(number)) {
        assertThat(verdict(table, number))
            .as("call %d on %s", number, table.machine())
            .isEqualTo(table.free().containsValue(number) ? ALLOW : error(EPERM));
      }
    }
    assertThat(table.free()).doesNotContainKeys("open", "openat", "socket", "execve", "kill");
  }

  /** The calls that would break the seal, by their numbers on each machine. */
  static List<Arguments> dangerous() {
    return List.of(
        Arguments.of(X8664Syscalls.TABLE, Map.of("open", 2, "openat", 257, "creat", 85)),
        Arguments.of(X8664Syscalls.TABLE, Map.of("socket", 41, "connect", 42, "sendto", 44)),
        Arguments.of(X8664Syscalls.TABLE, Map.of("fork", 57, "vfork", 58, "execve", 59)),
        Arguments.of(X8664Syscalls.TABLE, Map.of("kill", 62, "tkill", 200, "tgkill", 234)),
        Arguments.of(X8664Syscalls.TABLE, Map.of("ptrace", 101, "process_vm_readv", 310)),
        Arguments.of(X8664Syscalls.TABLE, Map.of("execveat", 322, "setrlimit", 160, "mount", 165)),
        Arguments.of(X8664Syscalls.TABLE, Map.of("io_uring_setup", 425, "unshare", 272)),
        Arguments.of(X8664Syscalls.TABLE, Map.of("pidfd_getfd", 438, "seccomp", 317, "bpf", 321)),
        Arguments.of(Aarch64Syscalls.TABLE, Map.of("openat", 56, "socket", 198, "connect", 203)),
        Arguments.of(Aarch64Syscalls.TABLE, Map.of("sendto", 206, "execve", 221, "kill", 129)),
        Arguments.of(Aarch64Syscalls.TABLE, Map.of("tkill", 130, "tgkill", 131, "ptrace", 117)),
        Arguments.of(Aarch64Syscalls.TABLE, Map.of("execveat", 281, "setrlimit", 164)),
        Arguments.of(Aarch64Syscalls.TABLE, Map.of("io_uring_setup", 425, "seccomp", 277)));
  }

  @ParameterizedTest
  @MethodSource("dangerous")
  void dangerousCallsAreRefused(SyscallTable table, Map<String, Integer> calls) {
    calls.forEach(
        (name, number) -> assertThat(verdict(table, number)).as(name).isEqualTo(error(EPERM)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void callsOfAnotherMachineKill(SyscallTable table) {
    BpfProgram program = SyscallFilter.program(table);
    for (int architecture : new int[] {0, 0x40000003, 0x40000028, ~table.architecture()}) {
      assertThat(BpfInterpreter.verdict(program, architecture, 1)).isEqualTo(KILL);
    }
    SyscallTable other = tables().get(1 - tables().indexOf(table));
    assertThat(BpfInterpreter.verdict(program, other.architecture(), 1)).isEqualTo(KILL);
    assertThat(verdict(table, 0x40000000)).isEqualTo(KILL);
    assertThat(verdict(table, 0x40000000 | 1)).isEqualTo(KILL);
    assertThat(verdict(table, -1)).isEqualTo(KILL);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void threadsAreAllowedAndProcessesAreNot(SyscallTable table) {
    int clone = table.number("clone");
    assertThat(verdict(table, clone, THREAD)).isEqualTo(ALLOW);
    assertThat(verdict(table, clone, THREAD & ~CLONE_THREAD)).isEqualTo(error(EPERM));
    assertThat(verdict(table, clone, LibC.SIGCHLD)).isEqualTo(error(EPERM));
    assertThat(verdict(table, clone, THREAD | 0x10000000)).as("CLONE_NEWUSER").isNotEqualTo(ALLOW);
    assertThat(verdict(table, clone, THREAD | 0x40000000)).as("CLONE_NEWNET").isNotEqualTo(ALLOW);
    assertThat(verdict(table, clone, THREAD | 0x2000)).as("CLONE_PTRACE").isNotEqualTo(ALLOW);
    assertThat(verdict(table, table.number("clone3"), THREAD)).isEqualTo(error(ENOSYS));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void ownLimitsCanBeReadAndNotSet(SyscallTable table) {
    int prlimit = table.number("prlimit64");
    assertThat(verdict(table, prlimit, 0, 7, 0, 0x7fff_0000_1000L)).isEqualTo(ALLOW);
    assertThat(verdict(table, prlimit, 0, 7, 0x1000, 0)).isEqualTo(error(EPERM));
    assertThat(verdict(table, prlimit, 0, 7, 0x1_0000_0000L, 0)).isEqualTo(error(EPERM));
  }

  @ParameterizedTest
  @ValueSource(ints = {LibC.PR_SET_NAME, LibC.PR_GET_SECCOMP, LibC.PR_SET_VMA})
  void harmlessProcessOptionsAreAllowed(int option) {
    for (SyscallTable table : tables()) {
      assertThat(verdict(table, table.number("prctl"), option)).isEqualTo(ALLOW);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {LibC.PR_SET_PDEATHSIG, 4 /* dumpable */, 22 /* seccomp */, 47 /* ambient */})
  void otherProcessOptionsAreRefused(int option) {
    for (SyscallTable table : tables()) {
      assertThat(verdict(table, table.number("prctl"), option)).isEqualTo(error(EPERM));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyJumpEndsInAVerdict(SyscallTable table) {
    BpfProgram program = SyscallFilter.program(table);
    int size = program.instructions().size();
    for (int i = 0; i < size; i++) {
      BpfProgram.Instruction instruction = program.instructions().get(i);
      assertThat(i + 1 + instruction.yes()).isLessThanOrEqualTo(size);
      assertThat(i + 1 + instruction.no()).isLessThanOrEqualTo(size);
      assertThat(instruction.yes()).isLessThan(256);
      assertThat(instruction.no()).isLessThan(256);
    }
    assertThat(program.instructions().get(size - 1).code()).isEqualTo(BpfProgram.RETURN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "x86_64", "aarch64", "arm64"})
  void eachNameOfAMachineHasItsTable(String machine) {
    assertThat(SyscallTable.find(machine)).isPresent();
    assertThat(SyscallTable.find("riscv64")).isEmpty();
  }

  private static int verdict(SyscallTable table, int number, long... arguments) {
    return BpfInterpreter.verdict(
        SyscallFilter.program(table), table.architecture(), number, arguments);
  }
}
