package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Token;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final Set<Keyword> ACCESS =
      EnumSet.of(Keyword.PUBLIC, Keyword.PROTECTED, Keyword.PRIVATE);
  private static final Set<String> WORDS =
      Arrays.stream(Keyword.values()).map(Keyword::asString).collect(Collectors.toSet());

  /** Those that are names wherever no modifier may stand. */
  private static final Set<String> CONTEXTUAL =
      Set.of(Keyword.SEALED.asString(), Keyword.TRANSITIVE.asString());

  @Override
  public void check(Program program, Findings findings) {
    program
        .rewardClass()
        .ifPresent(
            type -> {
              checkClass(type, findings);
              type.findAll(Node.class, n -> n instanceof NodeWithModifiers)
                  .forEach(n -> checkRepeated((NodeWithModifiers<?>) n, findings));
            });
    checkAlone(program.text().tokens(), findings);
  }

  /** Reports what says again, or otherwise, who sees a thing; the parser takes it. */
  private static void checkRepeated(NodeWithModifiers<?> declaration, Findings findings) {
    Set<Keyword> seen = EnumSet.noneOf(Keyword.class);
    for (Modifier modifier : declaration.getModifiers()) {
      Keyword keyword = modifier.getKeyword();
      boolean contrary = ACCESS.contains(keyword) && seen.stream().anyMatch(ACCESS::contains);
      if (!seen.add(keyword) || contrary) {
        findings.add(
            "MODIFIER",
            modifier,
            "modifier '" + keyword.asString() + "' repeats or contradicts another; remove it");
      }
    }
  }

  /** Reports modifiers of nothing, which the parser skips. */
  private static void checkAlone(List<Token> tokens, Findings findings) {
    for (int i = 1; i < tokens.size(); i++) {
      Token modifier = tokens.get(i - 1);
      if (tokens.get(i).text().equals(";")
          && WORDS.contains(modifier.text())
          && !(CONTEXTUAL.contains(modifier.text()) && withinStatement(tokens, i - 1))) {
        findings.add(
            "MODIFIER",
            modifier.line(),
            modifier.column(),
            "modifier '" + modifier.text() + "' stands before nothing; remove it");
      }
    }
  }

  private static boolean withinStatement(List<Token> tokens, int at) {
    String before = at == 0 ? ";" : tokens.get(at - 1).text();
    return !Set.of("{", "}", ";").contains(before) && !WORDS.contains(before);
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
