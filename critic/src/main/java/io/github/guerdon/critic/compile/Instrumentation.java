package io.github.guerdon.critic.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Rewrites compiled classes: fuel at each loop head and method entry, {@code StrictMath} for {@code
 * Math}, and the source's own line numbers.
 */
final class Instrumentation {

  private static final String FUEL = "io/github/guerdon/reward/slot/Fuel";

  private Instrumentation() {}

  /** Maps a line of compiled text to one of the source. */
  interface Lines {
    int origin(int line);
  }

  /** Returns the rewritten class. */
  static byte[] apply(byte[] classFile, boolean fuel, Lines lines) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, ClassReader.SKIP_FRAMES);
    for (MethodNode method : type.methods) {
      rewrite(method, lines);
      if (fuel && !method.name.startsWith("<")) {
        addFuel(method.instructions);
      }
    }
    ClassWriter writer = new FrameWriter();
    type.accept(writer);
    return writer.toByteArray();
  }

  /** Computes stack frames anew: Janino gets some of them wrong. */
  private static final class FrameWriter extends ClassWriter {

    FrameWriter() {
      super(ClassWriter.COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return "java/lang/Object"; // All other types are final classes or interfaces.
    }
  }

  private static void rewrite(MethodNode method, Lines lines) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && call.owner.equals("java/lang/Math")) {
        call.owner = "java/lang/StrictMath";
      } else if (instruction instanceof LineNumberNode number) {
        number.line = Math.max(1, lines.origin(number.line));
      }
    }
  }

  private static void addFuel(InsnList instructions) {
    Set<LabelNode> heads = new HashSet<>();
    for (AbstractInsnNode instruction : instructions) {
      for (LabelNode target : targets(instruction)) {
        if (instructions.indexOf(target) <= instructions.indexOf(instruction)) {
          heads.add(target);
        }
      }
    }
    heads.forEach(head -> spendBefore(instructions, firstReal(head)));
    AbstractInsnNode first = instructions.getFirst();
    if (first != null) {
      instructions.insertBefore(first, spend());
    }
  }

  private static List<LabelNode> targets(AbstractInsnNode instruction) {
    if (instruction instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    } else if (instruction instanceof TableSwitchInsnNode table) {
      return java.util.stream.Stream.concat(
              table.labels.stream(), java.util.stream.Stream.of(table.dflt))
          .toList();
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      return java.util.stream.Stream.concat(
              lookup.labels.stream(), java.util.stream.Stream.of(lookup.dflt))
          .toList();
    }
    return List.of();
  }

  /** Skips the line number and frame that belong to a label. */
  private static AbstractInsnNode firstReal(AbstractInsnNode from) {
    AbstractInsnNode at = from;
    while (at.getOpcode() < 0 && at.getNext() != null) {
      at = at.getNext();
    }
    return at;
  }

  private static void spendBefore(InsnList instructions, AbstractInsnNode at) {
    instructions.insertBefore(at, spend());
  }

  private static MethodInsnNode spend() {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, FUEL, "spend", "()V", false);
  }
}
