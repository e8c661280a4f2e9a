package io.github.guerdon.critic.compile;

import com.github.javaparser.Position;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.guerdon.critic.source.Annotations;
import io.github.guerdon.critic.source.Api;
import io.github.guerdon.critic.source.Comments;
import io.github.guerdon.critic.source.NamePosition;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.reward.slot.TermName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Repairs the harmless slips of an accepted source as text edits, so that comments, layout and line
 * numbers stay as they were written.
 */
final class Repair {

  private final Program program;
  private final String text;
  private final List<Integer> lineStarts = new ArrayList<>();
  private final List<Repaired.Edit> edits = new ArrayList<>();
  private final Set<String> staticImports = new HashSet<>();
  private final Set<String> taken = new HashSet<>();

  private Repair(Program program) {
    this.program = program;
    text = program.text().text();
    program.declared().forEach(v -> taken.add(v.name()));
    lineStarts.add(0);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lineStarts.add(at + 1);
    }
  }

  /** Returns the repaired source. */
  static Repaired of(Program program) {
    Repair repair = new Repair(program);
    repair.imports();
    program.rewardClass().ifPresent(repair::header);
    program.rewardClass().ifPresent(repair::members);
    program.calls().forEach(repair::call);
    program.unit().findAll(NameExpr.class).forEach(repair::constant);
    program.unit().findAll(FieldAccessExpr.class).forEach(repair::laterConstant);
    // Last: each takes the edits inside of what it moves.
    program.unit().findAll(ForEachStmt.class).stream()
        .filter(l -> program.type(l.getIterable()).group())
        .forEach(repair::loop);
    return Repaired.of(repair.text, repair.edits);
  }

  private void imports() {
    Set<String> imported = new HashSet<>();
    boolean all = false;
    for (ImportDeclaration declaration : program.unit().getImports()) {
      String name = declaration.getNameAsString();
      String simple = name.substring(name.lastIndexOf('.') + 1);
      String holder = name.replaceAll("\\.\\w+$", "").replaceAll(".*\\.", "");
      boolean functions =
          declaration.isStatic()
              && Set.of("java.lang.Math", "java.lang.StrictMath", Api.PACKAGE + ".Shape")
                  .contains(declaration.isAsterisk() ? name : name.replaceAll("\\.\\w+$", ""));
      boolean known =
          Api.memberNames(holder).contains(simple) || Api.constant(holder, simple).isPresent();
      if (functions && !declaration.isAsterisk() && known && !simple.equals(Api.TAU)) {
        staticImports.add(holder + "." + simple);
      } else if (functions) {
        remove(declaration);
      } else if (!declaration.isStatic() && declaration.isAsterisk() && name.equals(Api.PACKAGE)) {
        all = true;
      } else if (!declaration.isStatic()
          && !declaration.isAsterisk()
          && name.equals(Api.PACKAGE + "." + simple)
          && Api.RESERVED.contains(simple)) {
        imported.add(simple);
      } else {
        remove(declaration);
      }
    }
    if (!all && !imported.containsAll(needed())) {
      edits.add(new Repaired.Edit(0, 0, "import " + Api.PACKAGE + ".*; "));
    }
  }

  private Set<String> needed() {
    Set<String> names = new HashSet<>(program.mentionedTypes());
    names.add("RewardFunction");
    program.unit().findAll(ClassOrInterfaceType.class).forEach(t -> names.add(t.getNameAsString()));
    program.unit().findAll(AnnotationExpr.class).forEach(a -> names.add(a.getNameAsString()));
    names.retainAll(Api.RESERVED);
    names.removeIf(
        n -> n.equals("Reward") || n.equals("Override") || (Api.holder(n) && !n.equals("Shape")));
    return names;
  }

  private void header(ClassOrInterfaceDeclaration type) {
    int name = begin(type.getName());
    int keyword = text.lastIndexOf("class", name);
    drop(type, Keyword.STRICTFP);
    edits.add(
        new Repaired.Edit(
            keyword,
            keyword,
            (type.isPublic() ? "" : "public ") + (type.isFinal() ? "" : "final ")));
    if (type.getImplementedTypes().isEmpty()) {
      int end = end(type.getName());
      edits.add(new Repaired.Edit(end, end, " implements RewardFunction"));
    }
    type.findAll(AnnotationExpr.class).stream().filter(Annotations::dropped).forEach(this::remove);
  }

  private void members(ClassOrInterfaceDeclaration type) {
    for (FieldDeclaration field : type.getFields()) {
      int at = begin(field.getElementType());
      edits.add(
          new Repaired.Edit(
              at, at, (field.isStatic() ? "" : "static ") + (field.isFinal() ? "" : "final ")));
    }
    for (MethodDeclaration method : type.getMethods()) {
      int at = begin(method.getType());
      drop(method, Keyword.STRICTFP);
      if (method.getNameAsString().equals("reward")) {
        drop(method, Keyword.PRIVATE);
        drop(method, Keyword.PROTECTED);
        String override = method.getAnnotationByName("Override").isPresent() ? "" : "@Override ";
        edits.add(new Repaired.Edit(begin(method), begin(method), override));
        edits.add(new Repaired.Edit(at, at, method.isPublic() ? "" : "public "));
      } else {
        method.getAnnotationByName("Override").ifPresent(this::remove);
        edits.add(new Repaired.Edit(at, at, method.isStatic() ? "" : "static "));
      }
    }
    type.findAll(FieldAccessExpr.class).stream()
        .filter(f -> f.getScope() instanceof ThisExpr)
        .forEach(f -> edits.add(new Repaired.Edit(begin(f), begin(f.getName()), "")));
  }

  private void call(MethodCallExpr call) {
    if (call.getScope().filter(s -> s instanceof ThisExpr).isPresent()) {
      edits.add(new Repaired.Edit(begin(call), begin(call.getName()), ""));
    }
    if (program.target(call) instanceof Target.Library library) {
      function(call, library.member().owner());
    }
    if (NamePosition.addsTerm(program, call)) {
      Node literal = Trees.bare(call.getArgument(0));
      String written = Trees.plainLiteral(call.getArgument(0)).orElse("");
      TermName.normalise(written)
          .filter(normal -> !normal.equals(written))
          .ifPresent(
              normal ->
                  edits.add(new Repaired.Edit(begin(literal), end(literal), '"' + normal + '"')));
    }
  }

  /** Puts its class before a function without one, and the right one before {@code clamp}. */
  private void function(MethodCallExpr call, String owner) {
    if (call.getScope().isEmpty() && !imported(owner, call.getNameAsString())) {
      edits.add(new Repaired.Edit(begin(call), begin(call), owner + "."));
    }
    call.getScope()
        .filter(s -> owner.equals("Shape") && s.toString().endsWith("Math"))
        .ifPresent(s -> edits.add(new Repaired.Edit(begin(s), end(s), owner)));
  }

  /** Puts its class before a constant that is meant without being imported. */
  private void constant(NameExpr name) {
    program
        .libraryOwner(name)
        .filter(owner -> !imported(owner, name.getNameAsString()))
        .ifPresent(
            owner ->
                edits.add(
                    name.getNameAsString().equals(Api.TAU)
                        ? twoPi(name)
                        : new Repaired.Edit(begin(name), begin(name), owner + ".")));
  }

  /** Writes out what only a later JDK knows. */
  private void laterConstant(FieldAccessExpr field) {
    if (field.getNameAsString().equals(Api.TAU) && program.libraryOwner(field).isPresent()) {
      edits.add(twoPi(field));
    }
  }

  private Repaired.Edit twoPi(Node name) {
    return new Repaired.Edit(begin(name), end(name), "(2 * Math.PI)");
  }

  /**
   * Returns whether a source imports something by name; what {@code *} brings depends on the JDK,
   * whose {@code Math} has got a {@code clamp} beside that of {@code Shape}.
   */
  private boolean imported(String owner, String name) {
    return staticImports.contains(owner + "." + name);
  }

  /** Turns a loop over a group into one over its indices: the API's groups are no collections. */
  private void loop(ForEachStmt loop) {
    VariableDeclarator element = loop.getVariable().getVariable(0);
    Node group = loop.getIterable();
    String all = unused(element.getNameAsString() + "All");
    String index = unused(element.getNameAsString() + "Index");
    String moved = moved(begin(group), end(group)).replace('\n', ' ');
    String type = program.type(loop.getIterable()).name();
    String kept = text.substring(begin(loop), begin(loop.getBody())).replaceAll("[^\n]", "");
    String declared =
        text.substring(begin(loop.getVariable()), end(loop.getVariable()))
            .replace('\n', ' ')
            .replaceAll("\\bvar\\b", program.type(loop.getIterable()).element().name());
    Node outer = loop.getParentNode().filter(p -> p instanceof LabeledStmt).orElse(loop);
    edits.add(
        new Repaired.Edit(
            begin(outer), begin(outer), "{ " + type + " " + all + " = " + moved + "; "));
    edits.add(
        new Repaired.Edit(
            begin(loop),
            begin(loop.getBody()),
            "for (int "
                + index
                + " = 0; "
                + index
                + " < "
                + all
                + ".size(); "
                + index
                + "++) { "
                + declared
                + " = "
                + all
                + ".get("
                + index
                + "); "
                + kept));
    edits.add(new Repaired.Edit(end(loop), end(loop), " } }"));
  }

  /** Returns a part of the text with its edits, which it takes away. */
  private String moved(int from, int to) {
    List<Repaired.Edit> inside =
        edits.stream().filter(e -> e.from() >= from && e.to() <= to).toList();
    edits.removeAll(inside);
    String repaired =
        Repaired.of(
                text.substring(from, to),
                inside.stream()
                    .map(e -> new Repaired.Edit(e.from() - from, e.to() - from, e.text()))
                    .toList())
            .text();
    return Comments.strip(repaired);
  }

  private String unused(String wanted) {
    String name = wanted;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  private void drop(NodeWithModifiers<?> node, Keyword keyword) {
    node.getModifiers().stream()
        .filter(m -> m.getKeyword() == keyword)
        .map(Modifier.class::cast)
        .forEach(this::remove);
  }

  /** Removes a node's text but keeps its line breaks. */
  private void remove(Node node) {
    String lines = text.substring(begin(node), end(node)).replaceAll("[^\n]", "");
    edits.add(new Repaired.Edit(begin(node), end(node), lines));
  }

  private int begin(Node node) {
    return offset(node.getBegin().orElseThrow());
  }

  private int end(Node node) {
    return offset(node.getEnd().orElseThrow()) + 1;
  }

  private int offset(Position position) {
    return Math.min(lineStarts.get(position.line - 1) + position.column - 1, text.length());
  }
}
