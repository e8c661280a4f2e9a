package io.github.guerdon.reward.slot;

/** Loads one compiled program into a class loader of its own. */
public final class ProgramLoader {

  private ProgramLoader() {}

  /**
   * Defines the class and makes its one instance.
   *
   * @throws IllegalArgumentException if the bytes are no such class
   */
  public static <T> T load(String className, byte[] classFile, Class<T> type) {
    Definer loader = new Definer(type.getClassLoader());
    try {
      return type.cast(loader.define(className, classFile).getConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw new IllegalArgumentException(
          "class " + className + " cannot be made a " + type.getSimpleName() + ": " + e, e);
    }
  }

  private static final class Definer extends ClassLoader {
    Definer(ClassLoader parent) {
      super(parent);
    }

    Class<?> define(String name, byte[] bytes) {
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
