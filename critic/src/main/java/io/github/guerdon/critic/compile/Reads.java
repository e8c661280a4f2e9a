package io.github.guerdon.critic.compile;

import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.guerdon.critic.source.Member;
import io.github.guerdon.critic.source.NamePosition;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quantities;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.reward.slot.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an accepted program reads: a number for each thing named, and its quantities.
 *
 * <p>An element whose accessor is called where it is named is read for exactly that; one that goes
 * into a variable, a helper or a group may be read for whatever the program reads of its type.
 */
final class Reads {

  private record Key(Kind kind, String name) {}

  private final Program program;
  private final Vocabulary vocabulary;
  private final Map<Key, Set<Quantity>> quantities = new LinkedHashMap<>();
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final Map<String, Set<Quantity>> ofType = new HashMap<>();
  private final List<List<Integer>> groups = new ArrayList<>();
  private boolean start;

  Reads(Program program, Vocabulary vocabulary) {
    this.program = program;
    this.vocabulary = vocabulary;
    for (MethodCallExpr call : program.calls()) {
      if (program.target(call) instanceof Target.Accessor accessor) {
        Quantities.ofElement(accessor.member())
            .ifPresent(q -> set(ofType, accessor.member().owner()).add(q));
      }
    }
    program.calls().forEach(this::collect);
  }

  private void collect(MethodCallExpr call) {
    if (!(program.target(call) instanceof Target.Accessor accessor)) {
      return;
    }
    Member member = accessor.member();
    start |= member.owner().equals("State") && member.name().equals("start");
    Quantities.ofWorld(member).ifPresent(q -> read(new Key(Kind.WORLD, "world"), Set.of(q)));
    if (member.owner().equals("Action")) {
      return; // Controls travel anyway.
    }
    if (member.name().equals("touching")) {
      read(contact(call), Set.of(Quantity.VALUE));
      return;
    }
    for (NamePosition position : NamePosition.in(program, call)) {
      Key key = new Key(position.kind(), name(position));
      boolean value =
          position.kind() == Kind.SLICE
              || position.kind() == Kind.PARAMETER
              || position.kind() == Kind.SENSOR;
      read(key, value ? Set.of(Quantity.VALUE) : ofElement(call, position.kind()));
    }
  }

  private Set<Quantity> ofElement(MethodCallExpr call, Kind kind) {
    Optional<Quantity> direct =
        Trees.user(call)
            .filter(
                user ->
                    user instanceof MethodCallExpr next
                        && next.getScope().filter(s -> Trees.same(Trees.bare(s), call)).isPresent())
            .flatMap(
                user ->
                    program.target((MethodCallExpr) user) instanceof Target.Accessor next
                        ? Quantities.ofElement(next.member())
                        : Optional.empty());
    String type = kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    return direct.map(Set::of).orElseGet(() -> ofType.getOrDefault(type, Set.of()));
  }

  private void read(Key key, Set<Quantity> read) {
    numbers.putIfAbsent(key, numbers.size());
    set(quantities, key).addAll(read);
  }

  private static <K> Set<Quantity> set(Map<K, Set<Quantity>> map, K key) {
    return map.computeIfAbsent(key, k -> EnumSet.noneOf(Quantity.class));
  }

  private static Key contact(MethodCallExpr call) {
    List<String> geoms =
        call.getArguments().stream().map(a -> Trees.plainLiteral(a).orElseThrow()).toList();
    return new Key(Kind.CONTACT, String.join("|", geoms));
  }

  private static String name(NamePosition position) {
    return Trees.plainLiteral(position.argument()).orElseThrow();
  }

  /** Returns the number that lowered code passes for a call that names one thing. */
  int handle(MethodCallExpr call) {
    Key key =
        call.getNameAsString().equals("touching")
            ? contact(call)
            : NamePosition.in(program, call).stream()
                .map(p -> new Key(p.kind(), name(p)))
                .findFirst()
                .orElseThrow();
    return Optional.ofNullable(numbers.get(key)).orElseThrow();
  }

  /** Returns the number that lowered code passes for a call that names several things. */
  int group(MethodCallExpr call) {
    List<Integer> members =
        NamePosition.in(program, call).stream()
            .map(p -> Optional.ofNullable(numbers.get(new Key(p.kind(), name(p)))).orElseThrow())
            .toList();
    if (!groups.contains(members)) {
      groups.add(members);
    }
    return groups.indexOf(members);
  }

  /** Returns the number of the control that a call of {@code of} names. */
  int control(MethodCallExpr call) {
    return vocabulary
        .names(Kind.ACTUATOR)
        .indexOf(Trees.plainLiteral(call.getArgument(0)).orElseThrow());
  }

  boolean start() {
    return start;
  }

  /** Returns the table; groups are complete once all calls are lowered. */
  SlotTable table() {
    List<Handle> handles = new ArrayList<>();
    quantities.forEach(
        (key, read) -> {
          List<Handle.Reading> readings = new ArrayList<>();
          for (Quantity quantity : read) {
            slot(key, quantity).ifPresent(s -> readings.add(new Handle.Reading(quantity, s)));
          }
          handles.add(new Handle(key.kind(), key.name(), readings));
        });
    return new SlotTable(handles, groups);
  }

  private Optional<Slot> slot(Key key, Quantity quantity) {
    return switch (key.kind()) {
      case WORLD -> Optional.of(vocabulary.world(quantity));
      case SLICE -> vocabulary.slice(key.name());
      case PARAMETER ->
          Optional.of(Slot.of(Source.PARAMETER, vocabulary.parameters().indexOf(key.name())));
      case CONTACT -> Optional.of(touching(key.name()));
      default -> vocabulary.find(key.kind(), key.name()).flatMap(e -> vocabulary.slot(e, quantity));
    };
  }

  /** Returns the one slot of a pair of geoms, in whichever order they are named. */
  private Slot touching(String pair) {
    // Names may hold a bar themselves: every split that gives two known geoms means the same text.
    for (int bar = pair.indexOf('|'); bar >= 0; bar = pair.indexOf('|', bar + 1)) {
      Optional<Element> a = vocabulary.find(Kind.GEOM, pair.substring(0, bar));
      Optional<Element> b = vocabulary.find(Kind.GEOM, pair.substring(bar + 1));
      if (a.isPresent() && b.isPresent()) {
        int first = Math.min(a.get().id(), b.get().id());
        int second = Math.max(a.get().id(), b.get().id());
        return new Slot(Source.TOUCHING, first, second, 1);
      }
    }
    throw new IllegalStateException("contact " + pair + " passed the rule on names");
  }
}
