package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.compile.StrictBytes;
import io.github.guerdon.reward.RewardFunction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the source gate off, the bytecode gate alone stops what a row's second line says. */
final class SourceGateOffTest {

  /** What the gate must say, by words of the second line, the first that fits. */
  private static final Map<String, String> SAID = new LinkedHashMap<>();

  static {
    SAID.put("<clinit>", "initialiser|calls java/|has fields");
    SAID.put("<init>", "constructor is not the trivial one");
    SAID.put("native", "is native");
    SAID.put("MONITORENTER", "opcode 194|catches");
    SAID.put("invokedynamic", "opcode 186|calls java/|opcode 187");
    SAID.put("exception table", "catches");
    SAID.put("ATHROW", "opcode 191|opcode 187");
    SAID.put("NEW not", "opcode 187");
    SAID.put("IF_ACMP", "opcode 16[56]");
    SAID.put("CHECKCAST", "opcode 192");
    SAID.put("MULTIANEWARRAY", "opcode 197");
    SAID.put("static field", "has fields");
    SAID.put("only one public method", "methods of objects");
    SAID.put("class name", "class is named");
    SAID.put("interfaces", "class implements");
    SAID.put("owner not allowed", "calls (java|sun)/|opcode 178|opcode 187|opcode 186");
    SAID.put("code > 8000", "bytes of code");
    SAID.put("bytecode: calls", "calls java/");
    SAID.put("bytecode: fields", "opcode 178");
  }

  static Stream<Corpus.Row> rows() {
    return Corpus.rows()
        .filter(r -> r.expected().equals("STATIC_REJECT"))
        .filter(r -> r.secondLine().contains("bytecode"))
        .filter(r -> !classes(r).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bytecodeGateStopsWhatItsRowSays(Corpus.Row row) {
    Map<String, byte[]> classes = classes(row);
    if (row.secondLine().contains("second class")) {
      assertThat(classes).hasSizeGreaterThan(1);
      return;
    }
    String wanted =
        SAID.entrySet().stream()
            .filter(e -> row.secondLine().contains(e.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    List<String> problems =
        classes.values().stream()
            .flatMap(c -> StrictBytes.gate(c, "Reward", RewardFunction.class).stream())
            .toList();
    assertThat(problems).anySatisfy(p -> assertThat(p).containsPattern(wanted));
  }

  @Test
  void mostRowsOfTheSecondLineCompileSoThatTheGateIsReallyTried() {
    assertThat(rows().count()).isGreaterThan(45);
  }

  private static Map<String, byte[]> classes(Corpus.Row row) {
    return Javac.classes(new String(row.bytes(), StandardCharsets.UTF_8));
  }
}
