package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.MultiMap;
import io.quintet.http.Cookie;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.csrf.Csrf;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Sends requests in this process, keeps cookies and reads the pages. */
final class Browser {
  private static final String BOUNDARY = "the-boundary";

  private final HttpApplication application;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private boolean passesCsrf = true;

  Browser(HttpApplication application) {
    this.application = application;
  }

  /** Brings no CSRF token, as a page of another site. */
  Browser withoutCsrf() {
    passesCsrf = false;
    return this;
  }

  Browser login(String username) {
    Response response = post("/admin/login/", "username", username, "password", Library.PASSWORD);
    assertThat(response.status()).as("log-in of %s", username).isEqualTo(302);
    return this;
  }

  Response get(String target) {
    return send(builder("GET", target));
  }

  Response post(String target, String... namesAndValues) {
    MultiMap.Builder form = MultiMap.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return send(
        builder("POST", target)
            .body("application/x-www-form-urlencoded", form.build().urlencode()));
  }

  /** Sends fields and one file. */
  Response upload(
      String target, String field, String fileName, byte[] content, String... namesAndValues) {
    StringBuilder before = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"");
      before.append(namesAndValues[i]).append("\"\r\n\r\n");
      before.append(namesAndValues[i + 1]).append("\r\n");
    }
    before.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"");
    before.append(field).append("\"; filename=\"").append(fileName);
    before.append("\"\r\nContent-Type: image/png\r\n\r\n");
    String body =
        before + new String(content, StandardCharsets.ISO_8859_1) + "\r\n--" + BOUNDARY + "--\r\n";
    return send(
        builder("POST", target)
            .body(
                "multipart/form-data; boundary=" + BOUNDARY,
                body.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The page at an address, which must be there. */
  Document page(String target) {
    Response response = get(target);
    assertThat(response.status()).as(target).isEqualTo(200);
    return parse(response);
  }

  static Document parse(Response response) {
    return Jsoup.parse(response.text());
  }

  /** The page that a redirect leads to. */
  Document follow(Response response) {
    assertThat(response.status()).as(response.text()).isEqualTo(302);
    return page(response.header("Location").orElseThrow());
  }

  private RequestBuilder builder(String method, String target) {
    RequestBuilder builder =
        Request.builder(method, target).header("Accept", "text/html").header("Host", "localhost");
    if (!cookies.isEmpty()) {
      builder.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return builder;
  }

  private Response send(RequestBuilder builder) {
    Request request = builder.build();
    if (passesCsrf) {
      request.set(Csrf.UNCHECKED, true);
    }
    Response response = application.handle(request);
    for (Cookie cookie : response.cookies()) {
      cookies.put(cookie.name(), cookie.value());
    }
    return response;
  }
}
