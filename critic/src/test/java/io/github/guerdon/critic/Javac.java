package io.github.guerdon.critic;

import io.github.guerdon.critic.compile.StrictBytes;
import io.github.guerdon.reward.RewardFunction;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a source as written with javac, for comparison. */
final class Javac {

  private Javac() {}

  /**
   * Returns the class's bytes with {@code StrictMath} for {@code Math} and nothing else changed.
   */
  static byte[] strict(String source) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(
            javac.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
              @Override
              public OutputStream openOutputStream() {
                return bytes;
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
        javac
            .getTask(
                Writer.nullWriter(),
                files,
                null,
                List.of("-proc:none", "-classpath", api()),
                null,
                List.of(text))
            .call();
    if (!done) {
      throw new AssertionError("javac refuses: " + source);
    }
    return StrictBytes.of(bytes.toByteArray());
  }

  private static String api() {
    return RewardFunction.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
