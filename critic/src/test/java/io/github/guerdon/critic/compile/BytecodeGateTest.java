package io.github.guerdon.critic.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.reward.slot.SlotReward;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The gate on hand-made classes, each of which breaks one clause. */
final class BytecodeGateTest {

  private static final String STATE = "io/github/guerdon/reward/slot/SlotState";
  private static final String TERMS = "io/github/guerdon/reward/slot/SlotTerms";
  private static final String REWARD =
      "(L" + STATE + ";Lio/github/guerdon/reward/Action;L" + STATE + ";L" + TERMS + ";)V";
  private static final Handle BOOTSTRAP =
      new Handle(Opcodes.H_INVOKESTATIC, "java/lang/Evil", "bootstrap", "()V", false);

  /** A class that breaks one clause, and what the gate must say of it. */
  record Broken(String name, String said, Supplier<byte[]> classFile) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Broken broken(String name, String said, byte[] classFile) {
    return new Broken(name, said, () -> classFile);
  }

  private static final Map<String, Consumer<MethodVisitor>> CODE = new LinkedHashMap<>();

  static {
    CODE.put("opcode 186", m -> m.visitInvokeDynamicInsn("run", "()V", BOOTSTRAP));
    CODE.put("opcode 187", m -> m.visitTypeInsn(Opcodes.NEW, "java/lang/Object"));
    CODE.put("opcode 189", m -> m.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object"));
    CODE.put("opcode 197", m -> m.visitMultiANewArrayInsn("[[D", 2));
    CODE.put("opcode 192", m -> m.visitTypeInsn(Opcodes.CHECKCAST, STATE));
    CODE.put("opcode 193", m -> m.visitTypeInsn(Opcodes.INSTANCEOF, STATE));
    CODE.put("opcode 194", m -> m.visitInsn(Opcodes.MONITORENTER));
    CODE.put("opcode 195", m -> m.visitInsn(Opcodes.MONITOREXIT));
    CODE.put("opcode 191", m -> m.visitInsn(Opcodes.ATHROW));
    CODE.put("opcode 180", m -> m.visitFieldInsn(Opcodes.GETFIELD, STATE, "x", "D"));
    CODE.put("opcode 181", m -> m.visitFieldInsn(Opcodes.PUTFIELD, STATE, "x", "D"));
    CODE.put("opcode 178", m -> m.visitFieldInsn(Opcodes.GETSTATIC, STATE, "x", "D"));
    CODE.put("opcode 179", m -> m.visitFieldInsn(Opcodes.PUTSTATIC, STATE, "x", "D"));
    CODE.put("opcode 83", m -> m.visitInsn(Opcodes.AASTORE));
    CODE.put("opcode 50", m -> m.visitInsn(Opcodes.AALOAD));
    CODE.put("opcode 168", m -> m.visitJumpInsn(Opcodes.JSR, marked(m)));
    CODE.put("opcode 169", m -> m.visitVarInsn(Opcodes.RET, 1));
    CODE.put("opcode 165", m -> m.visitJumpInsn(Opcodes.IF_ACMPEQ, marked(m)));
    CODE.put("opcode 166", m -> m.visitJumpInsn(Opcodes.IF_ACMPNE, marked(m)));
    CODE.put("opcode 198", m -> m.visitJumpInsn(Opcodes.IFNULL, marked(m)));
    CODE.put("opcode 199", m -> m.visitJumpInsn(Opcodes.IFNONNULL, marked(m)));
    CODE.put(
        "calls java/lang/System.exit(I)V",
        call(Opcodes.INVOKESTATIC, "java/lang/System", "exit", "(I)V"));
    CODE.put(
        "calls java/lang/Math.sin(D)D",
        call(Opcodes.INVOKESTATIC, "java/lang/Math", "sin", "(D)D"));
    CODE.put(
        "calls java/lang/StrictMath.random()D",
        call(Opcodes.INVOKESTATIC, "java/lang/StrictMath", "random", "()D"));
    CODE.put(
        "calls java/lang/Object.hashCode()I",
        call(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "hashCode", "()I"));
    CODE.put(
        "calls java/lang/Object.getClass()",
        call(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;"));
    CODE.put("calls " + TERMS + ".clear()V", call(Opcodes.INVOKEVIRTUAL, TERMS, "clear", "()V"));
    CODE.put(
        "calls " + STATE + ".bind([DI)V", call(Opcodes.INVOKEVIRTUAL, STATE, "bind", "([DI)V"));
    CODE.put(
        "calls " + TERMS + ".add(Ljava/lang/String;D)V",
        call(Opcodes.INVOKEVIRTUAL, TERMS, "add", "(Ljava/lang/String;D)V"));
    CODE.put(
        "calls io/github/guerdon/reward/slot/Fuel.refill()V",
        call(Opcodes.INVOKESTATIC, "io/github/guerdon/reward/slot/Fuel", "refill", "()V"));
    CODE.put(
        "calls io/github/guerdon/reward/Shaping.discount(D)V",
        call(Opcodes.INVOKESTATIC, "io/github/guerdon/reward/Shaping", "discount", "(D)V"));
    CODE.put("calls " + STATE + ".time()D", call(Opcodes.INVOKESPECIAL, STATE, "time", "()D"));
    CODE.put("calls Reward.reward", call(Opcodes.INVOKEVIRTUAL, "Reward", "reward", REWARD));
  }

  private static Consumer<MethodVisitor> call(int opcode, String owner, String name, String type) {
    return m -> m.visitMethodInsn(opcode, owner, name, type, false);
  }

  private static Label marked(MethodVisitor method) {
    Label here = new Label();
    method.visitLabel(here);
    return here;
  }

  static Stream<Broken> instructions() {
    return CODE.entrySet().stream()
        .map(e -> broken(e.getKey(), e.getKey(), sound(w -> {}, e.getValue())));
  }

  static Stream<Broken> constants() {
    Map<String, Object> constants = new LinkedHashMap<>();
    constants.put("text", "text");
    constants.put("class", Type.getType("Ljava/lang/System;"));
    constants.put("method type", Type.getMethodType("()V"));
    constants.put("method handle", BOOTSTRAP);
    constants.put("dynamic constant", new ConstantDynamic("x", "D", BOOTSTRAP));
    return constants.entrySet().stream()
        .map(
            e ->
                broken(
                    e.getKey(),
                    "has a constant object",
                    sound(w -> {}, m -> m.visitLdcInsn(e.getValue()))));
  }

  static Stream<Broken> classes() {
    return Stream.of(
        broken(
            "a static initialiser",
            "class has an initialiser",
            sound(w -> method(w, Opcodes.ACC_STATIC, "<clinit>", "()V", m -> {}), m -> {})),
        broken(
            "a constructor that does more",
            "constructor is not the trivial one",
            sound(w -> constructor(w, m -> m.visitInsn(Opcodes.NOP)), m -> {})),
        broken(
            "a constructor that calls something else",
            "constructor is not the trivial one",
            sound(
                w ->
                    method(
                        w,
                        Opcodes.ACC_PUBLIC,
                        "<init>",
                        "()V",
                        m -> {
                          m.visitVarInsn(Opcodes.ALOAD, 0);
                          m.visitMethodInsn(
                              Opcodes.INVOKESPECIAL, "java/lang/Thread", "start", "()V", false);
                        }),
                m -> {})),
        broken(
            "a field",
            "class has fields",
            sound(w -> w.visitField(Opcodes.ACC_STATIC, "x", "D", null, null), m -> {})),
        broken(
            "an inner class",
            "class has inner classes",
            sound(w -> w.visitInnerClass("Reward$A", "Reward", "A", 0), m -> {})),
        broken(
            "a nest member",
            "class has inner classes",
            sound(w -> w.visitNestMember("Reward$A"), m -> {})),
        broken(
            "a nest host", "class has inner classes", sound(w -> w.visitNestHost("Host"), m -> {})),
        broken(
            "a permitted subclass",
            "class has inner classes",
            sound(w -> w.visitPermittedSubclass("Sub"), m -> {})),
        broken(
            "a native method",
            "is native",
            sound(
                w ->
                    w.visitMethod(
                        Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE, "boom", "()V", null, null),
                m -> {})),
        broken(
            "a synchronized method",
            "is native or locked",
            sound(
                w -> method(w, Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED, "h", "()V", m -> {}),
                m -> {})),
        broken(
            "an abstract method",
            "is native or locked",
            sound(w -> w.visitMethod(Opcodes.ACC_ABSTRACT, "h", "()V", null, null), m -> {})),
        broken(
            "a second method of objects",
            "2 methods of objects",
            sound(w -> method(w, Opcodes.ACC_PUBLIC, "h", "()V", m -> {}), m -> {})),
        broken(
            "a finaliser",
            "method finalize is not that of the interface",
            sound(w -> method(w, Opcodes.ACC_PROTECTED, "finalize", "()V", m -> {}), m -> {})),
        broken("a handler", "method reward catches", sound(w -> {}, BytecodeGateTest::handler)),
        broken(
            "a long method",
            "bytes of code; at most 8000",
            sound(
                w -> {},
                m -> {
                  for (int i = 0; i < 8_001; i++) {
                    m.visitInsn(Opcodes.NOP);
                  }
                })),
        broken(
            "another name",
            "class is named Other",
            header("Other", "java/lang/Object", Opcodes.ACC_FINAL, SLOT)),
        broken(
            "another superclass",
            "class extends java/lang/Thread",
            header("Reward", "java/lang/Thread", Opcodes.ACC_FINAL, SLOT)),
        broken(
            "no interface",
            "class implements []",
            header("Reward", "java/lang/Object", Opcodes.ACC_FINAL)),
        broken(
            "one interface more",
            "class implements",
            header("Reward", "java/lang/Object", Opcodes.ACC_FINAL, SLOT, "java/lang/Runnable")),
        broken(
            "an interface itself",
            "class is no plain class",
            header(
                "Reward", "java/lang/Object", Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, SLOT)),
        broken("no bytes", "no class file", new byte[0]),
        broken("cut bytes", "no class file", java.util.Arrays.copyOf(sound(w -> {}, m -> {}), 60)));
  }

  private static final String SLOT = "io/github/guerdon/reward/slot/SlotReward";

  @ParameterizedTest
  @MethodSource({"instructions", "constants", "classes"})
  void classThatBreaksAClauseIsRefused(Broken broken) {
    List<String> problems =
        BytecodeGate.problems(broken.classFile().get(), "Reward", SlotReward.class);
    assertThat(problems).anySatisfy(p -> assertThat(p).contains(broken.said()));
  }

  @Test
  void soundClassPasses() {
    byte[] classFile =
        sound(
            w -> {},
            m -> {
              m.visitVarInsn(Opcodes.ALOAD, 4);
              m.visitInsn(Opcodes.ICONST_0);
              m.visitLdcInsn(0.5);
              m.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/StrictMath", "sin", "(D)D", false);
              m.visitMethodInsn(Opcodes.INVOKEVIRTUAL, TERMS, "add", "(ID)V", false);
            });
    assertThat(BytecodeGate.problems(classFile, "Reward", SlotReward.class)).isEmpty();
  }

  private static void handler(MethodVisitor m) {
    Label start = marked(m);
    m.visitInsn(Opcodes.NOP);
    Label end = marked(m);
    m.visitTryCatchBlock(start, end, end, "java/lang/Throwable");
  }

  /** Writes a class that passes, but for what is added to it. */
  private static byte[] sound(Consumer<ClassWriter> more, Consumer<MethodVisitor> code) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17, Opcodes.ACC_FINAL, "Reward", null, "java/lang/Object", new String[] {SLOT});
    constructor(writer, m -> {});
    method(writer, Opcodes.ACC_PUBLIC, "reward", REWARD, code);
    more.accept(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] header(String name, String parent, int access, String... interfaces) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, access, name, null, parent, interfaces);
    method(writer, Opcodes.ACC_PUBLIC, "reward", REWARD, m -> {});
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(ClassWriter writer, Consumer<MethodVisitor> more) {
    method(
        writer,
        Opcodes.ACC_PUBLIC,
        "<init>",
        "()V",
        m -> {
          m.visitVarInsn(Opcodes.ALOAD, 0);
          m.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
          more.accept(m);
        });
  }

  private static void method(
      ClassWriter writer, int access, String name, String type, Consumer<MethodVisitor> code) {
    MethodVisitor method = writer.visitMethod(access, name, type, null, null);
    method.visitCode();
    code.accept(method);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(9, 9);
    method.visitEnd();
  }
}
