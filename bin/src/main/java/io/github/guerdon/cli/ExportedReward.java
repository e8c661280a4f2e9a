package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.RunOverview;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.search.RunPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reward as a Java file that says where it comes from.
 *
 * @param label a candidate's id, or a baseline's name
 * @param source its Java as it was reviewed
 */
record ExportedReward(
    RunOverview run, Task task, String label, RunPolicies.Trained policy, String source) {

  private static final Pattern CLASS = Pattern.compile("\\bclass\\s+(\\w+)");
  private static final String USUAL = "Reward";

  /** Returns the name that its class asks for. */
  String fileName() {
    Matcher matcher = CLASS.matcher(source);
    return (matcher.find() ? matcher.group(1) : USUAL) + ".java";
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("Found by guerdon " + run.record().versions().getOrDefault("guerdon", "") + ".");
    lines.add(
        "Task "
            + task.description().name()
            + ", identity "
            + run.record().identity()
            + "; run "
            + run.run().toAbsolutePath().normalize().getFileName()
            + " of "
            + run.record().started()
            + ", "
            + label
            + ".");
    lines.add(
        "Designer "
            + run.record().designer()
            + model()
            + ", strategy "
            + run.record().settings().strategy().word()
            + ", seed "
            + run.record().settings().seed()
            + ", trainings of "
            + run.record().settings().training().steps()
            + " steps.");
    Optional<Measured> winner = run.winner().filter(w -> w.id().equals(label));
    winner.ifPresent(
        w ->
            lines.add(
                "Fitness ("
                    + task.description().fitness().maximize()
                    + ") in the search, which chose it: "
                    + Text.number(w.search().value())
                    + "."));
    winner
        .flatMap(Measured::fresh)
        .filter(f -> !f.values().isEmpty())
        .ifPresent(f -> lines.add("On fresh seeds: " + measured(f)));
    run.baselines()
        .forEach((name, f) -> lines.add("The baseline " + name + " on the same: " + measured(f)));
    lines.add(
        "The policy beside it is the fittest of its trainings: fitness "
            + Text.number(policy.fitness())
            + ", training seed "
            + policy.seed()
            + ".");
    lines.add("To compile: javac -cp " + RewardApi.JAR + " " + fileName());
    StringBuilder text = new StringBuilder();
    // A backslash and a u would be read as a character even in a comment.
    lines.forEach(
        line -> text.append("// ").append(line.replaceAll("[\\\\\\p{Cntrl}]", "?")).append('\n'));
    return text.append('\n').append(source.strip()).append('\n').toString();
  }

  private String model() {
    String model = run.record().designerOptions().get(ModelOptions.MODEL);
    return model == null ? "" : " " + model;
  }

  private static String measured(Fresh fresh) {
    return "interquartile mean "
        + Text.number(fresh.iqm())
        + ", 95 % interval "
        + Text.number(fresh.iqmLow())
        + " to "
        + Text.number(fresh.iqmHigh())
        + ", "
        + fresh.seeds()
        + " seeds.";
  }
}
