package io.github.guerdon.critic.compile;

import io.github.guerdon.critic.source.Api;
import io.github.guerdon.reward.Shape;
import io.github.guerdon.reward.slot.Fuel;
import io.github.guerdon.reward.slot.SlotField;
import io.github.guerdon.reward.slot.SlotFrame;
import io.github.guerdon.reward.slot.SlotFrames;
import io.github.guerdon.reward.slot.SlotScalar;
import io.github.guerdon.reward.slot.SlotScalars;
import io.github.guerdon.reward.slot.SlotSensor;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTerms;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Checks the bytes that will be loaded, whatever made them: one class without state, whose code
 * does arithmetic and calls listed methods.
 */
final class BytecodeGate {

  /** HotSpot never compiles longer methods. */
  private static final int MAX_CODE = 8_000;

  private static final int MOST_PROBLEMS = 20;
  private static final int NO_CLASS =
      Opcodes.ACC_INTERFACE
          | Opcodes.ACC_ABSTRACT
          | Opcodes.ACC_ENUM
          | Opcodes.ACC_ANNOTATION
          | Opcodes.ACC_MODULE
          | Opcodes.ACC_RECORD;

  private static final Set<String> SLOT_MEMBERS =
      Set.of(
          "frame",
          "scalar",
          "sensor",
          "field",
          "frames",
          "scalars",
          "touching",
          "parameter",
          "within",
          "time",
          "dt",
          "centerOfMass",
          "qpos",
          "qposSize",
          "qvel",
          "qvelSize",
          "start");

  private static final Set<Integer> REFUSED =
      Set.of(
          Opcodes.INVOKEDYNAMIC,
          Opcodes.NEW,
          Opcodes.ANEWARRAY,
          Opcodes.MULTIANEWARRAY,
          Opcodes.CHECKCAST,
          Opcodes.INSTANCEOF,
          Opcodes.MONITORENTER,
          Opcodes.MONITOREXIT,
          Opcodes.ATHROW,
          Opcodes.GETFIELD,
          Opcodes.PUTFIELD,
          Opcodes.GETSTATIC,
          Opcodes.PUTSTATIC,
          Opcodes.JSR,
          Opcodes.RET,
          Opcodes.AASTORE,
          Opcodes.AALOAD,
          Opcodes.IF_ACMPEQ,
          Opcodes.IF_ACMPNE,
          Opcodes.IFNULL,
          Opcodes.IFNONNULL);

  private static final Set<String> CALLS = calls();

  private final String name;
  private final String implemented;
  private final Set<String> entries;
  private final List<String> problems = new ArrayList<>();

  private BytecodeGate(String name, Class<?> implemented) {
    this.name = name;
    this.implemented = Type.getInternalName(implemented);
    entries =
        Arrays.stream(implemented.getMethods())
            .map(m -> m.getName() + Type.getMethodDescriptor(m))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns all that is wrong with a class; nothing if it may be loaded. */
  static List<String> problems(byte[] classFile, String className, Class<?> implemented) {
    BytecodeGate gate = new BytecodeGate(className, implemented);
    ClassNode type = new ClassNode();
    try {
      new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return List.of("no class file that can be read");
    }
    gate.check(type);
    return gate.problems;
  }

  private void check(ClassNode type) {
    require(type.name.equals(name), "class is named " + type.name);
    require("java/lang/Object".equals(type.superName), "class extends " + type.superName);
    require(type.interfaces.equals(List.of(implemented)), "class implements " + type.interfaces);
    require(type.fields.isEmpty(), "class has fields");
    require(
        type.innerClasses.isEmpty()
            && type.nestMembers == null
            && type.nestHostClass == null
            && type.outerClass == null
            && type.recordComponents == null
            && type.permittedSubclasses == null,
        "class has inner classes");
    require((type.access & NO_CLASS) == 0, "class is no plain class");
    int open = 0;
    for (MethodNode method : type.methods) {
      boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
      if (method.name.equals("<init>")) {
        require(trivial(method), "constructor is not the trivial one");
        continue;
      }
      require(!method.name.startsWith("<"), "class has an initialiser");
      open += isStatic ? 0 : 1;
      require(
          isStatic || entries.contains(method.name + method.desc),
          "method " + method.name + " is not that of the interface");
      check(method);
    }
    require(open == 1, "class has " + open + " methods of objects, not one");
    checkLengths(type);
  }

  private static boolean trivial(MethodNode method) {
    List<Integer> opcodes = new ArrayList<>();
    method.instructions.forEach(
        i -> {
          if (i.getOpcode() >= 0) {
            opcodes.add(i.getOpcode());
          }
        });
    boolean ofObject =
        Arrays.stream(method.instructions.toArray())
            .filter(MethodInsnNode.class::isInstance)
            .map(MethodInsnNode.class::cast)
            .allMatch(c -> c.owner.equals("java/lang/Object") && c.name.equals("<init>"));
    return method.desc.equals("()V")
        && method.tryCatchBlocks.isEmpty()
        && ofObject
        && opcodes.equals(List.of(Opcodes.ALOAD, Opcodes.INVOKESPECIAL, Opcodes.RETURN));
  }

  private void check(MethodNode method) {
    int refused = Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_ABSTRACT;
    require((method.access & refused) == 0, "method " + method.name + " is native or locked");
    require(method.tryCatchBlocks.isEmpty(), "method " + method.name + " catches");
    for (AbstractInsnNode instruction : method.instructions) {
      int opcode = instruction.getOpcode();
      require(!REFUSED.contains(opcode), "method " + method.name + " has opcode " + opcode);
      if (instruction instanceof LdcInsnNode constant) {
        require(constant.cst instanceof Number, "method " + method.name + " has a constant object");
      } else if (instruction instanceof MethodInsnNode call) {
        boolean own = call.owner.equals(name) && opcode == Opcodes.INVOKESTATIC;
        String called = call.owner + "." + call.name + call.desc;
        boolean listed = CALLS.contains(called) && opcode != Opcodes.INVOKESPECIAL;
        require(own || listed, "method " + method.name + " calls " + called);
      }
    }
  }

  /** Measures each method as it will be written. */
  private void checkLengths(ClassNode type) {
    type.methods.forEach(m -> m.instructions.add(new LabelNode()));
    type.accept(new ClassWriter(0));
    for (MethodNode method : type.methods) {
      int length = ((LabelNode) method.instructions.getLast()).getLabel().getOffset();
      require(
          length <= MAX_CODE,
          "method " + method.name + " has " + length + " bytes of code; at most " + MAX_CODE);
    }
  }

  private void require(boolean holds, String problem) {
    if (!holds && problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
      problems.add(problem);
    }
  }

  private static Set<String> calls() {
    Set<String> calls = new HashSet<>();
    calls.add(Type.getInternalName(Fuel.class) + ".spend()V");
    Api.TYPES.forEach(
        (name, type) -> {
          Set<String> named = Api.memberNames(name);
          for (Method method : type.getMethods()) {
            boolean text =
                Arrays.stream(method.getParameterTypes())
                    .anyMatch(p -> p == String.class || p == String[].class);
            if (named.contains(method.getName()) && !text) {
              add(calls, type, method);
            }
          }
        });
    for (Class<?> holder :
        List.of(
            StrictMath.class, Shape.class, Double.class, Float.class, Integer.class, Long.class)) {
      Set<String> named = Api.memberNames(holder.getSimpleName());
      for (Method method : holder.getMethods()) {
        if (named.contains(method.getName()) && Modifier.isStatic(method.getModifiers())) {
          add(calls, holder, method);
        }
      }
    }
    for (Class<?> view :
        List.of(
            SlotFrame.class,
            SlotScalar.class,
            SlotSensor.class,
            SlotField.class,
            SlotFrames.class,
            SlotScalars.class)) {
      for (Method method : view.getMethods()) {
        boolean accessor =
            Arrays.stream(view.getInterfaces())
                .anyMatch(i -> Api.memberNames(i.getSimpleName()).contains(method.getName()));
        if (accessor) {
          add(calls, view, method);
        }
      }
    }
    for (Method method : SlotState.class.getMethods()) {
      boolean text = Arrays.asList(method.getParameterTypes()).contains(String.class);
      if (SLOT_MEMBERS.contains(method.getName()) && !text) {
        add(calls, SlotState.class, method);
      }
    }
    calls.add(Type.getInternalName(SlotTerms.class) + ".add(ID)V");
    return Set.copyOf(calls);
  }

  private static void add(Set<String> calls, Class<?> owner, Method method) {
    calls.add(
        Type.getInternalName(owner) + "." + method.getName() + Type.getMethodDescriptor(method));
  }
}
