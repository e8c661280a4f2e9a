package io.github.guerdon.env.step;

import java.util.Optional;

/**
 * How a film is taken; changes no state.
 *
 * @param width pixels
 * @param height pixels
 * @param camera one of the model's own; empty for the one that it is usually watched by, or else
 *     one that has all of it in view
 */
public record FilmSettings(int width, int height, Optional<String> camera) {

  /** Returns small pictures from the usual camera. */
  public static FilmSettings standard() {
    return new FilmSettings(320, 240, Optional.empty());
  }
}
