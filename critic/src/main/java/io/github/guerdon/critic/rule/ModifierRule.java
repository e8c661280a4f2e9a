package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import io.github.guerdon.critic.source.Program;
import java.util.Set;

/** MODIFIER: only modifiers that say who sees what, {@code static} and {@code final}. */
final class ModifierRule implements Rule {

  private static final Set<Keyword> HARMLESS =
      Set.of(
          Keyword.PUBLIC,
          Keyword.PROTECTED,
          Keyword.PRIVATE,
          Keyword.STATIC,
          Keyword.FINAL,
          Keyword.STRICTFP);

  @Override
  public void check(Program program, Findings findings) {
    program.rewardClass().ifPresent(type -> checkClass(type, findings));
  }

  private static void checkClass(ClassOrInterfaceDeclaration type, Findings findings) {
    check(type, findings);
    if (type.isStatic() || type.isPrivate() || type.isProtected()) {
      findings.add("MODIFIER", type, "the class is declared public final class Reward");
    }
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof NodeWithModifiers<?> modified) {
        check(modified, findings);
      }
    }
  }

  private static void check(NodeWithModifiers<?> declaration, Findings findings) {
    for (Modifier modifier : declaration.getModifiers()) {
      if (!HARMLESS.contains(modifier.getKeyword())) {
        findings.add(
            "MODIFIER",
            modifier,
            "modifier '" + modifier.getKeyword().asString() + "' is not allowed; remove it");
      }
    }
  }
}
