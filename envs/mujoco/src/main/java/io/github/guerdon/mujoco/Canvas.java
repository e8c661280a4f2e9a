package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Owns an off-screen OpenGL context, current on the thread that opened it and closed there.
 *
 * <p>It is OSMesa's, loaded by name when first needed: all else runs without that library.
 */
final class Canvas implements AutoCloseable {

  /** The library's names, that of current Mesa first. */
  static final List<String> LIBRARIES = List.of("libOSMesa.so.8", "libOSMesa.so.6", "libOSMesa.so");

  private @Nullable Pointer pointer;

  private Canvas(Pointer pointer) {
    this.pointer = pointer;
  }

  /**
   * Opens a canvas.
   *
   * @param libraries file names to try in turn
   * @throws MissingLibraryException if none can be loaded
   * @throws MujocoException if the library gives no context
   */
  static Canvas open(List<String> libraries, int width, int height) {
    Pointer canvas = MuJoCo.guerdon_openCanvas(load(libraries), width, height);
    if (canvas == null || canvas.isNull()) {
      throw new MujocoException(
          "OSMesa gives no OpenGL context of "
              + width
              + " × "
              + height
              + " pixels; try a smaller picture, or reinstall the system package libosmesa6");
    }
    return new Canvas(canvas);
  }

  private static Pointer load(List<String> libraries) {
    for (String library : libraries) {
      Pointer loaded = MuJoCo.guerdon_loadOsmesa(library);
      if (loaded != null && !loaded.isNull()) {
        return loaded;
      }
    }
    throw new MissingLibraryException(
        "pictures need OSMesa, and none of "
            + String.join(", ", libraries)
            + " can be loaded: install the system package libosmesa6"
            + " (apt-get install libosmesa6; mesa-libOSMesa on Fedora); all else works without it");
  }

  @Override
  public void close() {
    Pointer open = pointer;
    pointer = null;
    if (open != null) {
      MuJoCo.guerdon_closeCanvas(open);
    }
  }
}
