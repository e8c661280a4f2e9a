package io.github.guerdon.critic.source;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The reward method or a helper of a source. */
public final class Function {

  private final MethodDeclaration declaration;
  private final List<Variable> parameters;
  private final Type result;
  private final Set<Function> callees = new LinkedHashSet<>();

  Function(MethodDeclaration declaration, List<Variable> parameters, Type result) {
    this.declaration = declaration;
    this.parameters = List.copyOf(parameters);
    this.result = result;
  }

  /** Returns its name. */
  public String name() {
    return declaration.getNameAsString();
  }

  /** Returns its declaration. */
  public MethodDeclaration declaration() {
    return declaration;
  }

  /** Returns its parameters. */
  public List<Variable> parameters() {
    return parameters;
  }

  /** Returns what it returns. */
  public Type result() {
    return result;
  }

  /** Returns the functions that it calls. */
  public Set<Function> callees() {
    return callees;
  }

  /** Returns whether its last parameter takes any number of arguments. */
  public boolean varArgs() {
    return declaration.getParameters().stream().anyMatch(Parameter::isVarArgs);
  }

  /** Returns whether it takes these arguments with the last ones packed into an array. */
  boolean acceptsPacked(List<Type> arguments) {
    int fixed = parameters.size() - 1;
    return varArgs() && arguments.size() >= fixed && accepts(arguments, fixed);
  }

  private boolean accepts(List<Type> arguments, int fixed) {
    for (int i = 0; i < arguments.size(); i++) {
      Type wanted = i < fixed ? parameters.get(i).type() : parameters.get(fixed).type().element();
      if (!arguments.get(i).widensTo(wanted)) {
        return false;
      }
    }
    return true;
  }

  boolean accepts(List<Type> arguments) {
    if (arguments.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).widensTo(parameters.get(i).type())) {
        return false;
      }
    }
    return true;
  }
}
