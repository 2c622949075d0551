package io.quintet.orm.internal.schema;

import io.quintet.core.commands.Terminal;
import io.quintet.orm.internal.schema.Executor.Step;

/** Says on the terminal how the migrations go. */
final class ProgressLines implements Executor.Listener {
  private final Terminal terminal;
  private int count;

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
  public void done(Step step) {
    count++;
    terminal.out().println("done");
  }

  @Override
  public void notice(String text) {
    terminal.warning(text);
  }
}
