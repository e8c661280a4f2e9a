package io.github.guerdon.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands; one that prints gets the terminal through its constructor. */
final class CommandFactory implements IFactory {

  private final Terminal terminal;

  CommandFactory(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    Optional<Constructor<?>> printing =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(c -> Arrays.equals(c.getParameterTypes(), new Class<?>[] {Terminal.class}))
            .findFirst();
    if (printing.isPresent()) {
      return type.cast(printing.get().newInstance(terminal));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
