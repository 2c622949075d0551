package io.quintet.e2e.django;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a screen, at the sites of one host. */
final class Visitor {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String root;

  Visitor(Object port) {
    root = "http://127.0.0.1:" + port;
  }

  /** The key of the session. */
  Optional<String> session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("sessionid"))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** Comes with a session that another site began. */
  Visitor withSession(String key) {
    var cookie = new HttpCookie("sessionid", key);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(root), cookie);
    return this;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(root + path)));
  }

  /** Fills in the form of a page: names and values in turn. */
  HttpResponse<String> submit(String path, String... fields)
      throws IOException, InterruptedException {
    String page = get(path).body();
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("No form at " + path + ": " + page);
    }
    StringBuilder body = new StringBuilder("csrfmiddlewaretoken=" + token.group(1));
    for (int i = 0; i < fields.length; i += 2) {
      body.append('&')
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request.header("Accept", "text/html,*/*;q=0.8").timeout(Duration.ofMinutes(2));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
