package io.quintet.core.commands;

import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import java.util.List;

/** {@code check}: runs the system checks and reports everything that was found. */
public final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public String help() {
    return "Looks for mistakes in the site: models, URLs, templates, settings.";
  }

  @Override
  public void options(Options options) {
    options
        .flag("--deploy", "Also checks what matters in production only.")
        .option(
            "--fail-level", "LEVEL", "error", "Fails from this level on: info, warning or error.");
  }

  @Override
  public int run(CommandContext context) {
    CheckMessage.Level limit = level(context.option("fail-level").orElse("error"));
    List<CheckMessage> found = Checks.run(context.site(), context.flag("deploy"));
    context.terminal().out().print(CheckReport.of(found));
    boolean failed = found.stream().anyMatch(message -> message.level().compareTo(limit) >= 0);
    String summary =
        found.isEmpty()
            ? "No issues found."
            : found.size() + (found.size() == 1 ? " issue found." : " issues found.");
    if (failed) {
      context.terminal().error(summary);
    } else {
      context.terminal().success(summary);
    }
    return failed ? 1 : 0;
  }

  private static CheckMessage.Level level(String name) {
    try {
      return CheckMessage.Level.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new CommandError("'" + name + "' is not a level: use info, warning or error.", 2, e);
    }
  }
}
