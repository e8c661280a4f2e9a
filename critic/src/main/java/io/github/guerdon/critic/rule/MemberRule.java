package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;

/** MEMBER: the class holds constants, the reward method and helpers, nothing else. */
final class MemberRule implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    program.rewardClass().ifPresent(type -> checkMembers(type, findings));
  }

  private static void checkMembers(ClassOrInterfaceDeclaration type, Findings findings) {
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof MethodDeclaration method) {
        if (!method.getTypeParameters().isEmpty()) {
          findings.add(
              "MEMBER",
              method,
              "method " + Quote.name(method.getNameAsString()) + " is generic; use plain types");
        }
      } else if (!(member instanceof FieldDeclaration)) {
        findings.add(
            "MEMBER", member, name(member) + " not allowed in a reward; use static helpers");
      }
    }
  }

  private static String name(BodyDeclaration<?> member) {
    if (member instanceof ConstructorDeclaration) {
      return "a constructor is";
    } else if (member instanceof InitializerDeclaration) {
      return "an initialiser block is";
    } else if (member instanceof TypeDeclaration<?> type) {
      return "the nested type " + Quote.name(type.getNameAsString()) + " is";
    }
    return "this member is";
  }
}
