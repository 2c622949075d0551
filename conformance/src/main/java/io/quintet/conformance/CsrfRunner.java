package io.quintet.conformance;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreSettings;
import io.quintet.core.MultiMap;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApp;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.csrf.CsrfFailed;
import io.quintet.http.csrf.CsrfSettings;
import io.quintet.http.csrf.CsrfTokens;
import io.quintet.http.internal.ErrorResponses;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.http.sessions.SessionSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CSRF tokens, and requests that a site accepts or refuses. */
final class CsrfRunner extends OpRunner {
  CsrfRunner() {
    op("csrf_mask", input -> CsrfTokens.mask(input.text("secret"), input.text("mask")));
    op("csrf_unmask", input -> CsrfTokens.unmask(input.text("token")));
    op("csrf_match", input -> matches(input.text("request_token"), input.text("secret")));
    op("csrf_check_format", input -> format(input.text("token")));
    op("csrf_request", CsrfRunner::request);
  }

  private static boolean matches(String token, String secret) {
    return CsrfTokens.fault(token).isEmpty() && CsrfTokens.matches(token, secret);
  }

  private static Object format(String token) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("ok", CsrfTokens.fault(token).isEmpty());
    CsrfTokens.fault(token).ifPresent(reason -> found.put("reason", reason));
    return found;
  }

  private static Object request(Input input) {
    List<String> origins =
        input.get("trusted_origins") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    SiteContext site =
        SiteContext.builder("conformance")
            .apps(new HttpApp(), new Page())
            .env(Map.of())
            .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
            .set(SessionSettings.STORE, SessionSettings.Store.COOKIE)
            .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
            .set(CsrfSettings.TRUSTED_ORIGINS, origins)
            .build();
    Request request = build(input);
    int status = HttpApplication.of(site).handle(request).status();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("accepted", status == 200);
    if (status != 200) {
      found.put(
          "reason",
          request
              .attribute(ErrorResponses.CAUSE)
              .map(cause -> cause instanceof CsrfFailed failed ? failed.reason() : cause.toString())
              .orElse("status " + status));
    }
    return found;
  }

  private static Request build(Input input) {
    RequestBuilder builder =
        Request.builder(input.has("method") ? input.text("method") : "GET", "/page/")
            .header("Host", input.has("host") ? input.text("host") : "testserver")
            .header("Accept", "application/json")
            .scheme(input.flag("secure", false) ? "https" : "http");
    map(input, "headers").forEach((name, value) -> builder.header(name, String.valueOf(value)));
    map(input, "cookies").forEach((name, value) -> builder.header("Cookie", name + "=" + value));
    MultiMap.Builder post = MultiMap.builder();
    map(input, "post").forEach((name, value) -> post.add(name, String.valueOf(value)));
    return builder.body("application/x-www-form-urlencoded", post.build().urlencode()).build();
  }

  private static Map<String, @Nullable Object> map(Input input, String name) {
    return Cases.object(input.get(name));
  }

  /** One page. */
  private record Page() implements App, RouteSource {
    @Override
    public String label() {
      return "page";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(Router.ROOTS, this);
    }

    @Override
    public String namespace() {
      return "";
    }

    @Override
    public void define(Routes routes) {
      routes.path("page/", request -> Response.text("accepted"));
    }
  }
}
