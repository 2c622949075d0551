package io.quintet.core;

import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import io.quintet.core.commands.CheckCommand;
import io.quintet.core.commands.SettingsCommand;
import java.util.ArrayList;
import java.util.List;

/** The ground floor as an app: its commands, settings and checks. */
public final class CoreApp implements App {
  private static final int SHORTEST_KEY = 50;
  private static final int FEWEST_CHARACTERS = 5;

  @Override
  public void configure(AppConfig config) {
    config
        .settings(Checks.SILENCED)
        .commands(new CheckCommand(), new SettingsCommand())
        .checks(context -> context.deploy() ? deployment(context.site()) : List.of())
        .checks(context -> unknownSettings(context.site()));
  }

  private static List<CheckMessage> deployment(SiteContext site) {
    List<CheckMessage> found = new ArrayList<>();
    if (site.setting(CoreSettings.DEBUG)) {
      found.add(
          CheckMessage.error(
              "core.E001",
              "Development mode is on: error pages would show source code and settings.",
              "Set QUINTET_DEBUG=false."));
    }
    String key = site.setting(CoreSettings.SECRET_KEY);
    if (key.length() < SHORTEST_KEY || key.chars().distinct().count() < FEWEST_CHARACTERS) {
      found.add(
          CheckMessage.error(
              "core.E002",
              "The secret key is "
                  + (key.isEmpty() ? "not set" : "weak")
                  + ": sessions and links could be forged.",
              "Set QUINTET_SECRET_KEY to at least " + SHORTEST_KEY + " random characters."));
    }
    return found;
  }

  private static List<CheckMessage> unknownSettings(SiteContext site) {
    return site.settings().unknown().stream()
        .map(name ->
            CheckMessage.warning(
                "core.W001",
                "'" + name + "' looks like a setting but is none.",
                "'./manage settings' lists those that are."))
        .toList();
  }
}
