package io.github.guerdon.critic.source;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import io.github.guerdon.critic.verdict.Tunable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code @Tune} annotations. */
public final class Tunables {

  private Tunables() {}

  /** Returns the tunable constants of an accepted program, in the order of the source. */
  public static List<Tunable> of(Program program) {
    List<Tunable> tunables = new ArrayList<>();
    Constants constants = new Constants(program);
    for (FieldDeclaration field :
        program.rewardClass().map(t -> t.getFields()).orElseGet(List::of)) {
      Optional<AnnotationExpr> tune = field.getAnnotationByName("Tune");
      Optional<Double> min = tune.flatMap(t -> written(t, "min")).flatMap(e -> bound(program, e));
      Optional<Double> max = tune.flatMap(t -> written(t, "max")).flatMap(e -> bound(program, e));
      if (min.isEmpty() || max.isEmpty()) {
        continue;
      }
      for (VariableDeclarator declarator : field.getVariables()) {
        Optional.ofNullable(program.constants().get(declarator.getNameAsString()))
            .flatMap(constants::of)
            .flatMap(Tunables::number)
            .map(v -> new Tunable(declarator.getNameAsString(), v, min.get(), max.get()))
            .ifPresent(tunables::add);
      }
    }
    return tunables;
  }

  /** Finds what an annotation gives for a bound. */
  public static Optional<Expression> written(AnnotationExpr tune, String name) {
    return tune instanceof NormalAnnotationExpr normal
        ? normal.getPairs().stream()
            .filter(p -> p.getNameAsString().equals(name))
            .map(MemberValuePair::getValue)
            .findFirst()
        : Optional.empty();
  }

  /** Returns a bound's value if it is a constant number. */
  public static Optional<Double> bound(Program program, Expression written) {
    return new Constants(program).of(written).flatMap(Tunables::number);
  }

  /** Returns a boxed number as a double. */
  public static Optional<Double> number(Object value) {
    return value instanceof Number n ? Optional.of(n.doubleValue()) : Optional.empty();
  }
}
