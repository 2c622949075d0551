package io.quintet.rest.browsable;

import io.quintet.core.SiteContext;
import io.quintet.core.json.Json;
import io.quintet.http.Headers;
import io.quintet.http.Request;
import io.quintet.http.Status;
import io.quintet.http.routing.NoReverseMatch;
import io.quintet.http.routing.Urls;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.negotiation.JsonRenderer;
import io.quintet.rest.negotiation.Renderer;
import io.quintet.rest.viewsets.ApiRoot;
import io.quintet.rest.viewsets.ReadOnlyViewSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the template of a page needs to know. */
final class ApiPage {
  private final ApiRequest request;
  private final ApiResponse response;
  private final Request http;

  ApiPage(ApiRequest request, ApiResponse response) {
    this.request = request;
    this.response = response;
    this.http = request.http();
  }

  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(frame(http));
    values.put("title", title());
    values.put("description", request.endpoint().description());
    values.put("breadcrumbs", crumbs());
    values.put("method", http.method());
    values.put("path", http.fullPath());
    values.put("statusCode", response.status());
    values.put("statusText", Status.reason(response.status()));
    values.put("responseHeaders", headers());
    values.put("body", response.hasBody() ? Json.writePretty(response.data()) : "");
    List<String> allowed = allowed();
    values.put("allowedMethods", allowed);
    values.put("formats", formats());
    values.put("forms", new ApiForms(request, response, allowed).all());
    values.put("page", page());
    if (request.action().equals("list")
        && request.endpoint() instanceof ReadOnlyViewSet<?, ?> views) {
      Narrowing narrowing = new Narrowing(http, views);
      values.put("search", narrowing.search());
      values.put("filters", narrowing.filters());
    }
    return values;
  }

  /** What every page of the API needs. */
  static Map<String, @Nullable Object> frame(Request http) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("siteName", SiteContext.current().name());
    Optional<ApiRoot> root = http.attribute(ApiRoot.KEY);
    root.ifPresent(api -> {
      values.put("rootUrl", api.path());
      values.put("docsUrl", api.path() + "docs/");
    });
    values.put("loginUrl", route("login"));
    values.put("logoutUrl", route("logout"));
    return values;
  }

  private static @Nullable String route(String name) {
    try {
      return Urls.reverse(name);
    } catch (NoReverseMatch notInstalled) {
      return null;
    }
  }

  private String title() {
    if (request.endpoint() instanceof ReadOnlyViewSet<?, ?> views
        && request.action().equals("list")) {
      String words = views.model().verboseNamePlural();
      return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
    return request.endpoint().title();
  }

  private List<Map<String, Object>> crumbs() {
    Optional<ApiRoot> root = http.attribute(ApiRoot.KEY);
    if (root.isEmpty()) {
      return List.of();
    }
    List<Map<String, Object>> crumbs = new ArrayList<>();
    String url = root.get().path();
    crumbs.add(Map.of("name", root.get().title(), "url", url));
    String rest = http.path().length() > url.length() ? http.path().substring(url.length()) : "";
    for (String part : rest.split("/")) {
      if (!part.isEmpty()) {
        url = url + part + "/";
        crumbs.add(Map.of("name", part, "url", url));
      }
    }
    return crumbs;
  }

  private List<Map<String, Object>> headers() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Headers.Header line : response.headers().lines()) {
      lines.add(Map.of("name", line.name(), "value", line.value()));
    }
    lines.add(Map.of("name", "Content-Type", "value", new JsonRenderer().contentType()));
    return lines;
  }

  private List<String> allowed() {
    return Arrays.stream(response.headers().get("Allow", "").split(","))
        .map(String::strip)
        .filter(method -> !method.isEmpty())
        .toList();
  }

  private List<Map<String, Object>> formats() {
    String current = http.query().get("format", "api");
    List<Map<String, Object>> found = new ArrayList<>();
    for (Renderer renderer : request.endpoint().renderers()) {
      found.add(
          Map.of(
              "name", renderer.format(),
              "url", "?" + http.query().with("format", renderer.format()).urlencode(),
              "isCurrent", renderer.format().equals(current)));
    }
    return found;
  }

  private @Nullable Map<String, Object> page() {
    if (!(response.data() instanceof Map<?, ?> data)
        || !data.containsKey("results")
        || !data.containsKey("count")) {
      return null;
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("count", String.valueOf(data.get("count")));
    page.put("previousUrl", text(data.get("previous")));
    page.put("nextUrl", text(data.get("next")));
    page.put("links", List.of());
    return page;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
