package io.github.guerdon.critic.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An argument that is a name: of an element, a slice or a parameter.
 *
 * @param call the call
 * @param argument the argument
 * @param kind what it must name
 */
public record NamePosition(MethodCallExpr call, Expression argument, Kind kind) {

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("body", Kind.BODY),
          Map.entry("bodies", Kind.BODY),
          Map.entry("joint", Kind.JOINT),
          Map.entry("joints", Kind.JOINT),
          Map.entry("site", Kind.SITE),
          Map.entry("geom", Kind.GEOM),
          Map.entry("geoms", Kind.GEOM),
          Map.entry("touching", Kind.GEOM),
          Map.entry("sensor", Kind.SENSOR),
          Map.entry("actuator", Kind.ACTUATOR),
          Map.entry("of", Kind.ACTUATOR),
          Map.entry("tendon", Kind.TENDON),
          Map.entry("parameter", Kind.PARAMETER),
          Map.entry("field", Kind.SLICE),
          Map.entry("within", Kind.SLICE));

  /** Returns the names among a call's arguments; none if it takes none. */
  public static List<NamePosition> in(Program program, MethodCallExpr call) {
    List<NamePosition> found = new ArrayList<>();
    if (program.target(call) instanceof Target.Accessor accessor
        && KINDS.containsKey(accessor.member().name())) {
      Member member = accessor.member();
      Kind kind = KINDS.get(member.name());
      for (int i = 0; kind != null && i < call.getArguments().size(); i++) {
        if (member.names() || member.parameters().get(i).equals(Type.STRING)) {
          found.add(new NamePosition(call, call.getArgument(i), kind));
        }
      }
    }
    return found;
  }

  /** Returns whether a call adds a term. */
  public static boolean addsTerm(Program program, MethodCallExpr call) {
    return program.target(call) instanceof Target.Accessor accessor
        && accessor.member().owner().equals("Terms");
  }

  /** Returns whether an expression is, or is part of, an argument that is a name. */
  public static boolean holds(Program program, Expression expression) {
    Node inner = expression;
    Optional<Node> outer = inner.getParentNode();
    while (outer.isPresent() && outer.get() instanceof Expression around) {
      if (around instanceof MethodCallExpr call) {
        Node child = inner;
        boolean argument = call.getArguments().stream().anyMatch(a -> Trees.same(a, child));
        return argument
            && (in(program, call).stream().anyMatch(p -> Trees.same(p.argument(), child))
                || (addsTerm(program, call) && Trees.same(call.getArgument(0), child)));
      }
      inner = around;
      outer = around.getParentNode();
    }
    return false;
  }
}
