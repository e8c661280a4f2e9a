package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Variable;
import java.util.Optional;

/** UNUSED_TUNE, a warning: a tuner would move a weight that nothing uses. */
final class UnusedTuneWarning implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    for (FieldDeclaration field :
        program.rewardClass().stream().flatMap(t -> t.getFields().stream()).toList()) {
      if (field.getAnnotationByName("Tune").isEmpty()) {
        continue;
      }
      for (VariableDeclarator declarator : field.getVariables()) {
        Optional.ofNullable(program.constants().get(declarator.getNameAsString()))
            .map(Variable::uses)
            .filter(uses -> uses.isEmpty())
            .ifPresent(
                uses ->
                    findings.add(
                        "UNUSED_TUNE",
                        declarator,
                        Quote.name(declarator.getNameAsString()) + " is never used; remove it"));
      }
    }
  }
}
