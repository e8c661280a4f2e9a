package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Variable;
import java.util.HashSet;
import java.util.Set;

/**
 * What is known where control stands, as the Java language defines it (JLS 14.22 and 16).
 *
 * @param reachable whether control can come here
 * @param unset the locals that may have no value yet
 * @param touched the final locals without an initialiser that may have their value already
 */
record Known(boolean reachable, Set<Variable> unset, Set<Variable> touched) {

  /** Where a method begins. */
  static final Known START = new Known(true, Set.of(), Set.of());

  /** Where control never comes: of all locals anything is true, so that it changes no join. */
  static final Known NEVER = new Known(false, Set.of(), Set.of());

  Known {
    unset = Set.copyOf(unset);
    touched = Set.copyOf(touched);
  }

  /** Returns this after the declaration of a local without a value. */
  Known declared(Variable variable) {
    return new Known(reachable, with(unset, variable), without(touched, variable));
  }

  /** Returns this after a local got a value. */
  Known assigned(Variable variable) {
    boolean counts = variable.blankFinal() && reachable;
    if (!counts && !unset.contains(variable)) {
      return this;
    }
    return new Known(
        reachable, without(unset, variable), counts ? with(touched, variable) : touched);
  }

  /** Returns what is known where two ways meet. */
  Known join(Known other) {
    return new Known(
        reachable || other.reachable, union(unset, other.unset), union(touched, other.touched));
  }

  /** Returns this with a value of {@link #reachable}. */
  Known reachable(boolean value) {
    return new Known(value, unset, touched);
  }

  /** Returns what is known where only a constant condition's other value would lead. */
  Known impossible() {
    return new Known(reachable, Set.of(), Set.of());
  }

  private static Set<Variable> with(Set<Variable> set, Variable variable) {
    return union(set, Set.of(variable));
  }

  private static Set<Variable> without(Set<Variable> set, Variable variable) {
    if (!set.contains(variable)) {
      return set;
    }
    Set<Variable> less = new HashSet<>(set);
    less.remove(variable);
    return less;
  }

  private static Set<Variable> union(Set<Variable> a, Set<Variable> b) {
    if (a.containsAll(b)) {
      return a;
    } else if (b.containsAll(a)) {
      return b;
    }
    Set<Variable> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }
}
