package io.github.guerdon.generator.report;

/**
 * What racing did in a search.
 *
 * @param stopped candidates that were stopped at a rung
 * @param finalists finalists that were
 * @param saved environment steps that this saved
 * @param audits candidates that were to stop and were trained to the end all the same, so as to see
 *     whether the rung was right
 * @param right how many of these did not get among those that it compared them with
 */
public record RaceResult(int stopped, int finalists, long saved, int audits, int right) {

  /** Returns it in a sentence. */
  public String sentence() {
    return "Racing stopped "
        + stopped
        + " candidate(s) and "
        + finalists
        + " finalist(s) at a rung and saved "
        + saved
        + " steps; "
        + (audits == 0
            ? "none of its decisions was audited."
            : right + " of " + audits + " audited decision(s) were right.");
  }
}
