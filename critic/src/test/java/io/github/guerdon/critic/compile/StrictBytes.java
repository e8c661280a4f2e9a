package io.github.guerdon.critic.compile;

import java.util.List;

/** Gives tests the parts of the package that they need alone. */
public final class StrictBytes {

  private StrictBytes() {}

  /** Returns the class with {@code StrictMath} for {@code Math}, without fuel. */
  public static byte[] of(byte[] classFile) {
    return Instrumentation.apply(classFile, false, line -> line);
  }

  /** Returns what the bytecode gate says of a class that nothing else looked at. */
  public static List<String> gate(byte[] classFile, String name, Class<?> implemented) {
    return BytecodeGate.problems(classFile, name, implemented);
  }
}
