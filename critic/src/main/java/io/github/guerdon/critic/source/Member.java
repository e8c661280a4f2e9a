package io.github.guerdon.critic.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A method that a reward may call.
 *
 * @param owner simple name of its type
 * @param name its name
 * @param parameters types of its parameters; a name list is one {@code String} array
 * @param result what it returns
 */
public record Member(String owner, String name, List<Type> parameters, Type result) {

  /** Copies the list. */
  public Member {
    parameters = List.copyOf(parameters);
  }

  /** Returns whether it takes any number of names. */
  boolean names() {
    return parameters.size() == 1 && parameters.get(0).dimensions() == 1;
  }

  /** Returns how it is called, for messages. */
  public String signature() {
    return name
        + parameters.stream()
            .map(p -> names() ? "String…" : p.toString())
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
