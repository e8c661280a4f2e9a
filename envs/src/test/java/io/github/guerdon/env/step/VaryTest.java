package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.Variant;
import io.github.guerdon.env.Variant.Kind;
import io.github.guerdon.env.VariedField;
import io.github.guerdon.env.Vary;
import io.github.guerdon.env.Vary.Factors;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.reward.slot.SlotTable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaryTest {

  private static final String VARY = "\nvary: { gravity: 0.5..1, body_mass: 0.8 .. 1.25 }\n";

  @TempDir Path folder;

  private Task varied() throws TaskException {
    return TaskFiles.load(folder, "  steps: 1000\n", "  steps: 1000" + VARY);
  }

  private static double[] fall(Task task, Variant variant) {
    try (VectorEnvironment worlds =
        VectorEnvironment.open(
            task,
            new SlotTable(List.of(), List.of()),
            2,
            1,
            7,
            WorldSetting.varied(task, variant))) {
      worlds.reset();
      for (int step = 0; step < 30; step++) {
        worlds.step(new float[] {0.3f, 0.1f, -0.2f, 0.5f});
        worlds.resetEnded();
      }
      return worlds.state(1);
    }
  }

  @Test
  void fieldsAreReadWithTheirRangesInTheOrderOfTheList() throws TaskException {
    assertThat(varied().description().vary().fields())
        .isEqualTo(
            Map.of(
                VariedField.BODY_MASS,
                new Factors(0.8, 1.25),
                VariedField.GRAVITY,
                new Factors(0.5, 1)));
    assertThat(varied().description().vary().fields().keySet())
        .containsExactly(VariedField.BODY_MASS, VariedField.GRAVITY);
    assertThat(TaskFiles.load(folder).description().vary().none()).isTrue();
  }

  @Test
  void taskThatVariesIsTheSameTaskToTheLastBit() throws TaskException {
    Task plain = TaskFiles.load(folder);
    double[] state = fall(plain, Variant.nominal());
    Task varied = varied();
    assertThat(varied.identity()).isEqualTo(plain.identity());
    assertThat(fall(varied, Variant.nominal())).isEqualTo(state);
  }

  @Test
  void fieldThatTheModelLacksIsAnErrorAtItsPlace() {
    TaskException refusal =
        catchThrowableOfType(
            TaskException.class,
            () ->
                TaskFiles.load(
                    folder,
                    "  steps: 1000\n",
                    "  steps: 1000\nvary:\n  body_mass: 1..2\n  dof_damping: 0.5..2\n"));
    assertThat(refusal.problems())
        .containsExactly(
            folder.resolve("task.yaml")
                + ":34:16: the model has no dof_damping that is not 0, so nothing to vary; remove it");
  }

  @Test
  void endsAreTriedOneByOneAndTheModelAsItIsOnce() throws TaskException {
    List<Variant> variants = varied().description().vary().variants(0, 1);
    assertThat(variants)
        .containsExactly(
            Variant.nominal(),
            new Variant(Kind.LOW, Map.of(VariedField.BODY_MASS, 0.8)),
            new Variant(Kind.HIGH, Map.of(VariedField.BODY_MASS, 1.25)),
            new Variant(Kind.LOW, Map.of(VariedField.GRAVITY, 0.5)));
    assertThat(variants)
        .extracting(Variant::text)
        .containsExactly("the model as it is", "body_mass 0.8", "body_mass 1.25", "gravity 0.5");
  }

  @Test
  void drawsAreUniformWithinTheRangesAndTheSameForASeed() throws TaskException {
    Vary vary = varied().description().vary();
    List<Variant> drawn =
        vary.variants(1000, 3).stream().filter(v -> v.kind() == Kind.DRAW).toList();
    assertThat(drawn).hasSize(1000);
    double sum = 0;
    Set<Double> different = new HashSet<>();
    for (Variant variant : drawn) {
      double mass = variant.factors().getOrDefault(VariedField.BODY_MASS, 0.0);
      assertThat(mass).isBetween(0.8, 1.25);
      assertThat(variant.factors().getOrDefault(VariedField.GRAVITY, 0.0)).isBetween(0.5, 1.0);
      sum += mass;
      different.add(mass);
    }
    assertThat(sum / 1000).isBetween(1.01, 1.04);
    assertThat(different).hasSizeGreaterThan(990);
    assertThat(vary.variants(1000, 3)).isEqualTo(vary.variants(1000, 3));
    assertThat(vary.variants(1000, 4)).isNotEqualTo(vary.variants(1000, 3));
  }

  @Test
  void drawsOfAFieldStayWhenAnotherIsAdded() throws TaskException {
    Vary both = varied().description().vary();
    Vary alone = new Vary(Map.of(VariedField.GRAVITY, new Factors(0.5, 1)));
    for (int i = 1; i <= 8; i++) {
      List<Variant> one = alone.variants(8, 0);
      List<Variant> two = both.variants(8, 0);
      assertThat(one.get(one.size() - i).factors().get(VariedField.GRAVITY))
          .isEqualTo(two.get(two.size() - i).factors().get(VariedField.GRAVITY));
    }
    assertThat(Vary.NOTHING.variants(8, 0)).containsExactly(Variant.nominal());
  }

  @Test
  void variantScalesTheModelAndItsPhysics() throws TaskException {
    Task task = varied();
    Variant heavy = new Variant(Kind.HIGH, Map.of(VariedField.BODY_MASS, 1.25));
    try (Model model = Model.load(task.model())) {
      double mass = model.bodyMass(1);
      heavy.apply(model);
      assertThat(model.bodyMass(1)).isEqualTo(1.25 * mass);
    }
    double[] nominal = fall(task, Variant.nominal());
    assertThat(fall(task, heavy)).isNotEqualTo(nominal).isEqualTo(fall(task, heavy));
    assertThat(fall(task, new Variant(Kind.LOW, Map.of(VariedField.GRAVITY, 0.5))))
        .isNotEqualTo(nominal);
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Factors(0, 1)).hasMessageContaining("0.0..1.0");
    assertThatThrownBy(() -> new Factors(1, 11)).hasMessageContaining("1.0..11.0");
    assertThatThrownBy(() -> new Factors(Double.NaN, 1)).hasMessageContaining("NaN..1.0");
  }
}
