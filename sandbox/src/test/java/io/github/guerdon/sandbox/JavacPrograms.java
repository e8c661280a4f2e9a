package io.github.guerdon.sandbox;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.ExpressionCompiler;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.ExpressionProgram;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles task expressions and rewards with javac, as they are: programs look their names up at
 * run time. The critic, which does this for real, comes later in the module order.
 */
public final class JavacPrograms implements ExpressionCompiler {

  private static final Pattern ELEMENT =
      Pattern.compile(
          "\\b(body|joint|geom|site|actuator)\\(\"([^\"]*)\"\\)\\s*\\.\\s*(position|velocity)\\(");
  private static final Pattern SLICE = Pattern.compile("\\b(?:within|field)\\(\"([^\"]*)\"");
  private static final Map<String, Quantity> WORLD =
      Map.of(
          ".time()", Quantity.TIME,
          ".qpos(", Quantity.QPOS,
          ".qvel(", Quantity.QVEL,
          ".centerOfMass()", Quantity.CENTER_OF_MASS);
  private static final Pattern TERM = Pattern.compile("terms\\.add\\(\"([^\"]*)\"");

  /** Loads a task. */
  public static Task task(String nameOrPath) {
    try {
      return Task.load(nameOrPath, new JavacPrograms());
    } catch (TaskException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiles one of a task's baselines. */
  public static RewardProgram baseline(Task task, String name) {
    String source = task.baseline(name).orElseThrow();
    String body = source.replaceAll("(?s)^.*Terms terms\\) \\{", "");
    return reward(task, body.replaceAll("(?s)\\}\\s*\\}\\s*$", ""));
  }

  /** Compiles the body of a reward method. */
  public static RewardProgram reward(Task task, String body) {
    Set<String> terms = new LinkedHashSet<>();
    TERM.matcher(body).results().forEach(m -> terms.add(m.group(1)));
    byte[] bytes =
        javac(
            "Reward",
            "public final class Reward implements SlotReward {\n"
                + "public void reward("
                + "SlotState before, Action action, SlotState after, SlotTerms terms) {\n"
                + body
                + "}}\n");
    return new RewardProgram(
        "Reward",
        bytes,
        table(List.of(body), task.vocabulary()),
        List.copyOf(terms),
        body.contains("start()"));
  }

  @Override
  public ExpressionProgram compile(List<Expression> expressions, Vocabulary vocabulary) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < expressions.size(); i++) {
      String text = expressions.get(i).text();
      boolean condition = expressions.get(i).type() == Expression.Type.CONDITION;
      String value = condition ? "(" + text + ") ? 1.0 : 0.0" : text;
      body.append("values[%d] = %s;\n".formatted(i, value));
    }
    byte[] bytes =
        javac(
            "Expressions",
            "public final class Expressions implements SlotExpressions {\n"
                + "public void evaluate("
                + "SlotState before, Action action, SlotState after, double[] values) {\n"
                + body
                + "}}\n");
    List<String> texts = expressions.stream().map(Expression::text).toList();
    return new ExpressionProgram(
        "Expressions", bytes, table(texts, vocabulary), expressions.size());
  }

  private record Key(Kind kind, String name) {}

  private static SlotTable table(List<String> texts, Vocabulary vocabulary) {
    Map<Key, Set<Handle.Reading>> handles = new LinkedHashMap<>();
    for (String text : texts) {
      ELEMENT
          .matcher(text)
          .results()
          .forEach(
              m -> {
                Kind kind = Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT));
                Element element = vocabulary.find(kind, m.group(2)).orElseThrow();
                Quantity quantity = Quantity.valueOf(m.group(3).toUpperCase(Locale.ROOT));
                Slot slot = vocabulary.slot(element, quantity).orElseThrow();
                handles
                    .computeIfAbsent(new Key(kind, m.group(2)), k -> new LinkedHashSet<>())
                    .add(new Handle.Reading(quantity, slot));
              });
      SLICE
          .matcher(text)
          .results()
          .forEach(
              m ->
                  handles
                      .computeIfAbsent(new Key(Kind.SLICE, m.group(1)), k -> new LinkedHashSet<>())
                      .add(
                          new Handle.Reading(
                              Quantity.VALUE, vocabulary.slice(m.group(1)).orElseThrow())));
      WORLD.forEach(
          (call, quantity) -> {
            if (text.contains(call)) {
              handles
                  .computeIfAbsent(new Key(Kind.WORLD, "world"), k -> new LinkedHashSet<>())
                  .add(new Handle.Reading(quantity, vocabulary.world(quantity)));
            }
          });
    }
    List<Handle> table = new ArrayList<>();
    handles.forEach(
        (key, readings) -> table.add(new Handle(key.kind(), key.name(), List.copyOf(readings))));
    return new SlotTable(table, List.of());
  }

  private static byte[] javac(String name, String declaration) {
    String source =
        "import io.github.guerdon.reward.*;\nimport io.github.guerdon.reward.slot.*;\n"
            + declaration;
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(diagnostics, null, null);
        JavaFileManager files = new Memory(standard, bytes)) {
      List<String> options =
          List.of("-proc:none", "--release", "17", "-cp", System.getProperty("java.class.path"));
      Text text = new Text(name, source);
      if (!compiler.getTask(null, files, diagnostics, options, null, List.of(text)).call()) {
        throw new IllegalArgumentException(diagnostics.getDiagnostics().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String name, String source) {
      super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
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
