package io.github.guerdon.critic.rule;

/** What is known after a condition, by its value. */
record Split(Known whenTrue, Known whenFalse) {

  /** No condition is evaluated here. */
  static final Split NEVER = new Split(Known.NEVER, Known.NEVER);

  /** Returns one that is the same for both values. */
  static Split both(Known known) {
    return new Split(known, known);
  }

  /** Returns what is known whatever the value. */
  Known joined() {
    return whenTrue.join(whenFalse);
  }

  Split join(Split other) {
    return new Split(whenTrue.join(other.whenTrue), whenFalse.join(other.whenFalse));
  }

  Split negated() {
    return new Split(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }
}
