package io.github.guerdon.sandbox.cell;

import com.sun.jna.Native;
import io.github.guerdon.reward.slot.SlotReward;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one class {@code Reward} to bytes with the JDK's compiler. */
final class MemoryCompiler {

  private MemoryCompiler() {}

  static byte[] compile(String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter diagnostics = new StringWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> options = new ArrayList<>(List.of("-g", "--release", "17"));
    // JNA as well: hostile code finds it in its cell.
    String classPath = origin(SlotReward.class) + ":" + origin(Native.class);
    options.addAll(List.of("-proc:none", "-cp", classPath));
    try (JavaFileManager files = intoMemory(compiler, bytes)) {
      List<Text> sources = List.of(new Text(text));
      if (!compiler.getTask(diagnostics, files, null, options, null, sources).call()) {
        throw new IllegalArgumentException(diagnostics.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static JavaFileManager intoMemory(JavaCompiler compiler, OutputStream bytes) {
    return new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
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
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("memory:///Reward.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
