package io.github.guerdon.generator.llm.account;

/** Is told what a run may have spent, before each request is sent and after each came back. */
@FunctionalInterface
public interface SpendLog {

  /**
   * Keeps what was spent; a request is sent only once this returns. Called by one thread at a time.
   *
   * @param most what is spent if each request in flight costs its most
   */
  void keep(Spend most);

  /** Returns a log that keeps nothing. */
  static SpendLog none() {
    return most -> {};
  }
}
