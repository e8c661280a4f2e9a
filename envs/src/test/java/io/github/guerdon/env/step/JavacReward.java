package io.github.guerdon.env.step;

import io.github.guerdon.env.MemoryJavac;
import io.github.guerdon.reward.RewardFunction;

/** Compiles and loads a baseline as plain Java, as an IDE would. */
final class JavacReward {

  private JavacReward() {}

  static RewardFunction compile(String source) {
    byte[] bytes = MemoryJavac.compile("Reward", source);
    ClassLoader loader =
        new ClassLoader(JavacReward.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) {
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    try {
      return (RewardFunction) loader.loadClass("Reward").getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
