package io.github.guerdon.generator.design.language;

import io.github.guerdon.prompt.FailureText;
import io.github.guerdon.prompt.Feedback;
import io.github.guerdon.prompt.ParentText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Leaves out what a prompt has no room for, the least useful first. */
final class Fitting {

  private Fitting() {}

  /** What is left out, in this order; each as often as it helps before the next. */
  enum Cut {
    /** The oldest turn of the history, but not the last one. */
    OLD_TURN {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        return from.history().size() < 2 ? Optional.empty() : Optional.of(withoutOldest(from));
      }
    },
    /** The worst candidate that is shown beside those needed. */
    EXTRA_PARENT {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        return from.parents().size() <= needed
            ? Optional.empty()
            : Optional.of(
                with(from, from.parents().subList(0, from.parents().size() - 1), from.failures()));
      }
    },
    /** Findings of each failure beyond its first three, then beyond its first. */
    LATER_FINDING {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        int most = from.failures().stream().mapToInt(f -> lines(f.findings())).max().orElse(0);
        int keep = most > 4 ? 3 : 1; // Three and the line that says how many more.
        return most < 3
            ? Optional.empty()
            : Optional.of(
                with(
                    from,
                    from.parents(),
                    from.failures().stream().map(f -> shortened(f, keep)).toList()));
      }
    },
    /** The last failure, but not the first. */
    OLD_FAILURE {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        return from.failures().size() < 2 ? Optional.empty() : Optional.of(withoutLast(from));
      }
    },
    /** What the candidates' designer said of them, and what changed since their parents. */
    IDEAS {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        List<ParentText> plain =
            from.parents().stream()
                .map(p -> new ParentText(p.id(), p.code(), p.analysis(), "", ""))
                .toList();
        return plain.equals(from.parents())
            ? Optional.empty()
            : Optional.of(with(from, plain, from.failures()));
      }
    },
    /** The last turn of the history. */
    LAST_TURN {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        return from.history().isEmpty() ? Optional.empty() : Optional.of(withoutOldest(from));
      }
    },
    /** The lessons. */
    LESSONS {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        return from.lessons().isEmpty()
            ? Optional.empty()
            : Optional.of(new Feedback(from.parents(), from.failures(), from.history(), ""));
      }
    },
    /** The end of each analysis, in halves. */
    ANALYSIS {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        int most = from.parents().stream().mapToInt(p -> lines(p.analysis())).max().orElse(0);
        return most < 2
            ? Optional.empty()
            : Optional.of(
                with(
                    from,
                    from.parents().stream().map(p -> shortened(p, most / 2)).toList(),
                    from.failures()));
      }
    },
    /** The last failure. */
    LAST_FAILURE {
      @Override
      Optional<Feedback> once(Feedback from, int needed) {
        return from.failures().isEmpty() ? Optional.empty() : Optional.of(withoutLast(from));
      }
    };

    /** Leaves out once; nothing if there is nothing left of the kind. */
    abstract Optional<Feedback> once(Feedback from, int needed);
  }

  /**
   * Leaves out as little as the order allows.
   *
   * @param needed how many of the first parents have to stay
   * @param fits whether there is room for a prompt with this feedback
   * @return nothing if there is no room even for what has to stay
   */
  static Optional<Feedback> fit(Feedback all, int needed, Predicate<Feedback> fits) {
    Feedback kept = all;
    for (Cut cut : Cut.values()) {
      while (!fits.test(kept)) {
        Optional<Feedback> less = cut.once(kept, needed);
        if (less.isEmpty()) {
          break;
        }
        kept = less.get();
      }
    }
    return fits.test(kept) ? Optional.of(kept) : Optional.empty();
  }

  private static Feedback with(
      Feedback from, List<ParentText> parents, List<FailureText> failures) {
    return new Feedback(parents, failures, from.history(), from.lessons());
  }

  private static Feedback withoutOldest(Feedback from) {
    return new Feedback(
        from.parents(),
        from.failures(),
        from.history().subList(1, from.history().size()),
        from.lessons());
  }

  private static Feedback withoutLast(Feedback from) {
    return with(from, from.parents(), from.failures().subList(0, from.failures().size() - 1));
  }

  private static FailureText shortened(FailureText failure, int keep) {
    return lines(failure.findings()) <= keep + 1
        ? failure
        : new FailureText(
            failure.id(),
            failure.attempted(),
            failure.outcome(),
            head(failure.findings(), keep)
                + "\nand "
                + (lines(failure.findings()) - keep)
                + " lines more");
  }

  private static ParentText shortened(ParentText parent, int keep) {
    return new ParentText(
        parent.id(),
        parent.code(),
        head(parent.analysis(), keep),
        parent.changes(),
        parent.rationale());
  }

  static String head(String text, int lines) {
    return text.lines().limit(lines).collect(Collectors.joining("\n"));
  }

  static int lines(String text) {
    return (int) text.lines().count();
  }
}
