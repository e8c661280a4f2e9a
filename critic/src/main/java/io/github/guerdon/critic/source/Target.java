package io.github.guerdon.critic.source;

import java.util.List;

/** What a call goes to. */
public sealed interface Target {

  /** A method of an API type. */
  record Accessor(Member member) implements Target {}

  /** A static method of the API or the JDK. */
  record Library(Member member) implements Target {}

  /**
   * A method of the source's own.
   *
   * @param packed whether the last arguments go into an array
   */
  record Helper(Function function, boolean packed) implements Target {}

  /** Nothing of that name in a type that may be used. */
  record Missing(String owner, String name) implements Target {}

  /** Something of that name, but not for these arguments. */
  record Mismatch(List<String> signatures) implements Target {

    /** Copies the list. */
    public Mismatch {
      signatures = List.copyOf(signatures);
    }
  }

  /** Several methods of the source's own, none of which fits the arguments best. */
  record Ambiguous(List<String> signatures) implements Target {

    /** Copies the list. */
    public Ambiguous {
      signatures = List.copyOf(signatures);
    }
  }

  /** A method of something that a reward may not use, as written. */
  record Foreign(String owner) implements Target {}

  /** A method of something that is reported elsewhere. */
  record Unknown() implements Target {}
}
