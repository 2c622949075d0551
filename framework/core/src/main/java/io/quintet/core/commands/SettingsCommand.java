package io.quintet.core.commands;

import io.quintet.core.settings.Settings;
import java.util.Locale;

/** {@code settings}: every setting, its value, where the value came from and what it means. */
public final class SettingsCommand implements Command {
  @Override
  public String name() {
    return "settings";
  }

  @Override
  public String help() {
    return "Lists every setting: its value, where it came from, its meaning.";
  }

  @Override
  public void options(Options options) {
    options.optionalArgument("PREFIX", "Lists only the settings whose key starts so.");
  }

  @Override
  public int run(CommandContext context) {
    String prefix = context.option("PREFIX").orElse("");
    for (Settings.Entry<?> entry : context.site().settings().entries()) {
      if (!entry.setting().key().startsWith(prefix)) {
        continue;
      }
      String origin =
          switch (entry.origin()) {
            case DEFAULT -> "default";
            case DEVELOPMENT -> "development";
            case CODE -> "code";
            case FILE -> "settings.properties";
            case DOT_ENV -> ".env";
            case ENVIRONMENT -> "environment";
          };
      Terminal terminal = context.terminal();
      terminal.line(
          terminal.bold(entry.setting().key())
              + " = "
              + entry.printed()
              + terminal.faint("  [" + origin.toLowerCase(Locale.ROOT) + "]"));
      terminal.line("    " + entry.setting().help() + ". " + entry.setting().variable());
    }
    for (String unknown : context.site().settings().unknown()) {
      context.terminal().warning("Not a setting: " + unknown);
    }
    return 0;
  }
}
