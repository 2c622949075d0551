package io.quintet.core.checks;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs the system checks of a site. */
public final class Checks {
  /** Where apps add their checks. */
  public static final ExtensionPoint<Check> POINT = ExtensionPoint.named("system checks");

  /** Ids that are not reported. */
  public static final Setting<List<String>> SILENCED =
      Setting.list("silenced-checks", List.of(), "Ids of system checks that are not reported");

  private Checks() {}

  /** All findings that are not silenced, the most serious first. */
  public static List<CheckMessage> run(SiteContext site, boolean deploy) {
    var context = new CheckContext(site, deploy);
    List<String> silenced = site.settings().get(SILENCED);
    List<CheckMessage> found = new ArrayList<>();
    for (Check check : site.extensions(POINT)) {
      for (CheckMessage message : check.run(context)) {
        if (!silenced.contains(message.id())) {
          found.add(message);
        }
      }
    }
    found.sort(Comparator.comparing(CheckMessage::level).reversed());
    return List.copyOf(found);
  }
}
