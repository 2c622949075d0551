package io.quintet.orm.internal.schema;

import io.quintet.core.commands.Terminal;
import io.quintet.orm.internal.schema.Executor.Step;
import java.util.List;

/** Says on the terminal how the migrations go. */
final class ProgressLines implements Executor.Listener {
  private final Terminal terminal;
  private int count;
  private boolean takenOver;
  private boolean differs;

  ProgressLines(Terminal terminal) {
    this.terminal = terminal;
  }

  int count() {
    return count;
  }

  @Override
  public void begins(Step step) {
    terminal
        .out()
        .print(
            (step.backward() ? "Taking back " : "Applying ")
                + step.migration().migrationId()
                + " ... ");
    terminal.out().flush();
  }

  @Override
  public void tookOver(Step step, List<String> differences) {
    takenOver = true;
    terminal.out().println("taken over");
    differences.forEach(difference -> terminal.warning("  differs: " + difference));
    differs |= !differences.isEmpty();
  }

  @Override
  public void done(Step step) {
    terminal.progressDone();
    count++;
    if (!takenOver) {
      terminal.out().println("done");
    }
    takenOver = false;
  }

  /** Whether a table that was taken over is not as the models say. */
  boolean differs() {
    return differs;
  }

  @Override
  public void progress(String text) {
    terminal.progress(text);
  }

  @Override
  public void notice(String text) {
    terminal.progressDone();
    terminal.warning(text);
  }
}
