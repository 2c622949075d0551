package io.quintet.testing;

import io.quintet.auth.User;
import io.quintet.core.MultiMap;
import io.quintet.core.json.Json;
import io.quintet.http.Cookie;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.csrf.Csrf;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a screen and without a socket: sends requests to the site in this process,
 * keeps cookies and, unless told otherwise, gets past the CSRF check as a page of the site would.
 *
 * <pre>{@code
 * Client client = site.client();
 * client.login(user);
 * Response response = client.post("/booking/", "name", "Ada", "day", "2027-01-10");
 * assertThat(response.status()).isEqualTo(302);
 * }</pre>
 */
public final class Client {
  private static final int MOST_REDIRECTS = 10;

  private final HttpApplication application;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private boolean passCsrf = true;

  Client(HttpApplication application) {
    this.application = application;
    headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  /** Sends this header with every request from now on. */
  public Client header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Asks for JSON from now on. */
  public Client asksForJson() {
    return header("Accept", "application/json");
  }

  /** Has to bring CSRF tokens from now on, as a real browser has. */
  public Client enforceCsrf() {
    passCsrf = false;
    return this;
  }

  /** The cookies of the site, by name. */
  public Map<String, String> cookies() {
    return Map.copyOf(cookies);
  }

  /** Sets a cookie. */
  public Client cookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** Gets a page. */
  public Response get(String target) {
    return send(request("GET", target));
  }

  /** Asks for the headers of a page. */
  public Response head(String target) {
    return send(request("HEAD", target));
  }

  /** Sends a form: names and values in turn. */
  public Response post(String target, String... namesAndValues) {
    return send(
        request("POST", target)
            .body("application/x-www-form-urlencoded", MultiMap.of(namesAndValues).urlencode()));
  }

  /** Sends a form with a file: the file's field, name, type and bytes, then names and values. */
  public Response upload(
      String target,
      String field,
      String fileName,
      String contentType,
      byte[] content,
      String... namesAndValues) {
    var body = new Multipart();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      body.value(namesAndValues[i], namesAndValues[i + 1]);
    }
    body.file(field, fileName, contentType, content);
    return send(request("POST", target).body(body.contentType(), body.bytes()));
  }

  /** Sends a value as JSON. */
  public Response json(String method, String target, @Nullable Object value) {
    return send(request(method, target).body("application/json", Json.writeBytes(value)));
  }

  /** Sends a body as it is. */
  public Response send(String method, String target, String contentType, String body) {
    return send(request(method, target).body(contentType, body.getBytes(StandardCharsets.UTF_8)));
  }

  /** Sends a DELETE without a body. */
  public Response delete(String target) {
    return send(request("DELETE", target));
  }

  /**
   * Follows redirects of this site to their end.
   *
   * @throws AssertionError after ten
   */
  public Response follow(Response response) {
    Response current = response;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      @Nullable String location = current.header("Location").orElse(null);
      if (location == null || current.status() < 300 || current.status() > 399) {
        return current;
      }
      current = get(location);
    }
    throw new AssertionError("More than " + MOST_REDIRECTS + " redirects");
  }

  /** Logs this client in as that user, without a password. */
  public Client login(User user) {
    send(request("POST", "/"), request -> request.set(TestLogin.USER, user));
    return this;
  }

  /** A request with this client's cookies and headers; give it to {@link #send(RequestBuilder)}. */
  public RequestBuilder request(String method, String target) {
    RequestBuilder builder = Request.builder(method, target);
    headers.forEach(builder::header);
    if (!cookies.isEmpty()) {
      builder.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return builder;
  }

  /** Sends a request. */
  public Response send(RequestBuilder builder) {
    return send(builder, request -> {});
  }

  private Response send(RequestBuilder builder, Consumer<Request> prepare) {
    Request request = builder.build();
    if (passCsrf) {
      request.set(Csrf.UNCHECKED, true);
    }
    prepare.accept(request);
    Response response = application.handle(request);
    keep(response);
    return response;
  }

  private void keep(Response response) {
    for (Cookie cookie : response.cookies()) {
      if (cookie.isDeletion()) {
        cookies.remove(cookie.name());
      } else {
        cookies.put(cookie.name(), cookie.value());
      }
    }
  }
}
