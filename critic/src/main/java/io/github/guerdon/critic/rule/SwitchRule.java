package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.SwitchEntry;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** COMPILE_ERROR: a switch has arms of one form, and each whole number leads to one of them. */
final class SwitchRule implements Rule {

  private static final Set<Type> SELECTORS =
      Set.of(Type.INT, Type.of("short"), Type.of("byte"), Type.of("char"));

  @Override
  public void check(Program program, Findings findings) {
    Constants constants = Constants.ofLanguage(program);
    program
        .rewardClass()
        .ifPresent(
            type ->
                type.findAll(Node.class, n -> n instanceof SwitchNode)
                    .forEach(s -> check((SwitchNode) s, program, constants, findings)));
  }

  private static void check(
      SwitchNode choice, Program program, Constants constants, Findings findings) {
    Type selector = program.type(choice.getSelector());
    if (selector.known() && !SELECTORS.contains(selector)) {
      findings.add(
          "COMPILE_ERROR",
          choice.getSelector(),
          "a switch is on an int, short, byte or char, not on " + selector + "; use if");
      return;
    }
    checkForms(choice.getEntries(), findings);
    Set<Object> labels = new HashSet<>();
    boolean otherwise = false;
    for (SwitchEntry entry : choice.getEntries()) {
      if (entry.getLabels().isEmpty()) {
        if (otherwise) {
          findings.add("COMPILE_ERROR", entry, "a switch has one default; remove this one");
        }
        otherwise = true;
      }
      for (Expression label : entry.getLabels()) {
        checkLabel(label, selector, constants, labels, findings);
      }
    }
  }

  private static void checkForms(List<SwitchEntry> entries, Findings findings) {
    entries.stream()
        .filter(e -> old(e) != old(entries.get(0)))
        .findFirst()
        .ifPresent(
            e ->
                findings.add(
                    "COMPILE_ERROR",
                    e,
                    "a switch has arms with ':' or arms with '->', not both; write all of them"
                        + " with '->'"));
  }

  private static boolean old(SwitchEntry entry) {
    return entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
  }

  private static void checkLabel(
      Expression label, Type selector, Constants constants, Set<Object> labels, Findings findings) {
    Optional<Object> value = constants.of(label);
    if (value.isEmpty() || (selector.known() && !constants.fits(label, selector))) {
      findings.add(
          "COMPILE_ERROR",
          label,
          "a case is a constant "
              + (selector.known() ? selector : "whole number")
              + ", not "
              + Quote.name(label.toString())
              + "; use if");
    } else if (!labels.add(constants.convert(value.get(), Type.INT))) {
      findings.add("COMPILE_ERROR", label, "this case is there already; remove one");
    }
  }
}
