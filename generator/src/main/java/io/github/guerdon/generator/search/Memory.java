package io.github.guerdon.generator.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.sandbox.training.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a run knows: the fold of its journal. */
final class Memory {

  /** A generation was proposed. */
  static final String PROPOSED = "proposed";

  /** A training has ended. */
  static final String TRAINED = "trained";

  /** The search is over. */
  static final String FINISHED = "finished";

  private final Map<Integer, List<Draft>> drafts = new HashMap<>();
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private long steps;
  private boolean finished;

  static JsonNode proposed(int generation, List<Draft> drafts) {
    ObjectNode data = Json.mapper().createObjectNode().put("generation", generation);
    return data.set("drafts", Json.tree(drafts));
  }

  static JsonNode trained(String training, String label, long seed, long steps, Outcome outcome) {
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
      case PROPOSED ->
          drafts.put(
              data.path("generation").asInt(),
              StreamSupport.stream(data.path("drafts").spliterator(), false)
                  .map(d -> Json.read(d, Draft.class))
                  .toList());
      case TRAINED -> {
        String training = data.path("training").asText();
        if (outcomes.put(training, OutcomeJson.read(data.path("outcome"))) == null) {
          steps += data.path("steps").asLong();
        }
      }
      case FINISHED -> finished = true;
      default -> {
        // Other events are there to be read by people and reports.
      }
    }
  }

  Optional<List<Draft>> drafts(int generation) {
    return Optional.ofNullable(drafts.get(generation));
  }

  Optional<Outcome> outcome(String training) {
    return Optional.ofNullable(outcomes.get(training));
  }

  /** Returns whether the search was over once, so that it needs not be said again. */
  boolean finished() {
    return finished;
  }

  /** Returns how many trainings were run. */
  int trainings() {
    return outcomes.size();
  }

  /** Returns their environment steps. */
  long steps() {
    return steps;
  }
}
