package io.github.guerdon.critic.compile;

import io.github.guerdon.critic.rule.Rules;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.reward.RewardFunction;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.commons.compiler.InternalCompilerException;
import org.codehaus.commons.compiler.Location;
import org.codehaus.janino.ClassLoaderIClassLoader;
import org.codehaus.janino.Parser;
import org.codehaus.janino.Scanner;
import org.codehaus.janino.UnitCompiler;
import org.codehaus.janino.util.ClassFile;
import org.jspecify.annotations.Nullable;

/** Compiles lowered Java with Janino, which runs wherever Java runs. */
final class JaninoCompiler {

  /** Classes that lowered code may name; kept, because looking them up anew takes long. */
  private static final ClassLoaderIClassLoader API =
      new ClassLoaderIClassLoader(RewardFunction.class.getClassLoader());

  private JaninoCompiler() {}

  /** Returns the bytes of the one class. */
  static byte[] compile(Lowered lowered) throws Complaints {
    try {
      UnitCompiler compiler =
          new UnitCompiler(
              new Parser(new Scanner("Reward", new StringReader(lowered.text().toString())))
                  .parseAbstractCompilationUnit(),
              API);
      List<ClassFile> classes = new ArrayList<>();
      compiler.compileUnit(false, true, false, classes);
      if (classes.size() != 1) {
        throw complaint(lowered, null, classes.size() + " classes were compiled, not one");
      }
      return classes.get(0).toByteArray();
    } catch (CompileException e) {
      throw complaint(lowered, e.getLocation(), String.valueOf(e.getMessage()));
    } catch (InternalCompilerException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw complaint(lowered, null, String.valueOf(cause.getMessage()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("reading a string", e);
    }
  }

  private static Complaints complaint(
      Lowered lowered, @Nullable Location location, String message) {
    int line = location == null ? 0 : lowered.text().origin(location.getLineNumber());
    String place = location == null ? "" : location + ": ";
    String text =
        (message.startsWith(place) ? message.substring(place.length()) : message)
            .replaceAll("\\bio\\.github\\.guerdon\\.reward\\.(slot\\.)?", "")
            .replaceAll("\\bSlot(State|Terms)\\b", "$1")
            .replaceAll("\\bx\\d+_(\\w+)", "$1");
    return new Complaints(
        List.of(new Finding(Rules.COMPILE_ERROR, line, 0, Quote.plain(text, 300))));
  }
}
