package io.github.guerdon.critic.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.VoidType;
import java.util.ArrayList;
import java.util.List;

/** Finds out what the names in a tree mean: declarations and statements. */
public final class Resolver {

  private final Program program;
  private final Scopes scopes;
  private final ExpressionResolver expressions;

  private Resolver(Program program) {
    this.program = program;
    scopes = new Scopes(program);
    expressions = new ExpressionResolver(program, scopes, this::visitEntries);
  }

  /** Resolves all of a program. */
  static void resolve(Program program) {
    Resolver resolver = new Resolver(program);
    program.rewardClass().ifPresent(resolver::visitClass);
  }

  private void visitClass(ClassOrInterfaceDeclaration type) {
    List<FieldDeclaration> fields = type.getFields();
    for (FieldDeclaration field : fields) {
      for (VariableDeclarator declarator : field.getVariables()) {
        Variable constant =
            new Variable(declarator, typeOf(declarator.getType()), Variable.Role.CONSTANT);
        program.constants.put(constant.name(), constant);
        program.declared.add(constant);
      }
    }
    for (MethodDeclaration method : type.getMethods()) {
      List<Variable> parameters = new ArrayList<>();
      for (Parameter parameter : method.getParameters()) {
        Type declared = typeOf(parameter.getType());
        parameters.add(
            new Variable(
                parameter,
                parameter.isVarArgs()
                    ? new Type(declared.name(), declared.dimensions() + 1)
                    : declared));
      }
      program.functions.add(new Function(method, parameters, typeOf(method.getType())));
    }
    for (FieldDeclaration field : fields) {
      for (VariableDeclarator declarator : field.getVariables()) {
        declarator.getInitializer().ifPresent(expressions::visit);
      }
      for (MemberValuePair pair : field.findAll(MemberValuePair.class)) {
        expressions.visit(pair.getValue());
      }
    }
    for (Function function : program.functions) {
      expressions.within(function);
      scopes.open();
      function.parameters().forEach(scopes::declare);
      function.declaration().getBody().ifPresent(this::visit);
      scopes.close();
    }
  }

  private void visit(Statement statement) {
    if (statement instanceof SwitchStmt choice) {
      expressions.visit(choice.getSelector());
      visitEntries(choice.getEntries());
      return;
    }
    if (statement instanceof YieldStmt yield) {
      expressions.visit(yield.getExpression());
      scopes.result(yield.getExpression());
      return;
    }
    boolean block =
        statement instanceof BlockStmt
            || statement instanceof ForStmt
            || statement instanceof ForEachStmt;
    if (block) {
      scopes.open();
    }
    if (statement instanceof ForEachStmt loop) {
      visitForEach(loop);
    } else if (statement instanceof ForStmt loop) {
      loop.getInitialization().forEach(this::visitNode);
      loop.getCompare().ifPresent(this::visitNode);
      loop.getUpdate().forEach(this::visitNode);
      visit(loop.getBody());
    } else {
      statement.getChildNodes().forEach(this::visitNode);
    }
    if (block) {
      scopes.close();
    }
  }

  private void visitNode(Node node) {
    if (node instanceof Statement statement) {
      visit(statement);
    } else if (node instanceof VariableDeclarationExpr declaration) {
      declaration.getVariables().forEach(this::declare);
    } else if (node instanceof Expression expression) {
      expressions.visit(expression);
    } else {
      // Parts of statements that rewards may not use: their names still count as resolved.
      node.getChildNodes().forEach(this::visitNode);
    }
  }

  private void declare(VariableDeclarator declarator) {
    Type initial = declarator.getInitializer().map(expressions::visit).orElse(Type.ERROR);
    Type type = declarator.getType().isVarType() ? initial : typeOf(declarator.getType());
    scopes.declare(new Variable(declarator, type, Variable.Role.LOCAL));
  }

  private void visitForEach(ForEachStmt loop) {
    Type over = expressions.visit(loop.getIterable());
    for (VariableDeclarator declarator : loop.getVariable().getVariables()) {
      Type type = declarator.getType().isVarType() ? over.element() : typeOf(declarator.getType());
      scopes.declare(new Variable(declarator, type, Variable.Role.LOCAL));
    }
    visit(loop.getBody());
  }

  /** Visits a switch's entries, which share one block unless they are arrows. */
  private void visitEntries(List<SwitchEntry> entries) {
    scopes.open();
    for (SwitchEntry entry : entries) {
      entry.getLabels().forEach(expressions::visit);
      boolean value = entry.getType() == SwitchEntry.Type.EXPRESSION;
      for (Statement statement : entry.getStatements()) {
        if (value && statement.isExpressionStmt()) {
          Expression arm = statement.asExpressionStmt().getExpression();
          expressions.visit(arm);
          scopes.result(arm);
        } else {
          visit(statement);
        }
      }
    }
    scopes.close();
  }

  /** Returns what a type in the source is for a reward. */
  public static Type typeOf(com.github.javaparser.ast.type.Type type) {
    if (type instanceof PrimitiveType primitive) {
      return Type.of(primitive.asString());
    }
    if (type instanceof VoidType) {
      return Type.VOID;
    }
    if (type instanceof ArrayType array) {
      Type element = typeOf(array.getComponentType());
      return element.known() ? new Type(element.name(), element.dimensions() + 1) : Type.FOREIGN;
    }
    if (type instanceof ClassOrInterfaceType named && named.getTypeArguments().isEmpty()) {
      boolean trusted = named.getScope().isEmpty() || Api.qualified(named.getNameWithScope());
      if (trusted && Api.TYPES.containsKey(named.getNameAsString())) {
        return Type.of(named.getNameAsString());
      }
    }
    return Type.FOREIGN;
  }
}
