package io.github.guerdon.generator.design;

import java.util.List;
import java.util.stream.IntStream;

/** Proposes given texts, generation by generation, and starts over when it has no more. */
public final class ScriptedDesigner implements Designer {

  private final List<List<String>> generations;

  /** Makes one of at least one generation of texts. */
  public ScriptedDesigner(List<List<String>> generations) {
    if (generations.isEmpty()) {
      throw new IllegalArgumentException("a script has no generation; give at least one");
    }
    this.generations = generations.stream().map(List::copyOf).toList();
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public List<Proposal> propose(DesignContext context, int count) {
    List<String> texts = generations.get(context.generation() % generations.size());
    List<String> parents = context.parents().stream().limit(1).map(Past::id).toList();
    return IntStream.range(0, Math.min(count, texts.size()))
        .mapToObj(i -> new Proposal(texts.get(i), "line " + i, parents, "script", "", Reading.CODE))
        .toList();
  }
}
