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

  /** Returns whether it takes these arguments as they are. */
  boolean accepts(List<Type> arguments) {
    return arguments.size() == parameters.size() && accepts(arguments, parameters.size());
  }

  /** Returns whether it takes these arguments with the last ones packed into an array. */
  boolean acceptsPacked(List<Type> arguments) {
    int fixed = parameters.size() - 1;
    return varArgs() && arguments.size() >= fixed && accepts(arguments, fixed);
  }

  private boolean accepts(List<Type> arguments, int fixed) {
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).widensTo(wanted(i, fixed))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether another function takes all that this one takes, so that Java prefers this. */
  boolean atLeastAsSpecial(Function other, int arguments, boolean packed) {
    // The first argument beyond the shorter list tells apart f(int...) and f(int, int...).
    int compared = packed ? Math.max(arguments, Math.max(size(), other.size())) : arguments;
    for (int i = 0; i < compared; i++) {
      Type mine = wanted(i, packed ? size() - 1 : size());
      if (!mine.widensTo(other.wanted(i, packed ? other.size() - 1 : other.size()))) {
        return false;
      }
    }
    return true;
  }

  private int size() {
    return parameters.size();
  }

  /** Returns the type that it wants at an index, the array's element from one on. */
  private Type wanted(int index, int fixed) {
    return index < fixed ? parameters.get(index).type() : parameters.get(fixed).type().element();
  }
}
