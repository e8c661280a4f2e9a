package io.github.guerdon.generator.search;

/** Hears what a search does, always on the thread that runs it. */
@FunctionalInterface
public interface SearchListener {

  /** Hears an event. */
  void on(SearchEvent event);

  /** Returns a listener that does nothing. */
  static SearchListener silent() {
    return event -> {};
  }
}
