package io.quintet.rest.viewsets;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Routes;
import io.quintet.rest.ApiHandler;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.browsable.DocsPage;
import io.quintet.rest.negotiation.JsonRenderer;
import io.quintet.rest.negotiation.Renderer;
import io.quintet.rest.openapi.OpenApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes of an API: a root that lists its parts, and the routes of each view set.
 *
 * <pre>{@code
 * routes.include("api/", ApiRouter.of("Institute").register("articles", new ArticleApi()));
 * }</pre>
 */
public final class ApiRouter implements RouteSource {
  /**
   * A view set under a prefix.
   *
   * @param prefix its address below the root, without slashes around
   * @param views the view set
   * @param baseName the beginning of its routes' names
   */
  public record Part(String prefix, ViewSet views, String baseName) {}

  private static final String SCHEMA = "openapi.json";
  private static final String DOCS = "docs/";

  private final String title;
  private final List<Part> parts = new ArrayList<>();
  private String version = "1.0.0";
  private String description = "";

  private ApiRouter(String title) {
    this.title = title;
  }

  /** An API with a title. */
  public static ApiRouter of(String title) {
    return new ApiRouter(title);
  }

  /** Adds a view set; its routes are called after its model. */
  public ApiRouter register(String prefix, ViewSet views) {
    return register(prefix, views, views.baseName());
  }

  /** Adds a view set whose routes' names begin with a word: {@code article-list}. */
  public ApiRouter register(String prefix, ViewSet views, String baseName) {
    if (prefix.startsWith("/") || prefix.endsWith("/") || prefix.isEmpty()) {
      throw new IllegalArgumentException(
          "A prefix stands without slashes around it, found \"" + prefix + "\"");
    }
    for (Part part : parts) {
      if (part.prefix().equals(prefix) || part.baseName().equals(baseName)) {
        throw new IllegalArgumentException(
            "The view set for \"%s\" (%s) is already registered for \"%s\" (%s). Choose another prefix or name."
                .formatted(prefix, baseName, part.prefix(), part.baseName()));
      }
    }
    parts.add(new Part(prefix, views, baseName));
    return this;
  }

  /** The version that the OpenAPI document tells. */
  public ApiRouter version(String text) {
    version = text;
    return this;
  }

  /** A sentence about the API. */
  public ApiRouter description(String text) {
    description = text;
    return this;
  }

  /** The title. */
  public String title() {
    return title;
  }

  /** The version. */
  public String version() {
    return version;
  }

  /** The sentence about it, or empty. */
  public String description() {
    return description;
  }

  /** The registered view sets. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  @Override
  public String namespace() {
    return "";
  }

  @Override
  public void define(Routes routes) {
    routes.path("", within("", new Root())).name("api-root").csrfExempt();
    routes.path(SCHEMA, within(SCHEMA, new Document())).name("api-schema").csrfExempt();
    routes.path(DOCS, within(DOCS, this::docs)).name("api-docs").methods("GET");
    for (Part part : parts) {
      ViewSet views = part.views();
      String list = part.prefix() + "/";
      String detail = list + "<str:" + views.lookup() + ">/";
      for (ExtraAction extra : views.extraActions()) {
        if (!extra.isDetail()) {
          extra(routes, list, part, extra);
        }
      }
      route(routes, list, views, views.actions(false), part.baseName() + "-list");
      for (ExtraAction extra : views.extraActions()) {
        if (extra.isDetail()) {
          extra(routes, detail, part, extra);
        }
      }
      route(routes, detail, views, views.actions(true), part.baseName() + "-detail");
    }
  }

  private Response docs(Request request) {
    String root = request.require(ApiRoot.KEY).path();
    return DocsPage.show(request, title, root + SCHEMA);
  }

  /**
   * Notes in the request where the root of the API is: so many parts of the path before its end.
   */
  private View within(String local, View view) {
    long parts = local.chars().filter(c -> c == '/').count() + (local.endsWith("/") ? 0 : 1);
    return request -> {
      String path = request.rawPath();
      int end = parts > 0 && path.endsWith("/") ? path.length() - 1 : path.length();
      for (int i = 0; i < parts; i++) {
        end = path.lastIndexOf('/', end - 1);
      }
      String root = parts == 0 ? path : path.substring(0, end + 1);
      request.set(ApiRoot.KEY, new ApiRoot(title, root));
      return view.handle(request);
    };
  }

  private void extra(Routes routes, String base, Part part, ExtraAction extra) {
    route(
        routes,
        base + extra.name() + "/",
        part.views(),
        ViewSet.actions(extra),
        part.baseName() + "-" + extra.name().replace('_', '-'));
  }

  private void route(
      Routes routes,
      String path,
      ViewSet views,
      Map<String, Dispatcher.Action> actions,
      String name) {
    if (!actions.isEmpty()) {
      routes
          .path(path, within(path, request -> Dispatcher.dispatch(views, request, actions)))
          .name(name)
          .csrfExempt();
    }
  }

  /** The OpenAPI document. */
  private final class Document extends ApiView {
    @Override
    public List<Renderer> renderers() {
      return List.of(new JsonRenderer());
    }

    @Override
    protected Map<String, ApiHandler> handlers() {
      return Map.of(
          "GET",
          request ->
              ApiResponse.ok(
                  OpenApi.document(ApiRouter.this, request.http().require(ApiRoot.KEY).path())));
    }
  }

  /** The list of the parts. */
  private final class Root extends ApiView {
    @Override
    public String title() {
      return title;
    }

    @Override
    public String description() {
      return description;
    }

    @Override
    protected Map<String, ApiHandler> handlers() {
      return Map.of("GET", request -> ApiResponse.ok(links(request.http())));
    }

    private Map<String, Object> links(Request request) {
      Map<String, Object> links = new LinkedHashMap<>();
      for (Part part : parts) {
        links.put(part.prefix(), request.absoluteUri(request.rawPath() + part.prefix() + "/"));
      }
      return links;
    }
  }
}
