package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.type.Type;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Resolver;
import java.util.Map;

/** TYPE: values are primitives, arrays of primitives, or of the API's types. */
final class TypeRule implements Rule {

  private static final Map<String, String> HINTS =
      Map.of(
          "String", "; write names as literals where they are used, one call for each",
          "Double", "; use double",
          "Integer", "; use int",
          "Boolean", "; use boolean",
          "Float", "; use double",
          "Long", "; use long");

  @Override
  public void check(Program program, Findings findings) {
    program
        .rewardClass()
        .ifPresent(
            type -> {
              for (MethodDeclaration method : type.getMethods()) {
                check(method.getType(), findings);
                method.findAll(Parameter.class).stream()
                    .filter(TypeRule::ofMethod)
                    .forEach(p -> checkParameter(p, findings));
                method.findAll(VariableDeclarator.class).forEach(d -> checkLocal(d, findings));
                method.findAll(CastExpr.class).forEach(c -> checkCast(c, findings));
                method
                    .findAll(ArrayCreationExpr.class)
                    .forEach(c -> checkElement(c.getElementType(), findings));
              }
              type.getFields().forEach(f -> f.getVariables().forEach(d -> checkLocal(d, findings)));
            });
  }

  private static void checkParameter(Parameter parameter, Findings findings) {
    if (parameter.isVarArgs()) {
      checkElement(parameter.getType(), findings);
    } else {
      check(parameter.getType(), findings);
    }
  }

  private static boolean ofMethod(Parameter parameter) {
    return parameter
        .getParentNode()
        .filter(p -> !(p instanceof CatchClause) && !(p instanceof LambdaExpr))
        .isPresent();
  }

  private static void checkLocal(VariableDeclarator declarator, Findings findings) {
    if (!declarator.getType().isVarType()) {
      check(declarator.getType(), findings);
    }
  }

  private static void checkElement(Type type, Findings findings) {
    if (!Resolver.typeOf(type).primitive()) {
      refuse(type, type.asString() + "[]", "", findings);
    }
  }

  private static void check(Type type, Findings findings) {
    io.github.guerdon.critic.source.Type meant = Resolver.typeOf(type);
    boolean value = meant.primitive() || meant.primitiveArray() || meant.api();
    if (!value && !meant.equals(io.github.guerdon.critic.source.Type.VOID)) {
      String element = type.getElementType().asString();
      refuse(type, type.asString(), HINTS.getOrDefault(element, ""), findings);
    }
  }

  private static void checkCast(CastExpr cast, Findings findings) {
    if (!Resolver.typeOf(cast.getType()).primitive()) {
      findings.add(
          "TYPE",
          cast,
          "cast to "
              + Quote.name(cast.getType().asString())
              + " is not allowed; only numbers are cast, to primitives");
    }
  }

  private static void refuse(Type type, String name, String hint, Findings findings) {
    findings.add(
        "TYPE",
        type,
        "type "
            + Quote.name(name)
            + " is not allowed; values are primitives, arrays of primitives, or of the API's types"
            + hint);
  }
}
