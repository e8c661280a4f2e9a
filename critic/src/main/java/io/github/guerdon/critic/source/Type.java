package io.github.guerdon.critic.source;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The type of an expression: a primitive, an API type by simple name, an array of a primitive, or
 * one of the marks below.
 *
 * @param name simple name
 * @param dimensions array dimensions
 */
public record Type(String name, int dimensions) {

  public static final Type BOOLEAN = new Type("boolean", 0);
  public static final Type INT = new Type("int", 0);
  public static final Type DOUBLE = new Type("double", 0);
  public static final Type VOID = new Type("void", 0);
  public static final Type STRING = new Type("String", 0);
  public static final Type NULL = new Type("null", 0);

  /** Something that is reported elsewhere; nothing more is said of it. */
  public static final Type ERROR = new Type("?", 0);

  /** A value that no reward can use: a foreign object or class. */
  public static final Type FOREIGN = new Type("<foreign>", 0);

  private static final Map<Type, Type> GROUPS =
      Map.of(of("Bodies"), of("Body"), of("Joints"), of("Joint"), of("Geoms"), of("Geom"));

  private static final List<String> WIDENING = List.of("int", "long", "float", "double");
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  /** Returns the type of this name and no dimensions. */
  public static Type of(String name) {
    return new Type(name, 0);
  }

  /** Returns whether it is a primitive, boolean included. */
  public boolean primitive() {
    return dimensions == 0 && PRIMITIVES.contains(name);
  }

  /** Returns whether it takes part in arithmetic. */
  public boolean numeric() {
    return primitive() && !equals(BOOLEAN);
  }

  /** Returns whether it takes part in arithmetic without fractions. */
  public boolean integral() {
    return numeric() && !name.equals("float") && !name.equals("double");
  }

  /** Returns whether it is an array of a primitive. */
  public boolean primitiveArray() {
    return dimensions == 1 && PRIMITIVES.contains(name);
  }

  /** Returns whether it is one of the API's types. */
  public boolean api() {
    return dimensions == 0 && Api.TYPES.containsKey(name);
  }

  /** Returns whether something is known about it. */
  public boolean known() {
    return !equals(ERROR) && !equals(FOREIGN);
  }

  /** Returns the type of an array's or a group's element. */
  public Type element() {
    return dimensions > 0 ? new Type(name, dimensions - 1) : GROUPS.getOrDefault(this, ERROR);
  }

  /** Returns whether it is a group of the API's elements. */
  public boolean group() {
    return GROUPS.containsKey(this);
  }

  /** Returns the type of unary arithmetic on it. */
  public Type promoted() {
    return WIDENING.contains(name) || !numeric() ? this : INT;
  }

  /** Returns the type of arithmetic on two numbers. */
  public Type promoted(Type other) {
    int rank = Math.max(WIDENING.indexOf(promoted().name), WIDENING.indexOf(other.promoted().name));
    return numeric() && other.numeric() ? of(WIDENING.get(rank)) : ERROR;
  }

  /** Returns whether a value of it can be passed where the other type is wanted, without a cast. */
  public boolean widensTo(Type wanted) {
    if (equals(wanted) || !known() || !wanted.known()) {
      return true;
    }
    if (!numeric() || !wanted.numeric() || wanted.name.equals("char")) {
      return false;
    }
    if (!WIDENING.contains(wanted.name)) {
      return name.equals("byte") && wanted.name.equals("short");
    }
    return WIDENING.indexOf(promoted().name) <= WIDENING.indexOf(wanted.name);
  }

  @Override
  public String toString() {
    return name + "[]".repeat(dimensions);
  }
}
