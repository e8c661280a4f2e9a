package io.github.guerdon.critic;

import io.github.guerdon.critic.compile.StrictBytes;
import io.github.guerdon.reward.RewardFunction;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a source as written with javac, for comparison. */
final class Javac {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final JavaFileManager STANDARD = COMPILER.getStandardFileManager(null, null, null);

  private Javac() {}

  /**
   * Returns the class's bytes with {@code StrictMath} for {@code Math} and nothing else changed.
   */
  static byte[] strict(String source) {
    Map<String, byte[]> classes = classes(source);
    byte[] reward = classes.get("Reward");
    if (reward == null || classes.size() > 1) {
      throw new AssertionError("javac refuses: " + source);
    }
    return StrictBytes.of(reward);
  }

  /** Returns the classes of a source by name; none if javac refuses it. */
  static Map<String, byte[]> classes(String source) {
    Map<String, ByteArrayOutputStream> bytes = new TreeMap<>();
    JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(STANDARD) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
              @Override
              public OutputStream openOutputStream() {
                return bytes.computeIfAbsent(name, n -> new ByteArrayOutputStream());
              }
            };
          }
        };
    JavaFileObject text =
        new SimpleJavaFileObject(URI.create("memory:///Reward.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    boolean done =
        COMPILER
            .getTask(
                Writer.nullWriter(),
                files,
                diagnostic -> {},
                List.of("-proc:none", "-classpath", api()),
                null,
                List.of(text))
            .call();
    Map<String, byte[]> classes = new TreeMap<>();
    if (done) {
      bytes.forEach((name, out) -> classes.put(name, out.toByteArray()));
    }
    return classes;
  }

  private static String api() {
    return RewardFunction.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
