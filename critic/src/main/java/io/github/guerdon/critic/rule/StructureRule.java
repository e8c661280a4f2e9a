package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.guerdon.critic.source.Api;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Trees;

/** STRUCTURE: one class {@code Reward} that implements {@code RewardFunction}, and nothing else. */
final class StructureRule implements Rule {

  static final String SHAPE =
      "wanted: import io.github.guerdon.reward.*; public final class Reward implements"
          + " RewardFunction { @Override public void reward(State before, Action action, State"
          + " after, Terms terms) { … } }";

  @Override
  public void check(Program program, Findings findings) {
    program
        .unit()
        .getPackageDeclaration()
        .ifPresent(
            p -> findings.add("STRUCTURE", p, "a reward has no package; remove the declaration"));
    if (program.rewardClass().isEmpty()) {
      findings.add("STRUCTURE", program.unit(), "there is no class 'Reward'; " + SHAPE);
    }
    for (TypeDeclaration<?> type : program.unit().getTypes()) {
      if (program.rewardClass().filter(r -> Trees.same(r, type)).isEmpty()) {
        boolean compact = type instanceof ClassOrInterfaceDeclaration c && c.isCompact();
        findings.add(
            "STRUCTURE",
            type,
            (compact ? "code without a class" : "type " + Quote.name(type.getNameAsString()))
                + " is not allowed: a source is the one class Reward");
      }
    }
    program.rewardClass().ifPresent(type -> checkHeader(type, findings));
  }

  private static void checkHeader(ClassOrInterfaceDeclaration type, Findings findings) {
    for (ClassOrInterfaceType implemented : type.getImplementedTypes()) {
      String name = implemented.getNameWithScope();
      if (!name.equals("RewardFunction") && !name.equals(Api.PACKAGE + ".RewardFunction")) {
        findings.add(
            "STRUCTURE",
            implemented,
            "Reward implements RewardFunction only, not " + Quote.name(name));
      }
    }
    type.getExtendedTypes()
        .forEach(
            t ->
                findings.add(
                    "STRUCTURE",
                    t,
                    "Reward extends nothing; remove extends " + Quote.name(t.getNameWithScope())));
    type.getTypeParameters()
        .forEach(t -> findings.add("STRUCTURE", t, "Reward has no type parameters; remove them"));
  }
}
