package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Observation;
import io.github.guerdon.env.Task;
import io.github.guerdon.mujoco.WarningType;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what a task is and what it did in a trial, for people and for machines. */
final class TaskReport {

  private static final int MOST_NAMES = 5;

  private final Task task;
  private final TaskTrial trial;

  TaskReport(Task task, TaskTrial trial) {
    this.task = task;
    this.trial = trial;
  }

  ObjectNode json() {
    ObjectNode node =
        Json.object()
            .put("task", task.description().name())
            .put("ok", trial.problems().isEmpty())
            .put("observation_size", task.observationSize())
            .put("action_size", task.actionSize())
            .put("steps_per_s", Math.round(trial.stepsPerSecond()))
            .put("episodes", trial.episodes().size())
            .put("blown_up", trial.blownUp());
    task.origin().ifPresent(origin -> node.put("model_origin", origin));
    ArrayNode observations = node.putArray("observations");
    for (int i = 0; i < trial.ranges().size(); i++) {
      observations
          .addObject()
          .put("item", task.description().observe().get(i).text())
          .put("size", task.observationSizes().get(i))
          .put("low", trial.ranges().get(i).low())
          .put("high", trial.ranges().get(i).high());
    }
    ObjectNode metrics = node.putObject("metrics");
    List<Metric> all = task.description().metrics();
    for (int i = 0; i < all.size(); i++) {
      double mean = trial.mean(i);
      if (Double.isFinite(mean)) {
        metrics.put(all.get(i).name(), mean);
      } else {
        metrics.putNull(all.get(i).name());
      }
    }
    ArrayNode unnamed = node.putArray("unnamed");
    task.unnamed().forEach(element -> unnamed.add(element.name()));
    ObjectNode warnings = node.putObject("warnings");
    trial
        .warnings()
        .forEach((type, count) -> warnings.put(type.name().toLowerCase(Locale.ROOT), count));
    ArrayNode problems = node.putArray("problems");
    trial.problems().forEach(problems::add);
    return node;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(task.description().name() + ": " + task.model());
    task.origin().ifPresent(origin -> lines.add("  from " + origin));
    lines.add("  observation " + task.observationSize() + " numbers");
    observations(lines);
    lines.add("  action " + task.actionSize() + " numbers");
    lines.add(
        "  "
            + trial.steps()
            + " random steps, "
            + Math.round(trial.stepsPerSecond())
            + " steps/s; "
            + episodes());
    metrics(lines);
    lines.add(
        "  a reward can read "
            + Arrays.stream(Kind.values())
                .filter(kind -> !task.vocabulary().elements(kind).isEmpty())
                .map(kind -> counted(task.vocabulary().elements(kind).size(), kind))
                .collect(Collectors.joining(", "))
            + "; all of it: guerdon tasks show");
    unnamed(lines);
    trial.warnings().forEach((type, count) -> lines.add("  " + warning(type, count)));
    trial.problems().forEach(p -> lines.add("  problem: " + p));
    lines.add(trial.problems().isEmpty() ? "ok" : "not ok");
    return lines;
  }

  private void observations(List<String> lines) {
    List<Observation> items = task.description().observe();
    int width = items.stream().mapToInt(item -> item.text().length()).max().orElse(0);
    for (int i = 0; i < items.size(); i++) {
      lines.add(
          "    "
              + Text.left(items.get(i).text(), width)
              + "  "
              + Text.number(trial.ranges().get(i).low())
              + " … "
              + Text.number(trial.ranges().get(i).high()));
    }
  }

  private String episodes() {
    if (trial.episodes().isEmpty()) {
      return "no episode ended";
    }
    IntSummaryStatistics lengths =
        trial.episodes().stream().mapToInt(EpisodeRecord::length).summaryStatistics();
    long unhealthy = trial.episodes().stream().filter(EpisodeRecord::terminated).count();
    return trial.episodes().size()
        + " episodes ended after "
        + lengths.getMin()
        + " … "
        + lengths.getMax()
        + " steps, "
        + unhealthy
        + " of them unhealthy";
  }

  private void metrics(List<String> lines) {
    List<Metric> all = task.description().metrics();
    for (int i = 0; i < all.size(); i++) {
      double mean = trial.mean(i);
      if (Double.isFinite(mean)) {
        Metric metric = all.get(i);
        lines.add(
            "    "
                + metric.name()
                + " was "
                + Text.number(mean)
                + (metric.unit().isEmpty() ? "" : " " + metric.unit())
                + " on average");
      }
    }
  }

  private void unnamed(List<String> lines) {
    List<Element> unnamed = task.unnamed();
    if (unnamed.isEmpty()) {
      return;
    }
    lines.add(
        "  "
            + unnamed.size()
            + " have no name in the model and go by "
            + unnamed.stream()
                .limit(MOST_NAMES)
                .map(Element::name)
                .collect(Collectors.joining(", "))
            + (unnamed.size() > MOST_NAMES ? ", …" : "")
            + "; name those that rewards should speak of");
  }

  private static String warning(WarningType type, long count) {
    return "MuJoCo warned "
        + (count == 1 ? "once" : count + " times")
        + ": "
        + switch (type) {
          case INERTIA ->
              "the inertia matrix was close to singular; give light bodies more mass or armature";
          case CONTACT_FULL ->
              "contacts were dropped, the memory was full; raise <size memory=\"…\"/> in the model";
          case CONSTRAINT_FULL ->
              "constraints were dropped, the memory was full; raise <size memory=\"…\"/> in the"
                  + " model";
          case BAD_QPOS, BAD_QVEL, BAD_QACC ->
              "the state was unstable ("
                  + type.name().substring("BAD_".length()).toLowerCase(Locale.ROOT)
                  + "); use a smaller timestep in the model or narrower control ranges";
          case BAD_CTRL ->
              "a control was far too large, so that none took effect; narrow the control ranges";
        };
  }

  private static String counted(int count, Kind kind) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    String many = word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    return count + " " + (count == 1 ? word : many);
  }
}
