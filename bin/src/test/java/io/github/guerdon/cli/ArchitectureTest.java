package io.github.guerdon.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the code against {@code docs/ARCHITECTURE.md}: module order, cycles, and what may stand in
 * one place only.
 */
@AnalyzeClasses(
    packages = "io.github.guerdon",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final Pattern BROAD =
      Pattern.compile(
          "catch \\((final )?([A-Za-z]+ \\| )*(Exception|RuntimeException|Throwable)\\b");

  private static final Pattern DEFECT = Pattern.compile("@Tag\\(\"defect-(\\d{2})\"\\)");

  @ArchTest
  static final ArchRule modulesUseOnlyThoseBeforeThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("reward")
          .definedBy("..guerdon.reward..")
          .layer("mujoco")
          .definedBy("..guerdon.mujoco..")
          .layer("env")
          .definedBy("..guerdon.env..")
          .layer("prompt")
          .definedBy("..guerdon.prompt..")
          .layer("critic")
          .definedBy("..guerdon.critic..")
          .layer("cell")
          .definedBy("..guerdon.sandbox.cell..")
          .layer("nn")
          .definedBy("..guerdon.sandbox.nn..")
          .layer("sandbox")
          .definedBy(
              "..guerdon.sandbox",
              "..guerdon.sandbox.training..",
              "..guerdon.sandbox.ppo..",
              "..guerdon.sandbox.executor..",
              "..guerdon.sandbox.record..")
          .layer("generator")
          .definedBy("..guerdon.generator..")
          .layer("cli")
          .definedBy("..guerdon.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("generator")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("sandbox")
          .mayOnlyBeAccessedByLayers("generator", "cli")
          .whereLayer("nn")
          .mayOnlyBeAccessedByLayers("sandbox", "cli")
          .whereLayer("cell")
          .mayOnlyBeAccessedByLayers("sandbox", "cli")
          .whereLayer("critic")
          .mayOnlyBeAccessedByLayers("generator", "cli")
          .whereLayer("prompt")
          .mayOnlyBeAccessedByLayers("generator", "cli")
          .whereLayer("env")
          .mayOnlyBeAccessedByLayers("prompt", "critic", "sandbox", "generator", "cli")
          .whereLayer("mujoco")
          .mayOnlyBeAccessedByLayers("env", "cli");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.github.guerdon.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule parsersAndCompilersStayInTheCritic =
      noClasses()
          .that()
          .resideOutsideOfPackage("..guerdon.critic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.github.javaparser..", "org.codehaus..", "org.objectweb.asm..");

  @ArchTest
  static final ArchRule systemCallsStayInTheCell =
      noClasses()
          .that()
          .resideOutsideOfPackage("..guerdon.sandbox.cell..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule templatesStayInPrompt =
      noClasses()
          .that()
          .resideOutsideOfPackage("..guerdon.prompt..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.pebbletemplates..");

  @ArchTest
  static final ArchRule optimisersStayInTheTuner =
      noClasses()
          .that()
          .resideOutsideOfPackage("..generator.tune..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hipparchus..");

  @ArchTest
  static final ArchRule bindingsStayInMujoco =
      noClasses()
          .that()
          .resideOutsideOfPackage("..guerdon.mujoco..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..guerdon.mujoco.bindings..");

  @ArchTest
  static final ArchRule networkAndModelsStayInTheirPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("..generator.llm..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "dev.langchain4j..", "javax.net..");

  @ArchTest
  static final ArchRule printingEnvironmentAndExitStayInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..guerdon.cli..")
          .and(
              describe(
                  "are no part of a child process's own main",
                  c ->
                      !Set.of("CellMain", "Limits", "ModelTrialMain", "ReviewerMain", "TrainerMain")
                          .contains(c.getSimpleName())))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @Tag("defect-14")
  @Test
  void broadCatchStandsInTheCellsMainOnly() throws IOException {
    List<String> broad = new ArrayList<>();
    for (Path source : sources()) {
      if (BROAD.matcher(Files.readString(source)).find()) {
        broad.add(source.getFileName().toString());
      }
    }
    assertThat(broad).containsExactly("CellMain.java");
  }

  /** Twenty defects of comparable systems are known; each has a test here. */
  @Test
  void eachKnownDefectHasATestThatNamesIt() throws IOException {
    Set<String> tags = new TreeSet<>();
    for (Path source : sources("/src/test/java/")) {
      DEFECT.matcher(Files.readString(source)).results().forEach(m -> tags.add(m.group(1)));
    }
    assertThat(tags)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 20).mapToObj(i -> String.format("%02d", i)).toList());
  }

  private static List<Path> sources() throws IOException {
    return sources("/src/main/java/");
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(f -> f.toString().contains(folder) && f.toString().endsWith(".java"))
          .toList();
    }
  }

  @ArchTest
  static void packageListOfTheArchitecturePageIsTrue(JavaClasses classes) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "ARCHITECTURE.md"));
    Set<String> missing =
        classes.stream()
            .map(c -> c.getPackageName().replace("io.github.guerdon", ""))
            .filter(p -> !page.contains("`" + p + "`"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).as("packages that docs/ARCHITECTURE.md does not name").isEmpty();
  }
}
