package io.github.guerdon.generator.design.offline;

import io.github.guerdon.generator.analysis.fault.Fault;
import io.github.guerdon.generator.design.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to make a new sketch from one or two others; each gives nothing where it does not apply. */
final class Alterations {

  private static final double WEIGHT_SPREAD = 0.6;
  private static final double MARGIN_SPREAD = 0.5;
  private static final int MOST_FACTORS = 4;
  private static final double SMALLER = 0.1;
  private static final double WIDER = 3;

  private final Catalogue catalogue;
  private final Seeds random;

  Alterations(Catalogue catalogue, Seeds random) {
    this.catalogue = catalogue;
    this.random = random;
  }

  /** Moves one to all weights by log-normal factors. */
  Optional<RewardSketch> weights(RewardSketch sketch) {
    RewardSketch moved = sketch;
    int sure = random.nextInt(sketch.terms().size());
    for (int i = 0; i < sketch.terms().size(); i++) {
      TermSketch term = sketch.terms().get(i);
      double factor = StrictMath.exp(WEIGHT_SPREAD * random.nextGaussian());
      if (random.nextDouble() < 0.5 || i == sure) {
        moved = moved.with(i, term.weight(term.weight() * factor));
      }
    }
    return Optional.of(moved);
  }

  /** Makes one tolerance or potential wider or narrower. */
  Optional<RewardSketch> margin(RewardSketch sketch) {
    return onFactor(
        sketch,
        Factor::hasMargin,
        f -> f.margin(f.margin() * StrictMath.exp(MARGIN_SPREAD * random.nextGaussian())));
  }

  /** Gives one factor another form. */
  Optional<RewardSketch> form(RewardSketch sketch) {
    return onFactor(
        sketch,
        f -> forms(f.signal()).size() > 1,
        f -> {
          List<Form> others = forms(f.signal()).stream().filter(form -> form != f.form()).toList();
          return Factor.of(f.signal(), pick(others));
        });
  }

  /** Adds a term about something that the sketch does not read. */
  Optional<RewardSketch> add(RewardSketch sketch) {
    if (sketch.terms().size() == RewardSketch.MOST_TERMS) {
      return Optional.empty();
    }
    TermSketch term = fresh(favoured());
    return sketch.has(term.structure()) ? Optional.empty() : Optional.of(sketch.plus(term));
  }

  /** Leaves out a term. */
  Optional<RewardSketch> drop(RewardSketch sketch) {
    return sketch.terms().size() < 2
        ? Optional.empty()
        : serving(sketch.without(random.nextInt(sketch.terms().size())));
  }

  /** Makes the edit that helps against a fault of one term. */
  Optional<RewardSketch> cure(RewardSketch sketch, int index, Fault fault) {
    TermSketch term = sketch.terms().get(index);
    return switch (fault) {
      case SCALE_EXPLOSION, FLOODING, IDLE_EXPLOIT ->
          Optional.of(sketch.with(index, term.weight(SMALLER * term.weight())));
      case SPARSE_EXPLORATION ->
          term.factors().stream().anyMatch(Factor::hasMargin)
              ? Optional.of(sketch.with(index, widened(term)))
              : Optional.empty();
      default -> sketch.terms().size() < 2 ? Optional.empty() : serving(sketch.without(index));
    };
  }

  private static TermSketch widened(TermSketch term) {
    return term.factors(
        term.factors().stream()
            .map(f -> f.hasMargin() ? f.margin(WIDER * f.margin()) : f)
            .toList());
  }

  /** Lets one term read another quantity of the same family. */
  Optional<RewardSketch> swap(RewardSketch sketch) {
    int index = random.nextInt(sketch.terms().size());
    Signal old = sketch.terms().get(index).factors().get(0).signal();
    List<Signal> kin =
        catalogue.all(family(old)).stream().filter(s -> !s.key().equals(old.key())).toList();
    if (kin.isEmpty()) {
      return Optional.empty();
    }
    TermSketch term = fresh(pick(kin));
    return sketch.has(term.structure()) ? Optional.empty() : serving(sketch.with(index, term));
  }

  /** Lets one term count only as far as something else holds. */
  Optional<RewardSketch> gate(RewardSketch sketch) {
    int index = random.nextInt(sketch.terms().size());
    TermSketch term = sketch.terms().get(index);
    List<Signal> gates = catalogue.all().stream().filter(Signal::bounded).toList();
    if (term.charge() || term.factors().size() == MOST_FACTORS || gates.isEmpty()) {
      return Optional.empty();
    }
    Signal gate = pick(gates);
    if (term.factors().stream()
        .anyMatch(f -> f.signal().key().equals(gate.key()) || f.form() == Form.POTENTIAL)) {
      return Optional.empty();
    }
    List<Factor> factors = new ArrayList<>(term.factors());
    factors.add(Factor.of(gate, Form.TOLERANCE));
    return Optional.of(sketch.with(index, term.factors(factors)));
  }

  /** Takes each term from one parent or the other, what both have with the weight of either. */
  Optional<RewardSketch> cross(RewardSketch first, RewardSketch second) {
    List<TermSketch> terms = new ArrayList<>();
    for (TermSketch term : first.terms()) {
      Optional<TermSketch> other =
          second.terms().stream().filter(t -> t.structure().equals(term.structure())).findFirst();
      boolean coin = random.nextDouble() < 0.5;
      if (other.isPresent()) {
        terms.add(coin ? term : other.orElseThrow());
      } else if (random.nextDouble() < 0.7) {
        terms.add(term);
      }
    }
    for (TermSketch term : second.terms()) {
      if (!first.has(term.structure())
          && random.nextDouble() < 0.5
          && terms.size() < RewardSketch.MOST_TERMS) {
        terms.add(term);
      }
    }
    return terms.isEmpty() ? Optional.empty() : serving(new RewardSketch(terms));
  }

  /** Returns forms that suit a signal, the plainest first. */
  private static List<Form> forms(Signal signal) {
    return switch (signal.sort()) {
      case CONDITION -> List.of(Form.INDICATOR);
      case STEP -> List.of(Form.LINEAR);
      case NUMBER ->
          signal.bounded()
              ? List.of(Form.TOLERANCE, Form.POTENTIAL, Form.LINEAR, Form.SQUARE)
              : List.of(Form.LINEAR, Form.POTENTIAL);
    };
  }

  /** Makes a plausible term about a signal. */
  private TermSketch fresh(Signal signal) {
    boolean motion = signal.low() == 0 && signal.high() == 0;
    boolean price = signal.key().equals("effort") || signal.key().equals("rate");
    double weight = signal.weight() * StrictMath.exp(WEIGHT_SPREAD * random.nextGaussian());
    if (price) {
      return TermSketch.charge(weight, Factor.of(signal, Form.LINEAR));
    }
    if (motion && random.nextDouble() < 0.5) {
      return TermSketch.charge(weight, Factor.of(signal, Form.SQUARE));
    }
    return TermSketch.give(
        weight, Factor.of(signal, signal.bounded() ? Form.TOLERANCE : forms(signal).get(0)));
  }

  /** Draws a signal, more often one that the task speaks of or that costs. */
  private Signal favoured() {
    List<Signal> spoken =
        catalogue.all().stream()
            .filter(
                s ->
                    !s.key().startsWith("joint.")
                        && !s.key().startsWith("body.")
                        && !s.key().startsWith("sites."))
            .toList();
    return pick(!spoken.isEmpty() && random.nextDouble() < 0.6 ? spoken : catalogue.all());
  }

  private static String family(Signal signal) {
    int dot = signal.key().indexOf('.');
    return dot < 0 ? signal.key() : signal.key().substring(0, dot + 1);
  }

  /** Returns the sketch if something in it serves the goal, or if nothing could. */
  private Optional<RewardSketch> serving(RewardSketch sketch) {
    return sketch.serves() || catalogue.all("goal").isEmpty()
        ? Optional.of(sketch)
        : Optional.empty();
  }

  private Optional<RewardSketch> onFactor(
      RewardSketch sketch, Predicate<Factor> which, UnaryOperator<Factor> change) {
    List<int[]> places = new ArrayList<>();
    for (int t = 0; t < sketch.terms().size(); t++) {
      for (int f = 0; f < sketch.terms().get(t).factors().size(); f++) {
        if (which.test(sketch.terms().get(t).factors().get(f))) {
          places.add(new int[] {t, f});
        }
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int[] place = pick(places);
    TermSketch term = sketch.terms().get(place[0]);
    List<Factor> factors = new ArrayList<>(term.factors());
    factors.set(place[1], change.apply(factors.get(place[1])));
    TermSketch changed = term.factors(factors);
    boolean twice =
        !changed.structure().equals(term.structure()) && sketch.has(changed.structure());
    return twice ? Optional.empty() : Optional.of(sketch.with(place[0], changed));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
