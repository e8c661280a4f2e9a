package io.github.guerdon.sandbox.cell;

import java.io.IOException;

/** Something other than the expected frame came out of a pipe. */
final class WireException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String what;

  WireException(String what) {
    super(what);
    this.what = what;
  }

  @Override
  public String getMessage() {
    return what;
  }
}
