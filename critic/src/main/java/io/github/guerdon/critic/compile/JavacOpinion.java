package io.github.guerdon.critic.compile;

import io.github.guerdon.critic.rule.Rules;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.reward.RewardFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the repaired source with javac, where the runtime has it: it reports all errors at once
 * and sees some that Janino lets pass. What it makes is thrown away.
 */
final class JavacOpinion {

  private static final List<String> OPTIONS =
      List.of(
          "-proc:none", "-implicit:none", "-Xlint:none", "-nowarn", "-XDshould-stop.ifError=FLOW");

  private final Optional<JavaCompiler> compiler;
  private @Nullable JavaFileManager files;

  /** Makes one that has no opinion unless there is a compiler. */
  JavacOpinion(Optional<JavaCompiler> compiler) {
    this.compiler = compiler;
  }

  /** Returns the runtime's compiler, if it has one. */
  static Optional<JavaCompiler> ofRuntime() {
    return Optional.ofNullable(ToolProvider.getSystemJavaCompiler());
  }

  /** Returns what javac reports, or nothing where there is no javac. */
  synchronized List<Finding> of(Repaired source) {
    return compiler.map(javac -> compile(javac, source)).orElseGet(List::of);
  }

  private List<Finding> compile(JavaCompiler javac, Repaired source) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    javac
        .getTask(
            Writer.nullWriter(),
            files(javac),
            diagnostics,
            OPTIONS,
            null,
            List.of(new Text(source.text())))
        .call();
    return diagnostics.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .limit(20)
        .map(d -> finding(d, source))
        .toList();
  }

  private static Finding finding(Diagnostic<? extends JavaFileObject> diagnostic, Repaired source) {
    int[] place =
        diagnostic.getPosition() == Diagnostic.NOPOS
            ? new int[] {0, 0}
            : source.place(diagnostic.getPosition());
    String message = diagnostic.getMessage(Locale.ENGLISH).replaceAll("\\s*\n\\s*", "; ");
    return new Finding(Rules.COMPILE_ERROR, place[0], place[1], Quote.plain(message, 300));
  }

  private JavaFileManager files(JavaCompiler javac) {
    if (files != null) {
      return files;
    }
    StandardJavaFileManager standard =
        javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
    try {
      // The API alone: a reward compiles with nothing else.
      Path api =
          Path.of(RewardFunction.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(api));
    } catch (IOException e) {
      throw new UncheckedIOException("the reward API's classes cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the reward API's classes have no path", e);
    }
    files = new Discarding(standard);
    return files;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///Reward.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {
    Discarding(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location,
        String className,
        JavaFileObject.Kind kind,
        @Nullable FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("discard:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return OutputStream.nullOutputStream();
        }
      };
    }
  }
}
