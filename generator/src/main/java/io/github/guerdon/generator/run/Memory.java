package io.github.guerdon.generator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.sandbox.training.Outcome;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a run knows: the fold of its journal. */
public final class Memory {

  /** A generation was proposed. */
  public static final String PROPOSED = "proposed";

  /** Refused candidates came back repaired. */
  public static final String REPAIRED = "repaired";

  /** A training has ended. */
  public static final String TRAINED = "trained";

  /** A training has come to a rung, and waits there. */
  public static final String PAUSED = "paused";

  /** The search is over. */
  public static final String FINISHED = "finished";

  private final Map<Integer, List<Draft>> drafts = new HashMap<>();
  private final Map<String, List<Draft>> repairs = new HashMap<>();
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private final Map<String, Outcome.Paused> pauses = new LinkedHashMap<>();
  private final Map<String, Long> seeds = new LinkedHashMap<>();
  private final Map<String, Long> steps = new LinkedHashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private Optional<JsonNode> result = Optional.empty();
  private boolean finished;

  /** Returns the data of {@link #PROPOSED}. */
  public static JsonNode proposed(int generation, List<Draft> drafts) {
    ObjectNode data = Json.mapper().createObjectNode().put("generation", generation);
    return data.set("drafts", Json.tree(drafts));
  }

  /** Returns the data of {@link #REPAIRED}. */
  public static JsonNode repaired(int generation, int round, List<Draft> drafts) {
    ObjectNode data =
        Json.mapper().createObjectNode().put("generation", generation).put("round", round);
    return data.set("drafts", Json.tree(drafts));
  }

  /**
   * Returns the data of {@link #TRAINED} and {@link #PAUSED}.
   *
   * @param training its hash
   * @param label whose it is: a candidate's id, or a baseline's name
   */
  public static JsonNode trained(
      String training, String label, long seed, long steps, Outcome outcome) {
    ObjectNode data =
        Json.mapper()
            .createObjectNode()
            .put("training", training)
            .put("label", label)
            .put("seed", seed)
            .put("steps", steps);
    return data.set("outcome", OutcomeJson.write(outcome));
  }

  /** Takes in the next event of the journal. */
  void accept(Journal.Entry entry) {
    JsonNode data = entry.data();
    switch (entry.event()) {
      case PROPOSED -> drafts.put(data.path("generation").asInt(), drafts(data));
      case REPAIRED ->
          repairs.put(
              round(data.path("generation").asInt(), data.path("round").asInt()), drafts(data));
      case TRAINED -> {
        String training = data.path("training").asText();
        pauses.remove(training);
        if (outcomes.put(training, OutcomeJson.read(data.path("outcome"))) == null) {
          seeds.put(training, data.path("seed").asLong());
          labels.put(training, data.path("label").asText());
          steps.put(training, data.path("steps").asLong());
        }
      }
      case PAUSED ->
          pauses.put(
              data.path("training").asText(),
              (Outcome.Paused) OutcomeJson.read(data.path("outcome")));
      case FINISHED -> {
        finished = true;
        result = Optional.of(data);
      }
      default -> {
        // Other events are there to be read by people and reports.
      }
    }
  }

  private static List<Draft> drafts(JsonNode data) {
    return StreamSupport.stream(data.path("drafts").spliterator(), false)
        .map(d -> Json.read(d, Draft.class))
        .toList();
  }

  private static String round(int generation, int round) {
    return generation + "/" + round;
  }

  /** Returns what came back from a round of repairs, if it did. */
  public Optional<List<Draft>> repairs(int generation, int round) {
    return Optional.ofNullable(repairs.get(round(generation, round)));
  }

  /** Returns what was proposed for a generation, if it was. */
  public Optional<List<Draft>> drafts(int generation) {
    return Optional.ofNullable(drafts.get(generation));
  }

  /** Returns how a training ended, if it did. */
  public Optional<Outcome> outcome(String training) {
    return Optional.ofNullable(outcomes.get(training));
  }

  /** Returns how far a training has come that is not over. */
  public Optional<Outcome.Paused> paused(String training) {
    return Optional.ofNullable(pauses.get(training));
  }

  /** Returns the trainings that are not over. */
  public Set<String> paused() {
    return Collections.unmodifiableSet(pauses.keySet());
  }

  /** Returns the seed of each training that is over, in the order in which they ended. */
  public Map<String, Long> seeds() {
    return Collections.unmodifiableMap(seeds);
  }

  /** Returns whose training it was first: a candidate's id, or a baseline's name. */
  public Optional<String> label(String training) {
    return Optional.ofNullable(labels.get(training));
  }

  /** Returns the winner's id, once the search is over and has one. */
  public Optional<String> winner() {
    return result.map(r -> r.path("winner").path("id").textValue());
  }

  /** Returns what the search found, as the last event of the journal tells it, once it is over. */
  public Optional<JsonNode> result() {
    return result;
  }

  /** Returns how each training ended that did. */
  public Collection<Outcome> outcomes() {
    return Collections.unmodifiableCollection(outcomes.values());
  }

  /** Returns whether the search was over once, so that it needs not be said again. */
  public boolean finished() {
    return finished;
  }

  /** Returns how many trainings were begun, stopped ones included. */
  public int trainings() {
    return outcomes.size() + pauses.size();
  }

  /** Returns their environment steps. */
  public long steps() {
    return stepsByTraining().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the environment steps of each training, by its hash. */
  Map<String, Long> stepsByTraining() {
    Map<String, Long> all = new LinkedHashMap<>(steps);
    pauses.forEach((training, paused) -> all.put(training, paused.step()));
    return Collections.unmodifiableMap(all);
  }
}
