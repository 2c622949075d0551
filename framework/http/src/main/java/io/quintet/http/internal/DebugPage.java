package io.quintet.http.internal;

import io.quintet.core.SiteContext;
import io.quintet.http.HttpError;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Route;
import io.quintet.http.routing.Router;
import io.quintet.templates.TemplateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The error pages of development: where it happened, with source, and what was asked. Everything is
 * escaped.
 */
final class DebugPage {
  private static final int MOST_FRAMES = 60;
  private static final int MOST_ROUTES = 300;
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1b2230;--soft:#5b6577;--paper:#f6f7fa;--card:#fff;--line:#dfe4ec;--bad:#b3261e;--mark:#fff3c4}
      @media (prefers-color-scheme:dark){:root{--ink:#e9ecf3;--soft:#a3adbf;--paper:#12151c;--card:#1a1f2a;--line:#2b3342;--bad:#ff8a80;--mark:#4a3f12}}
      *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
      header,section{padding:1rem clamp(1rem,4vw,3rem)}header{border-bottom:1px solid var(--line);background:var(--card)}
      h1{font-size:1.35rem;margin:0 0 .5rem;color:var(--bad);overflow-wrap:anywhere}h2{font-size:1.05rem;overflow-wrap:anywhere}
      pre,code,td{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:.85rem}
      pre{margin:.25rem 0 .75rem;padding:.5rem;overflow:auto;background:var(--card);border:1px solid var(--line);border-radius:.5rem}
      pre .now{display:block;background:var(--mark)}.source{white-space:pre-wrap;overflow-wrap:anywhere}
      .line{display:block;padding-left:7ch;text-indent:-7ch}mark{color:inherit;background:none;outline:2px solid var(--bad);border-radius:.15rem}.message{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}
      .soft{color:var(--soft)}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.25rem .5rem;
      border-bottom:1px solid var(--line);overflow-wrap:anywhere}th{width:30%;font:600 .85rem/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}
      @media (max-width:40rem){tr{display:block;border-bottom:1px solid var(--line)}th,td{display:block;width:auto;border:0}td{padding-top:0}}
      summary{cursor:pointer;color:var(--soft);padding:.25rem 0}
      """;

  private final Router router;
  private final SourceLines sources;

  DebugPage(SiteContext site, Router router) {
    this.router = router;
    this.sources = new SourceLines(site.baseDir());
  }

  Response exception(Request request, Throwable thrown) {
    if (!ErrorResponses.wantsPage(request)) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("detail", thrown.toString());
      body.put("code", "internal_server_error");
      body.put(
          "at", thrown.getStackTrace().length == 0 ? "" : thrown.getStackTrace()[0].toString());
      return Response.json(body);
    }
    StringBuilder out = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
      out.append("<section><h2>")
          .append(seen.size() == 1 ? "Thrown" : "Caused by")
          .append(' ')
          .append(Escape.html(cause.getClass().getName()))
          .append("</h2><p class=message>")
          .append(Escape.html(String.valueOf(cause.getMessage())))
          .append("</p>");
      if (cause instanceof TemplateException failed) {
        TemplateSection.write(out, failed);
      }
      frames(out, cause);
      out.append("</section>");
    }
    String title =
        thrown instanceof TemplateException failed
            ? TemplateSection.title(failed)
            : thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    return page(title, request, out.toString());
  }

  Response notFound(Request request, HttpError error) {
    StringBuilder out = new StringBuilder("<section><h2>Routes of this site, in order</h2><table>");
    for (Route route : router.routes().stream().limit(MOST_ROUTES).toList()) {
      row(
          out,
          "/" + route.pattern(),
          route.fullName().orElse("") + " " + String.join(" ", route.methods()));
    }
    out.append("</table></section>");
    return page("404 " + request.path() + ": " + error.detail(), request, out.toString());
  }

  private void frames(StringBuilder out, Throwable cause) {
    List<StackTraceElement> frames = List.of(cause.getStackTrace());
    boolean sourceShown = false;
    StringBuilder rest = new StringBuilder();
    for (StackTraceElement frame : frames.stream().limit(MOST_FRAMES).toList()) {
      List<SourceLines.Line> lines = sources.around(frame);
      if (!lines.isEmpty() && !sourceShown) {
        sourceShown = true;
        out.append("<p><code>").append(Escape.html(frame.toString())).append("</code></p><pre>");
        for (SourceLines.Line line : lines) {
          String text = "%5d  %s".formatted(line.number(), line.text());
          out.append(line.current() ? "<span class=now>" : "")
              .append(Escape.html(text))
              .append(line.current() ? "</span>" : "\n");
        }
        out.append("</pre>");
      }
      rest.append(Escape.html(frame.toString())).append('\n');
    }
    if (!rest.isEmpty()) {
      out.append("<details").append(sourceShown ? "" : " open");
      out.append("><summary>All ").append(Math.min(frames.size(), MOST_FRAMES));
      out.append(" frames</summary><pre>").append(rest).append("</pre></details>");
    }
  }

  private static Response page(String title, Request request, String content) {
    StringBuilder out = new StringBuilder();
    out.append("<!doctype html><html lang=en><head><meta charset=utf-8>")
        .append("<meta name=viewport content=\"width=device-width, initial-scale=1\"><title>")
        .append(Escape.html(title))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><header><h1>")
        .append(Escape.html(title))
        .append("</h1><p class=soft>")
        .append(Escape.html(request.method() + " " + request.absoluteUri()))
        .append(
            "</p><p class=soft>This page is shown because the setting <code>debug</code> is on.</p></header>")
        .append(content);
    table(
        out, "Route values", strings(request.match().map(match -> match.named()).orElse(Map.of())));
    table(out, "Query", multi(request));
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .headers()
        .lines()
        .forEach(line -> headers.merge(line.name(), line.value(), (a, b) -> a + ", " + b));
    table(out, "Headers", headers);
    return Response.html(out.append("</body></html>").toString())
        .withHeader("Content-Security-Policy", POLICY);
  }

  private static Map<String, String> multi(Request request) {
    Map<String, String> query = new LinkedHashMap<>();
    try {
      request.query().asMap().forEach((name, values) -> query.put(name, String.join(", ", values)));
    } catch (HttpError tooMany) {
      query.put("(unreadable)", tooMany.detail());
    }
    return query;
  }

  private static Map<String, String> strings(Map<String, Object> values) {
    Map<String, String> strings = new LinkedHashMap<>();
    values.forEach((name, value) -> strings.put(name, String.valueOf(value)));
    return strings;
  }

  private static void table(StringBuilder out, String title, Map<String, String> values) {
    if (values.isEmpty()) {
      return;
    }
    out.append("<section><h2>").append(title).append("</h2><table>");
    new ArrayList<>(values.entrySet())
        .forEach(entry -> row(out, entry.getKey(), Secrets.show(entry.getKey(), entry.getValue())));
    out.append("</table></section>");
  }

  static void row(StringBuilder out, String name, String value) {
    out.append("<tr><th>")
        .append(Escape.html(name))
        .append("</th><td>")
        .append(Escape.html(value))
        .append("</td></tr>");
  }
}
