package io.github.guerdon.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands; one that prints gets the terminal through its constructor, one that asks a
 * language model the keys too.
 */
final class CommandFactory implements IFactory {

  private final Terminal terminal;
  private final Keys keys;

  CommandFactory(Terminal terminal, Keys keys) {
    this.terminal = terminal;
    this.keys = keys;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Object[] given : new Object[][] {{terminal, keys}, {terminal}}) {
      Class<?>[] types = Arrays.stream(given).map(Object::getClass).toArray(Class<?>[]::new);
      Optional<Constructor<?>> printing =
          Arrays.stream(type.getDeclaredConstructors())
              .filter(c -> Arrays.equals(c.getParameterTypes(), types))
              .findFirst();
      if (printing.isPresent()) {
        return type.cast(printing.get().newInstance(given));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
