package io.quintet.http.internal;

import io.quintet.http.HttpError;
import io.quintet.http.Status;

/** The built-in error page: one self-contained document, light and dark, for any width. */
final class PlainPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1b2230;--soft:#5b6577;--paper:#f6f7fa;--card:#fff;--line:#e3e7ee;--accent:#3556d8}
      @media (prefers-color-scheme:dark){:root{--ink:#e9ecf3;--soft:#a3adbf;--paper:#12151c;--card:#1a1f2a;--line:#2b3342;--accent:#8ea6ff}}
      *{box-sizing:border-box}
      body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--paper);color:var(--ink);
      font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
      main{width:100%;max-width:34rem;background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:clamp(1.5rem,5vw,3rem)}
      .code{font-size:.85rem;font-weight:600;letter-spacing:.08em;color:var(--accent);margin:0 0 .5rem}
      h1{font-size:clamp(1.5rem,6vw,2.1rem);line-height:1.2;margin:0 0 1rem}
      p{margin:0 0 1rem;overflow-wrap:anywhere}.soft{color:var(--soft)}
      a{color:var(--accent)}a:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
      """;

  private PlainPage() {}

  static String render(HttpError error, boolean debug) {
    String title = title(error.status());
    String detail = debug || error.status() < 500 ? error.detail() : advice(error.status());
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    <p class="code">%d %s</p>
    <h1>%s</h1>
    <p>%s</p>
    <p class="soft">%s</p>
    <p><a href="/">Go to the start page</a></p>
    </main>
    </body>
    </html>
    """
        .formatted(
            Escape.html(title),
            STYLE,
            error.status(),
            Escape.html(Status.reason(error.status())),
            Escape.html(title),
            Escape.html(detail),
            Escape.html(
                error.status() < 500
                    ? advice(error.status())
                    : "The error was recorded. Nothing you entered was the cause."));
  }

  private static String title(int status) {
    return switch (status) {
      case Status.BAD_REQUEST -> "This request cannot be understood";
      case Status.UNAUTHORIZED -> "Please log in";
      case Status.FORBIDDEN -> "You may not do this";
      case Status.NOT_FOUND -> "This page does not exist";
      case Status.METHOD_NOT_ALLOWED -> "This address is used in another way";
      case Status.GONE -> "This page is gone";
      case Status.PAYLOAD_TOO_LARGE -> "That is too large";
      case Status.TOO_MANY_REQUESTS -> "Too many requests";
      case Status.SERVICE_UNAVAILABLE -> "Back in a moment";
      default -> status < 500 ? "This does not work" : "Something went wrong";
    };
  }

  private static String advice(int status) {
    return switch (status) {
      case Status.NOT_FOUND ->
          "Check the address for a typing error, or start again from the home page.";
      case Status.FORBIDDEN ->
          "If you should be able to, log in with another account or ask whoever runs this site.";
      case Status.PAYLOAD_TOO_LARGE -> "Send less, or a smaller file. Nothing was saved.";
      case Status.TOO_MANY_REQUESTS, Status.SERVICE_UNAVAILABLE ->
          "Please wait a little and try again.";
      case Status.METHOD_NOT_ALLOWED -> "Open it from a link or form of this site.";
      default ->
          status < 500
              ? "Go back, check what you entered and try again."
              : "The server failed to answer this request. Please try again later.";
    };
  }
}
