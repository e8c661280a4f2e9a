package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Tunables;
import io.github.guerdon.critic.source.Variable;
import java.util.List;
import java.util.Optional;

/** TUNE: {@code @Tune} stands on a number of the class and has two finite bounds in order. */
final class TuneRule implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    program
        .rewardClass()
        .ifPresent(
            type -> {
              refuse(type, findings);
              for (BodyDeclaration<?> member : type.getMembers()) {
                if (member instanceof FieldDeclaration field) {
                  List<AnnotationExpr> tunes =
                      field.getAnnotations().stream()
                          .filter(a -> a.getName().getIdentifier().equals("Tune"))
                          .toList();
                  tunes.stream().limit(1).forEach(t -> check(field, t, program, findings));
                  tunes.stream()
                      .skip(1)
                      .forEach(t -> findings.add("TUNE", t, "a second @Tune; remove one"));
                } else {
                  refuse(member, findings);
                  member
                      .findAll(
                          Node.class,
                          n -> !Trees.same(n, member) && n instanceof NodeWithAnnotations<?>)
                      .forEach(n -> refuse((NodeWithAnnotations<?>) n, findings));
                }
              }
            });
  }

  private static void refuse(NodeWithAnnotations<?> node, Findings findings) {
    node.getAnnotationByName("Tune")
        .ifPresent(
            tune ->
                findings.add("TUNE", tune, "only constants of the class can be tuned; remove it"));
  }

  private static void check(
      FieldDeclaration field, AnnotationExpr tune, Program program, Findings findings) {
    tune.findAll(MemberValuePair.class).stream()
        .filter(p -> !List.of("min", "max").contains(p.getNameAsString()))
        .forEach(
            p ->
                findings.add(
                    "TUNE",
                    p,
                    "@Tune has no " + Quote.name(p.getNameAsString()) + "; it has min and max"));
    for (String name : List.of("min", "max")) {
      tune.findAll(MemberValuePair.class, p -> p.getNameAsString().equals(name)).stream()
          .skip(1)
          .forEach(p -> findings.add("TUNE", p, "a second " + name + "; remove one"));
    }
    Optional<Double> min = bound(tune, "min", program, findings);
    Optional<Double> max = bound(tune, "max", program, findings);
    if (min.isPresent() && max.isPresent()) {
      double low = min.get();
      double high = max.get();
      if (!Double.isFinite(low) || !Double.isFinite(high) || !Double.isFinite(high - low)) {
        findings.add(
            "TUNE",
            tune,
            "bounds " + low + " and " + high + ": both, and their distance, are finite");
      } else if (low >= high) {
        findings.add(
            "TUNE", tune, "min " + low + " is not below max " + high + "; swap or widen them");
      } else {
        field.getVariables().forEach(d -> checkValue(d, low, high, program, findings));
      }
    }
  }

  private static void checkValue(
      VariableDeclarator declarator, double low, double high, Program program, Findings findings) {
    Variable constant = program.constants().get(declarator.getNameAsString());
    if (constant == null || !constant.type().numeric() || constant.type().name().equals("char")) {
      findings.add("TUNE", declarator, "only a number has a range to tune; remove @Tune");
      return;
    }
    Optional<Double> value = new Constants(program).of(constant).flatMap(Tunables::number);
    if (value.isPresent() && !(value.get() >= low && value.get() <= high)) {
      findings.add(
          "TUNE",
          declarator,
          Quote.name(constant.name())
              + " is "
              + value.get()
              + ", outside its bounds "
              + low
              + " and "
              + high
              + "; widen them");
    }
  }

  private static Optional<Double> bound(
      AnnotationExpr tune, String name, Program program, Findings findings) {
    Optional<Expression> written = Tunables.written(tune, name);
    Optional<Double> value = written.flatMap(e -> Tunables.bound(program, e));
    if (value.isEmpty()) {
      findings.add(
          "TUNE", tune, "@Tune needs " + name + " as a number: @Tune(min = 0.1, max = 10)");
    }
    return value;
  }
}
