package io.quintet.http.internal;

import io.quintet.templates.Position;
import io.quintet.templates.Snapshot;
import io.quintet.templates.TemplateException;
import java.util.Map;

/** What the error page of development shows of a template that failed. */
final class TemplateSection {
  private TemplateSection() {}

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
        .append("</h2><pre>");
    for (Snapshot.Line line : snapshot.lines()) {
      out.append(line.isCurrent() ? "<span class=now>" : "")
          .append(Escape.html("%5d  %s".formatted(line.number(), line.before())));
      if (line.isCurrent()) {
        out.append("<mark>").append(Escape.html(line.marked())).append("</mark>");
      }
      out.append(Escape.html(line.after())).append(line.isCurrent() ? "</span>" : "\n");
    }
    out.append("</pre>");
  }

  private static void values(StringBuilder out, Map<String, String> values) {
    out.append("<h2>Values near it</h2><table>");
    values.forEach((name, value) -> DebugPage.row(out, name, Secrets.show(name, value)));
    out.append("</table>");
  }
}
