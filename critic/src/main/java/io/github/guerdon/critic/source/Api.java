package io.github.guerdon.critic.source;

import io.github.guerdon.reward.Action;
import io.github.guerdon.reward.Actuator;
import io.github.guerdon.reward.Bodies;
import io.github.guerdon.reward.Body;
import io.github.guerdon.reward.Field;
import io.github.guerdon.reward.Geom;
import io.github.guerdon.reward.Geoms;
import io.github.guerdon.reward.Joint;
import io.github.guerdon.reward.Joints;
import io.github.guerdon.reward.Quaternion;
import io.github.guerdon.reward.Sensor;
import io.github.guerdon.reward.Shape;
import io.github.guerdon.reward.Site;
import io.github.guerdon.reward.State;
import io.github.guerdon.reward.Tendon;
import io.github.guerdon.reward.Terms;
import io.github.guerdon.reward.Vector3;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The closed table of what a reward may name: types, their methods, and the few JDK functions, all
 * of constant cost.
 */
public final class Api {

  /** The package that rewards import. */
  public static final String PACKAGE = "io.github.guerdon.reward";

  /** Types whose values a reward may hold, by simple name. */
  public static final Map<String, Class<?>> TYPES =
      types(
          State.class,
          Action.class,
          Terms.class,
          Body.class,
          Joint.class,
          Site.class,
          Geom.class,
          Sensor.class,
          Actuator.class,
          Tendon.class,
          Field.class,
          Bodies.class,
          Joints.class,
          Geoms.class,
          Vector3.class,
          Quaternion.class);

  /** Classes whose static members a reward may name, with the methods it may call. */
  private static final Map<String, Set<String>> FUNCTIONS =
      Map.of(
          "Math",
          mathematics(),
          "StrictMath",
          mathematics(),
          "Shape",
          Set.of("clamp", "sigmoid", "tolerance", "gaussian", "wrapAngle", "lerp", "potential"),
          "Double",
          Set.of("isNaN", "isFinite", "isInfinite", "compare", "max", "min", "sum"),
          "Float",
          Set.of("isNaN", "isFinite", "isInfinite", "compare", "max", "min", "sum"),
          "Integer",
          Set.of("compare", "max", "min", "sum", "signum"),
          "Long",
          Set.of("compare", "max", "min", "sum", "signum"));

  private static final Map<String, Class<?>> HOLDERS =
      types(
          Math.class,
          StrictMath.class,
          Shape.class,
          Double.class,
          Float.class,
          Integer.class,
          Long.class);

  /** A constant of {@code Math} that only a later JDK has, whichever one this is: 2 π. */
  public static final String TAU = "TAU";

  /** Names of API and JDK types that a reward may not give to anything of its own. */
  public static final Set<String> RESERVED = reserved();

  private static final Map<String, List<Member>> MEMBERS = members();

  private Api() {}

  /** Returns whether a simple name stands for a class whose static members may be named. */
  public static boolean holder(String name) {
    return HOLDERS.containsKey(name);
  }

  /**
   * Returns whether a qualified name, such as {@code java.lang.Math}, is the class it seems to be.
   */
  public static boolean qualified(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    Class<?> holder = HOLDERS.get(simple);
    Class<?> type = TYPES.get(simple);
    return (holder != null && holder.getName().equals(name))
        || (type != null && type.getName().equals(name));
  }

  /** Returns the methods of a type or class that may be called, sorted by name. */
  public static List<Member> members(String owner) {
    return MEMBERS.getOrDefault(owner, List.of());
  }

  /** Returns the names of a type's or class's methods, sorted. */
  public static Set<String> memberNames(String owner) {
    Set<String> names = new TreeSet<>();
    members(owner).forEach(m -> names.add(m.name()));
    return names;
  }

  /** Returns the value of a constant of the JDK or the API, as a boxed primitive, or nothing. */
  public static java.util.Optional<Object> constant(String owner, String name) {
    Class<?> holder = HOLDERS.get(owner);
    if (holder == null) {
      return java.util.Optional.empty();
    }
    if (name.equals(TAU) && owner.endsWith("Math")) {
      return java.util.Optional.of(2 * Math.PI);
    }
    return Arrays.stream(holder.getFields())
        .filter(f -> f.getName().equals(name) && f.getType().isPrimitive())
        .findFirst()
        .map(
            f -> {
              try {
                return f.get(null);
              } catch (IllegalAccessException e) {
                throw new IllegalStateException(f + " is public", e);
              }
            });
  }

  /** Returns the class behind a holder's name. */
  static Class<?> holderClass(String name) {
    Class<?> holder = HOLDERS.get(name);
    if (holder == null) {
      throw new IllegalArgumentException(name + " holds no functions");
    }
    return holder;
  }

  private static Set<String> mathematics() {
    return Set.of(
        "abs",
        "max",
        "min",
        "signum",
        "copySign",
        "sqrt",
        "cbrt",
        "hypot",
        "pow",
        "exp",
        "expm1",
        "log",
        "log10",
        "log1p",
        "sin",
        "cos",
        "tan",
        "asin",
        "acos",
        "atan",
        "atan2",
        "sinh",
        "cosh",
        "tanh",
        "floor",
        "ceil",
        "rint",
        "round",
        "floorMod",
        "floorDiv",
        "toRadians",
        "toDegrees",
        "fma",
        "IEEEremainder",
        "ulp",
        "nextUp",
        "nextDown",
        "nextAfter",
        "scalb");
  }

  private static Set<String> reserved() {
    Set<String> names = new TreeSet<>(TYPES.keySet());
    names.addAll(HOLDERS.keySet());
    names.addAll(
        Set.of(
            "Reward",
            "RewardFunction",
            "Tune",
            "Object",
            "String",
            "System",
            "Override",
            "Boolean",
            "Byte",
            "Short",
            "Character",
            "Number",
            "Class",
            "Thread",
            "Runtime",
            "Throwable",
            "Exception",
            "Error",
            "Record",
            "Enum",
            "Void",
            "Iterable",
            "Runnable"));
    return Set.copyOf(names);
  }

  private static Map<String, Class<?>> types(Class<?>... types) {
    Map<String, Class<?>> byName = new LinkedHashMap<>();
    for (Class<?> type : types) {
      byName.put(type.getSimpleName(), type);
    }
    return java.util.Collections.unmodifiableMap(byName);
  }

  private static Map<String, List<Member>> members() {
    Map<String, List<Member>> table = new TreeMap<>();
    TYPES.forEach(
        (name, type) ->
            table.put(
                name,
                sorted(
                    Arrays.stream(type.getDeclaredMethods())
                        .filter(m -> !Modifier.isStatic(m.getModifiers()) && !ofObject(m)))));
    FUNCTIONS.forEach(
        (name, allowed) ->
            table.put(
                name,
                sorted(
                    Arrays.stream(holderClass(name).getMethods())
                        .filter(
                            m ->
                                Modifier.isStatic(m.getModifiers())
                                    && allowed.contains(m.getName())))));
    return table;
  }

  private static boolean ofObject(Method method) {
    return Set.of("equals", "hashCode", "toString").contains(method.getName());
  }

  private static List<Member> sorted(Stream<Method> methods) {
    List<Member> members = new ArrayList<>();
    methods
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
        .forEach(
            m ->
                members.add(
                    new Member(
                        m.getDeclaringClass().getSimpleName(),
                        m.getName(),
                        Arrays.stream(m.getParameterTypes()).map(Api::type).toList(),
                        type(m.getReturnType()))));
    members.sort(Comparator.comparing(Member::name).thenComparing(m -> m.parameters().toString()));
    return members;
  }

  private static Type type(Class<?> type) {
    return type.isArray()
        ? new Type(type.getComponentType().getSimpleName(), 1)
        : Type.of(type.getSimpleName());
  }
}
