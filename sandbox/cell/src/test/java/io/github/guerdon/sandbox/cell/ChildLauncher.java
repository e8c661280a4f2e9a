package io.github.guerdon.sandbox.cell;

/** A child process's main that starts a cell, prints its process id and waits to be killed. */
final class ChildLauncher {

  private ChildLauncher() {}

  public static void main(String[] arguments) throws CellFailure, InterruptedException {
    CellLauncher launcher = CellLauncher.open(CellSettings.defaults());
    Cell cell = launcher.start(Candidates.body("while (true) terms.add(0, 1);"), Candidates.SPEC);
    System.out.println(cell.pid());
    if (arguments.length > 0) {
      // A cell that computes does not notice that its pipe is closed: only the signal ends it.
      Candidates.fill(cell.frame(), 1);
      cell.evaluate(1, cell.frame());
    }
    Thread.sleep(60_000);
  }
}
