package io.github.guerdon.env;

import io.github.guerdon.reward.slot.SlotTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one class against the reward API, from text to bytes. */
public final class MemoryJavac {

  private MemoryJavac() {}

  /**
   * Compiles a class.
   *
   * @throws IllegalArgumentException with javac's words
   */
  public static byte[] compile(String className, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(diagnostics, null, null);
        JavaFileManager files = new Memory(standard, bytes)) {
      List<String> options = List.of("-proc:none", "--release", "17", "-classpath", rewardApi());
      if (!compiler
          .getTask(null, files, diagnostics, options, null, List.of(new Text(className, source)))
          .call()) {
        throw new IllegalArgumentException(diagnostics.getDiagnostics().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Finds the reward API where this test runs with it, however the test was started. */
  private static String rewardApi() {
    URI location =
        URI.create(SlotTable.class.getProtectionDomain().getCodeSource().getLocation().toString());
    return Path.of(location).toString();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String className, String source) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final ByteArrayOutputStream bytes;

    Memory(JavaFileManager standard, ByteArrayOutputStream bytes) {
      super(standard);
      this.bytes = bytes;
    }

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
  }
}
