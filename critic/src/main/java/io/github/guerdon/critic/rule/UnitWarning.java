package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.guerdon.critic.source.Member;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Variable;
import java.util.Set;

/** UNIT, a warning: radians are taken for degrees, or degrees for radians. */
final class UnitWarning implements Rule {

  private static final Set<String> ANGLES =
      Set.of(
          "Joint.position",
          "Joint.velocity",
          "Quaternion.roll",
          "Quaternion.pitch",
          "Quaternion.yaw",
          "Quaternion.angleTo");

  private static final Set<String> OF_RADIANS = Set.of("sin", "cos", "tan", "wrapAngle");

  @Override
  public void check(Program program, Findings findings) {
    for (MethodCallExpr call : program.calls()) {
      if (program.target(call) instanceof Target.Library library
          && library.member().name().equals("toRadians")
          && angle(call.getArgument(0), program)) {
        findings.add(
            "UNIT",
            call,
            "the angle is in radians already; remove toRadians (SI units throughout)");
      } else if (program.target(call) instanceof Target.Library function
          && OF_RADIANS.contains(function.member().name())
          && Trees.bare(call.getArgument(0)) instanceof MethodCallExpr inner
          && program.target(inner) instanceof Target.Library converted
          && converted.member().name().equals("toDegrees")) {
        findings.add(
            "UNIT",
            call,
            function.member().name() + " takes radians; remove toDegrees (SI units throughout)");
      }
    }
  }

  private static boolean angle(Expression written, Program program) {
    Expression e = Trees.bare(written);
    Expression origin = program.variable(e).flatMap(Variable::initialiser).orElse(e);
    if (Trees.bare(origin) instanceof MethodCallExpr call
        && program.target(call) instanceof Target.Accessor accessor) {
      Member member = accessor.member();
      return ANGLES.contains(member.owner() + "." + member.name());
    }
    return false;
  }
}
