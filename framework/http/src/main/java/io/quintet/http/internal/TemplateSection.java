package io.quintet.http.internal;

import io.quintet.templates.Position;
import io.quintet.templates.Snapshot;
import io.quintet.templates.TemplateException;
import java.util.Map;

/** What the error page of development shows of a template that failed. */
final class TemplateSection {
  private TemplateSection() {}

  /** What is wrong and where, in a line; the tag is shown in its source below. */
  static String title(TemplateException failed) {
    String reason = failed.reason().lines().findFirst().orElse("");
    Position place = failed.position();
    return failed.getClass().getSimpleName()
        + (place == null ? "" : " in " + place)
        + ": "
        + reason;
  }

  static void write(StringBuilder out, TemplateException failed) {
    if (!failed.hint().isEmpty()) {
      out.append("<p class=message>").append(Escape.html(failed.hint().strip())).append("</p>");
    }
    failed.snapshot().ifPresent(snapshot -> source(out, failed, snapshot));
    if (!failed.trail().isEmpty()) {
      out.append("<h2>On the way there</h2><table>");
      for (Position place : failed.trail()) {
        DebugPage.row(out, place.toString(), place.text());
      }
      out.append("</table>");
    }
    failed
        .snapshot()
        .map(Snapshot::values)
        .filter(v -> !v.isEmpty())
        .ifPresent(v -> values(out, v));
  }

  private static void source(StringBuilder out, TemplateException failed, Snapshot snapshot) {
    out.append("<h2>Template ")
        .append(Escape.html(String.valueOf(failed.position())))
        .append("</h2><pre class=source>");
    for (Snapshot.Line line : snapshot.lines()) {
      // Lines are broken rather than scrolled, so that the mark is seen on a narrow screen.
      out.append(line.isCurrent() ? "<span class=\"line now\">" : "<span class=line>")
          .append(Escape.html("%5d  %s".formatted(line.number(), line.before())));
      if (line.isCurrent()) {
        out.append("<mark>").append(Escape.html(line.marked())).append("</mark>");
      }
      out.append(Escape.html(line.after())).append("</span>");
    }
    out.append("</pre>");
  }

  private static void values(StringBuilder out, Map<String, String> values) {
    out.append("<h2>Values near it</h2><table>");
    values.forEach((name, value) -> DebugPage.row(out, name, Secrets.show(name, value)));
    out.append("</table>");
  }
}
