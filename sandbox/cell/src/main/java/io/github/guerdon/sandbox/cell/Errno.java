package io.github.guerdon.sandbox.cell;

/** Linux's error numbers by name. */
final class Errno {

  static final int NONE = 0;
  static final int EPERM = 1;
  static final int ENOENT = 2;
  static final int ESRCH = 3;

  private Errno() {}

  static String name(int number) {
    return switch (number) {
      case NONE -> "done";
      case EPERM -> "EPERM";
      case ENOENT -> "ENOENT";
      case ESRCH -> "ESRCH";
      case 13 -> "EACCES";
      case 22 -> "EINVAL";
      case 38 -> "ENOSYS";
      case 101 -> "ENETUNREACH";
      case 111 -> "ECONNREFUSED";
      default -> "error " + number;
    };
  }
}
