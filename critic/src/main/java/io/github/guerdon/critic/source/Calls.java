package io.github.guerdon.critic.source;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what calls go to. */
final class Calls {

  private final Program program;
  private final ExpressionResolver expressions;
  private final List<String> staticImports;
  private Optional<Function> caller = Optional.empty();

  Calls(Program program, ExpressionResolver expressions) {
    this.program = program;
    this.expressions = expressions;
    staticImports =
        program.unit().getImports().stream()
            .filter(ImportDeclaration::isStatic)
            .map(Calls::holder)
            .filter(Api::holder)
            .distinct()
            .toList();
  }

  private static String holder(ImportDeclaration declaration) {
    String name = declaration.getNameAsString();
    String type = declaration.isAsterisk() ? name : name.substring(0, name.lastIndexOf('.'));
    return Api.qualified(type) || type.equals(Api.PACKAGE + ".Shape")
        ? type.substring(type.lastIndexOf('.') + 1)
        : "";
  }

  void within(Function function) {
    caller = Optional.of(function);
  }

  List<String> staticImports() {
    return staticImports;
  }

  /** Returns whether a static import of a class that rewards may not use can mean a name. */
  boolean importedFromElsewhere(String name) {
    return program.unit().getImports().stream()
        .filter(ImportDeclaration::isStatic)
        .filter(i -> i.isAsterisk() || i.getName().getIdentifier().equals(name))
        .map(Calls::holder)
        .anyMatch(holder -> !Api.holder(holder));
  }

  Type visit(MethodCallExpr call) {
    program.calls.add(call);
    Optional<Expression> scope = call.getScope();
    boolean own = scope.isEmpty() || scope.get() instanceof ThisExpr;
    Optional<String> owner = own ? Optional.empty() : classNamed(scope.get());
    boolean path = !own && owner.isEmpty() && foreignPath(scope.get());
    Type receiver = own || owner.isPresent() || path ? Type.ERROR : expressions.visit(scope.get());
    List<Type> arguments = call.getArguments().stream().map(expressions::visit).toList();

    Target target;
    if (own || owner.filter("Reward"::equals).isPresent()) {
      target = own(call, arguments);
    } else if (owner.isPresent()) {
      String holder = ownerOf(owner.get(), call.getNameAsString(), arguments);
      program.simpleTypes.add(holder);
      target =
          Api.holder(holder)
              ? member(holder, call.getNameAsString(), arguments, true)
              : new Target.Foreign("the type " + holder);
    } else if (path) {
      target = new Target.Foreign(scope.get().toString());
    } else if (receiver.equals(Type.ERROR)) {
      target = new Target.Unknown();
    } else if (receiver.api()) {
      target = member(receiver.name(), call.getNameAsString(), arguments, false);
    } else {
      target = new Target.Foreign(receiver.known() ? receiver.toString() : "an object");
    }
    program.targets.put(call, target);
    return result(target);
  }

  /**
   * Returns the class that a function is looked for in. {@code Math.clamp}, which JDKs from 21 on
   * have, does with a {@code double} what {@code Shape.clamp} does; without one it would give
   * another type than that, so it stays unknown.
   */
  private static String ownerOf(String owner, String name, List<Type> arguments) {
    boolean clamp = owner.endsWith("Math") && name.equals("clamp");
    return clamp && arguments.contains(Type.DOUBLE) ? "Shape" : owner;
  }

  private Type result(Target target) {
    if (target instanceof Target.Accessor accessor) {
      return accessor.member().result();
    } else if (target instanceof Target.Library library) {
      return library.member().result();
    } else if (target instanceof Target.Helper helper) {
      caller.ifPresent(c -> c.callees().add(helper.function()));
      return helper.function().result();
    }
    return Type.ERROR;
  }

  /** Resolves a call without a class or object before it. */
  private Target own(MethodCallExpr call, List<Type> arguments) {
    String name = call.getNameAsString();
    List<Function> named = program.functions.stream().filter(f -> f.name().equals(name)).toList();
    if (!named.isEmpty()) {
      return helper(named, arguments);
    }
    // A forgotten static import of a function that is allowed anyway is no reason to refuse.
    return Stream.concat(staticImports.stream(), Stream.of("Math", "Shape"))
        .filter(holder -> Api.memberNames(holder).contains(name))
        .findFirst()
        .map(
            holder -> {
              program.simpleTypes.add(holder);
              return member(holder, name, arguments, true);
            })
        .orElseGet(() -> new Target.Missing("", name));
  }

  /** Chooses among helpers of one name: without packing arguments into an array, then with. */
  private static Target helper(List<Function> named, List<Type> arguments) {
    for (boolean packed : new boolean[] {false, true}) {
      List<Function> fitting =
          named.stream()
              .filter(f -> packed ? f.acceptsPacked(arguments) : f.accepts(arguments))
              .toList();
      List<Function> best =
          fitting.stream()
              .filter(
                  f ->
                      fitting.stream()
                          .allMatch(g -> f.atLeastAsSpecial(g, arguments.size(), packed)))
              .toList();
      // Of wrong arguments, and of helpers that are there twice, no more is said.
      boolean told =
          arguments.stream().anyMatch(a -> !a.known())
              || best.stream().map(Calls::types).distinct().count() < best.size();
      if (best.size() == 1 || (told && !fitting.isEmpty())) {
        return new Target.Helper((best.isEmpty() ? fitting : best).get(0), packed);
      } else if (!fitting.isEmpty()) {
        return new Target.Ambiguous(signatures(fitting));
      }
    }
    return new Target.Mismatch(signatures(named));
  }

  private static List<Type> types(Function function) {
    return function.parameters().stream().map(Variable::type).toList();
  }

  private static List<String> signatures(List<Function> functions) {
    return functions.stream().map(f -> f.declaration().getSignature().asString()).toList();
  }

  private static Target member(String owner, String name, List<Type> arguments, boolean library) {
    List<Member> named = Api.members(owner).stream().filter(m -> m.name().equals(name)).toList();
    if (named.isEmpty()) {
      return new Target.Missing(owner, name);
    }
    List<Member> fitting = new ArrayList<>(named.stream().filter(m -> fits(m, arguments)).toList());
    if (fitting.isEmpty()) {
      return new Target.Mismatch(named.stream().map(Member::signature).toList());
    }
    // The narrowest numbers first, as Java chooses among abs(int), abs(long), …
    Member chosen = fitting.get(0);
    for (Member candidate : fitting) {
      if (fits(chosen, candidate.parameters())) {
        chosen = candidate;
      }
    }
    return library ? new Target.Library(chosen) : new Target.Accessor(chosen);
  }

  private static boolean fits(Member member, List<Type> arguments) {
    if (member.names()) {
      return true; // The rule on names looks at each.
    }
    if (member.parameters().size() != arguments.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      Type wanted = member.parameters().get(i);
      boolean name = wanted.equals(Type.STRING);
      if (!name && !arguments.get(i).equals(Type.STRING) && !arguments.get(i).widensTo(wanted)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the simple name of the class that an expression names, if it may be named. */
  Optional<String> classNamed(Expression scope) {
    if (scope instanceof NameExpr name) {
      String simple = name.getNameAsString();
      boolean known =
          Api.holder(simple) || Api.TYPES.containsKey(simple) || simple.equals("Reward");
      return known && expressions.find(name).isEmpty() ? Optional.of(simple) : Optional.empty();
    }
    return scope instanceof FieldAccessExpr field && Api.qualified(field.toString())
        ? Optional.of(field.getNameAsString())
        : Optional.empty();
  }

  /** Returns whether an expression is a class or package path that a reward may not use. */
  boolean foreignPath(Expression scope) {
    Expression root = scope;
    while (root instanceof FieldAccessExpr field) {
      root = field.getScope();
    }
    if (!(root instanceof NameExpr name) || expressions.find(name).isPresent()) {
      return false;
    }
    return scope instanceof FieldAccessExpr
        || Character.isUpperCase(name.getNameAsString().charAt(0));
  }
}
