package io.github.guerdon.generator.design;

import java.util.List;
import java.util.Objects;

/** Proposes a reward that somebody wrote, and nothing else. */
public final class GivenDesigner implements Designer {

  /** What records call it. */
  public static final String NAME = "given";

  private final String source;

  /** Makes a designer of one reward. */
  public GivenDesigner(String source) {
    this.source = Objects.requireNonNull(source);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Proposal> propose(DesignContext context, int count) {
    return context.generation() == 0 ? List.of(Proposal.of(source)) : List.of();
  }
}
