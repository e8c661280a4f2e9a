package io.github.guerdon.generator.search;

import io.github.guerdon.generator.search.Reviewed.Sound;
import io.github.guerdon.generator.search.Reviewed.Twin;
import io.github.guerdon.generator.search.SearchEvent.CandidateTwin;
import io.github.guerdon.generator.search.SearchEvent.ScreenAbstained;
import io.github.guerdon.reward.slot.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds rewards that are there already, before they are trained: by their shape, then by what they
 * give on the states of the probe, which are the same for all rewards of a task.
 *
 * <p>Equal numbers on some states prove little of a term that never changes there, so the second
 * screen abstains from such a reward, and says so. It also wants both rewards to read the same.
 */
final class DuplicateScreen {

  /** How far rounding may part sums of the same terms in another order. */
  private static final double TOLERANCE = 1e-9;

  private final boolean anyScale;
  private final SearchListener listener;
  private final List<Seen> seen = new ArrayList<>();
  private final Map<String, String> abstained = new LinkedHashMap<>();

  /**
   * Makes one that has seen nothing.
   *
   * @param anyScale whether the learner trains a reward and its multiple alike
   */
  DuplicateScreen(boolean anyScale, SearchListener listener) {
    this.anyScale = anyScale;
    this.listener = listener;
  }

  private record Seen(String id, String shape, Set<Slot> reads, List<Double> rewards) {}

  /**
   * Returns why the screen on recorded states abstained, by the ids of those it said nothing of.
   */
  Map<String, String> abstained() {
    return abstained;
  }

  /** Returns the drafts with the sound ones that are there already as twins of these. */
  List<Reviewed> screen(List<Reviewed> reviewed) {
    return reviewed.stream()
        .map(r -> r.match(this::screen, unsound -> unsound, twin -> twin))
        .toList();
  }

  private Reviewed screen(Sound sound) {
    String shape = SourceShape.of(sound.reward().source());
    Optional<Seen> same = seen.stream().filter(s -> s.shape().equals(shape)).findFirst();
    if (same.isPresent()) {
      return twin(sound, same.get(), "the same code but for comments, spacing and names");
    }
    Set<Slot> reads = sound.reward().program().table().slots().collect(Collectors.toSet());
    List<Double> rewards = telling(sound) ? sound.probe().rewards() : List.of();
    for (Seen other : seen) {
      double factor = other.reads().equals(reads) ? factor(rewards, other.rewards()) : 0;
      if (factor > 0) {
        String scale =
            Math.abs(factor - 1) <= TOLERANCE
                ? ""
                : String.format(Locale.ROOT, " but for a factor of %.3g", factor);
        return twin(sound, other, "the same on " + rewards.size() + " recorded states" + scale);
      }
    }
    seen.add(new Seen(sound.draft().id(), shape, reads, rewards));
    return sound;
  }

  private Twin twin(Sound sound, Seen of, String how) {
    listener.on(new CandidateTwin(sound.draft().id(), of.id(), how));
    return new Twin(sound.draft(), sound.reward().source(), of.id(), how);
  }

  /** Returns whether equal numbers on the recorded states would say something of a reward. */
  private boolean telling(Sound sound) {
    String why =
        sound.probe().rewards().isEmpty()
            ? "no states were recorded"
            : String.join("; ", sound.probe().warnings());
    if (!why.isEmpty()) {
      abstained.put(sound.draft().id(), why);
      listener.on(new ScreenAbstained(sound.draft().id(), "duplicates", why));
    }
    return why.isEmpty();
  }

  /** Returns what one must be multiplied with to give the other; 0 if nothing does that. */
  private double factor(List<Double> rewards, List<Double> others) {
    if (rewards.isEmpty() || rewards.size() != others.size()) {
      return 0;
    }
    double product = 0;
    double square = 0;
    double largest = 0;
    for (int i = 0; i < rewards.size(); i++) {
      product += rewards.get(i) * others.get(i);
      square += others.get(i) * others.get(i);
      largest = Math.max(largest, Math.abs(rewards.get(i)));
    }
    double factor = anyScale ? product / square : 1;
    for (int i = 0; i < rewards.size(); i++) {
      // Not a number where all others are 0: then nothing fits.
      if (!(Math.abs(rewards.get(i) - factor * others.get(i)) <= TOLERANCE * largest)) {
        return 0;
      }
    }
    return Math.max(0, factor);
  }
}
