package io.github.guerdon.critic.source;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import java.util.Set;

/** Annotations that mean nothing in a reward and are dropped. */
public final class Annotations {

  private static final Set<String> NULLNESS = Set.of("NotNull", "NonNull", "Nonnull", "Nullable");
  private static final Set<String> DROPPED = Set.of("SuppressWarnings", "Deprecated");

  private Annotations() {}

  /** Returns whether an annotation says of a parameter whether it may be null. */
  public static boolean ofNullness(AnnotationExpr annotation) {
    return NULLNESS.contains(annotation.getNameAsString())
        && annotation.getParentNode().filter(Parameter.class::isInstance).isPresent();
  }

  /** Returns whether an annotation is taken out of the source. */
  public static boolean dropped(AnnotationExpr annotation) {
    return DROPPED.contains(annotation.getName().getIdentifier()) || ofNullness(annotation);
  }
}
