package io.github.guerdon.critic.reviewer;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.Source;
import io.github.guerdon.reward.slot.TermName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks what a program from a reviewer says that it reads, for trainers gather it by native code:
 * each slot is the one that the model's vocabulary gives for the name.
 */
final class ProgramCheck {

  private static final Pattern CLASS_NAME = Pattern.compile("[A-Za-z_$][\\w$.]{0,199}");
  private static final int CLASS_FILE = 0xCAFEBABE;
  private static final int MOST_TERMS = 4_000;

  private ProgramCheck() {}

  /**
   * @throws WireException if an honest reviewer cannot have made the program
   */
  static void check(RewardProgram program, Vocabulary vocabulary) throws WireException {
    if (!CLASS_NAME.matcher(program.className()).matches()) {
      throw new WireException("a class whose name is none");
    }
    byte[] file = program.classFile();
    if (file.length < 10 || java.nio.ByteBuffer.wrap(file).getInt() != CLASS_FILE) {
      throw new WireException("class bytes that are no class file");
    }
    Set<String> terms = new HashSet<>();
    for (String term : program.terms()) {
      if (TermName.normalise(term).filter(term::equals).isEmpty() || !terms.add(term)) {
        throw new WireException("a term whose name is not normal or not its own");
      }
    }
    if (terms.size() > MOST_TERMS) {
      throw new WireException(terms.size() + " terms; at most " + MOST_TERMS);
    }
    for (Handle handle : program.table().handles()) {
      Set<Quantity> read = new HashSet<>();
      for (Handle.Reading reading : handle.readings()) {
        if (!slot(handle, reading.quantity(), vocabulary).equals(Optional.of(reading.slot()))
            || !read.add(reading.quantity())) {
          throw new WireException("a reading that the model does not have");
        }
      }
    }
  }

  private static Optional<Slot> slot(Handle handle, Quantity quantity, Vocabulary vocabulary) {
    return switch (handle.kind()) {
      case WORLD ->
          switch (quantity) {
            case TIME, QPOS, QVEL, CENTER_OF_MASS -> Optional.of(vocabulary.world(quantity));
            default -> Optional.empty();
          };
      case SLICE -> value(quantity, vocabulary.slice(handle.name()));
      case PARAMETER ->
          value(
              quantity,
              Optional.of(vocabulary.parameters().indexOf(handle.name()))
                  .filter(number -> number >= 0)
                  .map(number -> Slot.of(Source.PARAMETER, number)));
      case CONTACT -> value(quantity, touching(handle.name(), vocabulary));
      default ->
          vocabulary
              .find(handle.kind(), handle.name())
              .flatMap(element -> vocabulary.slot(element, quantity));
    };
  }

  private static Optional<Slot> value(Quantity quantity, Optional<Slot> slot) {
    return quantity == Quantity.VALUE ? slot : Optional.empty();
  }

  /** Returns the slot of a pair of geoms; names may hold a bar themselves. */
  private static Optional<Slot> touching(String pair, Vocabulary vocabulary) {
    for (int bar = pair.indexOf('|'); bar >= 0; bar = pair.indexOf('|', bar + 1)) {
      Optional<Element> a = vocabulary.find(Kind.GEOM, pair.substring(0, bar));
      Optional<Element> b = vocabulary.find(Kind.GEOM, pair.substring(bar + 1));
      if (a.isPresent() && b.isPresent()) {
        int first = Math.min(a.get().id(), b.get().id());
        int second = Math.max(a.get().id(), b.get().id());
        return Optional.of(new Slot(Source.TOUCHING, first, second, 1));
      }
    }
    return Optional.empty();
  }
}
