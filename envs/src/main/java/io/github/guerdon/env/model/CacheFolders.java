package io.github.guerdon.env.model;

import java.nio.file.Path;
import java.util.List;

/** Names the folders of the cache whose contents come back when a task needs them. */
public final class CacheFolders {

  private CacheFolders() {}

  /** Returns where built-in tasks are unpacked and where wheels of models are kept. */
  public static List<Path> all() {
    return List.of(BuiltIn.folder(), Wheels.cache());
  }
}
