package io.github.guerdon.critic.rule;

import static java.util.Map.entry;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.*;
import com.github.javaparser.ast.expr.*;
import com.github.javaparser.ast.stmt.*;
import com.github.javaparser.ast.type.*;
import io.github.guerdon.critic.source.Annotations;
import io.github.guerdon.critic.source.Api;
import io.github.guerdon.critic.source.NamePosition;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SYNTAX: only the listed parts of Java; whatever a later Java adds is refused by not being here.
 */
final class SyntaxRule implements Rule {

  private static final Set<Class<? extends Node>> ALLOWED =
      Set.of(
          // Declarations; which of them may stand where is for MEMBER and STRUCTURE.
          ClassOrInterfaceDeclaration.class,
          FieldDeclaration.class,
          MethodDeclaration.class,
          Parameter.class,
          VariableDeclarator.class,
          Modifier.class,
          TypeParameter.class,
          // Types; which of them is for TYPE.
          PrimitiveType.class,
          VoidType.class,
          ArrayType.class,
          ClassOrInterfaceType.class,
          VarType.class,
          // Statements.
          BlockStmt.class,
          ExpressionStmt.class,
          IfStmt.class,
          ForStmt.class,
          ForEachStmt.class,
          WhileStmt.class,
          DoStmt.class,
          SwitchStmt.class,
          SwitchEntry.class,
          BreakStmt.class,
          ContinueStmt.class,
          ReturnStmt.class,
          LabeledStmt.class,
          EmptyStmt.class,
          YieldStmt.class,
          // Expressions.
          VariableDeclarationExpr.class,
          AssignExpr.class,
          BinaryExpr.class,
          UnaryExpr.class,
          ConditionalExpr.class,
          CastExpr.class,
          EnclosedExpr.class,
          MethodCallExpr.class,
          FieldAccessExpr.class,
          NameExpr.class,
          ThisExpr.class,
          SwitchExpr.class,
          ArrayAccessExpr.class,
          ArrayCreationExpr.class,
          ArrayCreationLevel.class,
          ArrayInitializerExpr.class,
          IntegerLiteralExpr.class,
          LongLiteralExpr.class,
          DoubleLiteralExpr.class,
          CharLiteralExpr.class,
          BooleanLiteralExpr.class,
          StringLiteralExpr.class,
          NullLiteralExpr.class,
          Name.class,
          SimpleName.class);

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "Override",
          "SuppressWarnings",
          "Tune",
          "Deprecated",
          "java.lang.Override",
          "java.lang.SuppressWarnings",
          "java.lang.Deprecated",
          Api.PACKAGE + ".Tune");

  private static final Map<Class<? extends Node>, String> HINTS =
      Map.ofEntries(
          entry(
              ObjectCreationExpr.class,
              "'new' of an object; use numbers, or methods such as distanceTo"),
          entry(TryStmt.class, "try; nothing that a reward may call throws"),
          entry(ThrowStmt.class, "throw; add a term or return instead"),
          entry(SynchronizedStmt.class, "synchronized; a reward runs on one thread"),
          entry(LambdaExpr.class, "a lambda; write a loop or a static helper"),
          entry(MethodReferenceExpr.class, "a method reference; call the method"),
          entry(InstanceOfExpr.class, "instanceof; the API's types are known"),
          entry(AssertStmt.class, "assert; use if"),
          entry(ClassExpr.class, "a class literal"),
          entry(TextBlockLiteralExpr.class, "a text block; write a plain literal"),
          entry(LocalClassDeclarationStmt.class, "a local class; write static helpers"),
          entry(LocalRecordDeclarationStmt.class, "a local record; use locals or an array"),
          entry(SuperExpr.class, "super; Reward extends nothing"),
          entry(IntersectionType.class, "a cast to several types"));

  @Override
  public void check(Program program, Findings findings) {
    checkSwitches(program, findings);
    program
        .rewardClass()
        .ifPresent(
            type -> {
              type.getAnnotations().forEach(a -> checkAnnotation(a, findings));
              for (BodyDeclaration<?> member : type.getMembers()) {
                if (member instanceof FieldDeclaration || member instanceof MethodDeclaration) {
                  walk(member, program, findings);
                }
              }
            });
  }

  /** Reports what cannot be lowered: a switch expression becomes a method of its own. */
  private static void checkSwitches(Program program, Findings findings) {
    program.assignedInSwitches().stream()
        .filter(v -> !v.type().primitive())
        .flatMap(v -> v.assignments().stream().limit(1))
        .forEach(
            a ->
                findings.add(
                    "SYNTAX",
                    a,
                    "not allowed in a reward: assigning an object inside a switch expression;"
                        + " assign the value of the switch"));
  }

  private static void walk(Node node, Program program, Findings findings) {
    if (node instanceof AnnotationExpr annotation) {
      checkAnnotation(annotation, findings);
      return;
    }
    if (!ALLOWED.contains(node.getClass())) {
      // A part of what is not allowed says nothing new.
      if (node.getParentNode().filter(p -> !ALLOWED.contains(p.getClass())).isEmpty()) {
        findings.add("SYNTAX", node, "not allowed in a reward: " + name(node));
      }
    } else if (node instanceof StringLiteralExpr literal) {
      checkString(literal, program, findings);
    } else if (node instanceof NullLiteralExpr literal && !NamePosition.holds(program, literal)) {
      findings.add("SYNTAX", node, "not allowed in a reward: null; nothing in the API is null");
    } else if (node instanceof ThisExpr self) {
      boolean prefix =
          self.getParentNode()
              .filter(
                  p ->
                      p instanceof FieldAccessExpr
                          || (p instanceof MethodCallExpr call
                              && call.getScope().filter(s -> Trees.same(s, self)).isPresent()))
              .isPresent();
      if (!prefix || self.getTypeName().isPresent()) {
        findings.add("SYNTAX", node, "not allowed in a reward: 'this' as a value");
      }
    } else if (node instanceof MethodDeclaration method) {
      checkMethod(method, findings);
    }
    node.getChildNodes().forEach(child -> walk(child, program, findings));
  }

  private static String name(Node node) {
    return Optional.ofNullable(HINTS.get(node.getClass()))
        .orElseGet(
            () ->
                node.getClass()
                    .getSimpleName()
                    .replaceAll("(Stmt|Expr)$", "")
                    .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                    .toLowerCase(Locale.ROOT));
  }

  private static void checkMethod(MethodDeclaration method, Findings findings) {
    method
        .getThrownExceptions()
        .forEach(t -> findings.add("SYNTAX", t, "not allowed in a reward: throws; remove it"));
    method
        .getReceiverParameter()
        .ifPresent(p -> findings.add("SYNTAX", p, "not allowed in a reward: a receiver parameter"));
  }

  private static void checkAnnotation(AnnotationExpr annotation, Findings findings) {
    String name = annotation.getNameAsString();
    if (!ANNOTATIONS.contains(name) && !Annotations.ofNullness(annotation)) {
      findings.add(
          "SYNTAX",
          annotation,
          "annotation "
              + Quote.name("@" + annotation.getNameAsString())
              + " is not allowed; remove it");
    }
  }

  private static void checkString(StringLiteralExpr literal, Program program, Findings findings) {
    boolean ofRefusedCall =
        literal
            .getParentNode()
            .filter(p -> p instanceof MethodCallExpr)
            .map(p -> program.target((MethodCallExpr) p))
            .filter(t -> !(t instanceof Target.Accessor) && !(t instanceof Target.Library))
            .isPresent();
    if (!ofRefusedCall && !NamePosition.holds(program, literal)) {
      findings.add(
          "SYNTAX",
          literal,
          "not allowed in a reward: text; only names of elements and terms are written in quotes");
    }
  }
}
