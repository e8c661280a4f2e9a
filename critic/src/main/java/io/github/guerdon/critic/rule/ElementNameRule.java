package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.guerdon.critic.source.Member;
import io.github.guerdon.critic.source.NamePosition;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quantities;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Suggestion;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** NAME, of the model: each name is a literal and stands for an element of the wanted kind. */
final class ElementNameRule implements Rule {

  private static final int SHOWN = 24;
  private static final Map<Kind, String> PLURALS =
      Map.of(
          Kind.BODY, "bodies",
          Kind.JOINT, "joints",
          Kind.SITE, "sites",
          Kind.GEOM, "geoms",
          Kind.SENSOR, "sensors",
          Kind.ACTUATOR, "actuators",
          Kind.TENDON, "tendons",
          Kind.PARAMETER, "parameters");

  private final Vocabulary vocabulary;

  ElementNameRule(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public void check(Program program, Findings findings) {
    for (MethodCallExpr call : program.calls()) {
      List<NamePosition> names = NamePosition.in(program, call);
      for (NamePosition name : names) {
        check(name, findings);
      }
      if (names.isEmpty()
          && program.target(call) instanceof Target.Accessor accessor
          && List.of("bodies", "joints", "geoms").contains(accessor.member().name())) {
        findings.add("NAME", call, "no names; give at least one in quotes");
      }
      checkQuantity(program, call, findings);
    }
  }

  private void check(NamePosition position, Findings findings) {
    Optional<String> literal = Trees.plainLiteral(position.argument());
    if (literal.isEmpty()) {
      boolean escaped = Trees.bare(position.argument()) instanceof LiteralStringValueExpr;
      findings.add(
          "NAME",
          position.argument(),
          escaped
              ? "the name holds an escape; write it plainly"
              : "a name is a literal in quotes, known before it runs; for a choice write one call"
                  + " for each name: c ? after.body(\"a\") : after.body(\"b\")");
      return;
    }
    String name = literal.get();
    boolean known =
        switch (position.kind()) {
          case SLICE -> vocabulary.slice(name).isPresent();
          case PARAMETER -> vocabulary.parameters().contains(name);
          default -> vocabulary.find(position.kind(), name).isPresent();
        };
    if (!known) {
      findings.add("NAME", position.argument(), unknown(position.kind(), name));
    }
  }

  private String unknown(Kind kind, String name) {
    if (kind == Kind.SLICE) {
      return Quote.plain(vocabulary.sliceProblem(name), 400);
    }
    List<String> names = kind == Kind.PARAMETER ? vocabulary.parameters() : vocabulary.names(kind);
    String plural = PLURALS.getOrDefault(kind, "names");
    Optional<Kind> other =
        PLURALS.keySet().stream()
            .filter(k -> k != kind && k != Kind.PARAMETER)
            .sorted()
            .filter(k -> vocabulary.find(k, name).isPresent())
            .findFirst();
    String all =
        names.isEmpty()
            ? "There are no " + plural
            : plural.substring(0, 1).toUpperCase(Locale.ROOT)
                + plural.substring(1)
                + ": "
                + String.join(
                    ", ", names.stream().limit(SHOWN).map(n -> Quote.plain(n, 40)).toList())
                + (names.size() > SHOWN ? ", … (" + names.size() + ")" : "");
    return "no "
        + kind.name().toLowerCase(Locale.ROOT)
        + " "
        + Quote.name(name)
        + other.map(k -> " (it is a " + k.name().toLowerCase(Locale.ROOT) + ")").orElse("")
        + Suggestion.of(name, names).map(n -> "; did you mean " + Quote.name(n) + "? ").orElse(". ")
        + all;
  }

  /** Reports an accessor that the named element has no number for, such as a ball joint's angle. */
  private void checkQuantity(Program program, MethodCallExpr accessor, Findings findings) {
    if (!(program.target(accessor) instanceof Target.Accessor target)
        || accessor.getScope().isEmpty()
        || !(Trees.bare(accessor.getScope().get()) instanceof MethodCallExpr element)) {
      return;
    }
    Member member = target.member();
    for (NamePosition position : NamePosition.in(program, element)) {
      Optional<Element> named =
          Trees.plainLiteral(position.argument()).flatMap(n -> vocabulary.find(position.kind(), n));
      boolean lacking =
          named.isPresent()
              && Quantities.ofElement(member)
                  .filter(q -> vocabulary.slot(named.get(), q).isEmpty())
                  .isPresent();
      if (lacking) {
        findings.add(
            "NAME",
            accessor,
            position.kind().name().toLowerCase(Locale.ROOT)
                + " "
                + Quote.name(named.get().name())
                + " is of type "
                + Quote.name(named.get().type())
                + " and has no single "
                + member.name()
                + "(); read its body, or qpos(i) and qvel(i)");
      }
    }
  }
}
