package io.quintet.http.routing;

import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One route: a pattern, the view behind it, and what is said about it while the site is put
 * together:
 *
 * <pre>{@code
 * routes.path("articles/<slug:slug>/", BlogViews::detail).name("detail").methods("GET");
 * }</pre>
 */
public final class Route {
  /** The view with the values of the path. */
  interface Handler {
    Response handle(Request request, List<Object> values) throws Exception;
  }

  private final RouteScope scope;
  private final String pattern;
  private final List<PathPart> ownParts;
  private final List<PathPart> parts;
  private final Handler handler;
  private final List<List<Middleware>> scopes;
  private final List<Middleware> own = new ArrayList<>();
  private final Map<String, Object> extras = new LinkedHashMap<>();
  private Set<String> methods = Set.of();
  private @Nullable String name;
  private @Nullable RouteSymbol symbol;
  private boolean csrfExempt;

  Route(
      RouteScope scope,
      String source,
      List<PathPart> ownParts,
      List<List<Middleware>> scopes,
      Handler handler) {
    this.scope = scope;
    this.pattern = RouteScope.join(scope.pattern(), source);
    this.ownParts = ownParts;
    this.parts = allParts(scope, ownParts);
    this.scopes = scopes;
    this.handler = handler;
  }

  private static List<PathPart> allParts(RouteScope scope, List<PathPart> own) {
    List<PathPart> parts = new ArrayList<>();
    scope.chain().forEach(outer -> parts.addAll(outer.parts()));
    parts.addAll(own);
    return List.copyOf(parts);
  }

  /** Names the route, so that it can be reversed: {@code Urls.reverse("blog:detail", slug)}. */
  public Route name(String newName) {
    if (newName.isEmpty() || newName.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "Route name '%s' of '%s' may not be empty or hold a colon; colons stand between namespaces"
              .formatted(newName, pattern));
    }
    this.name = newName;
    return this;
  }

  Route name(RouteSymbol newSymbol) {
    symbol = newSymbol;
    return name(newSymbol.name());
  }

  Optional<RouteSymbol> symbol() {
    return Optional.ofNullable(symbol);
  }

  /**
   * Limits the route to methods; {@code GET} brings {@code HEAD}, and {@code OPTIONS} is answered
   * by the router.
   */
  public Route methods(String... allowed) {
    Set<String> upper = new LinkedHashSet<>();
    for (String method : allowed) {
      upper.add(method.toUpperCase(Locale.ROOT));
      if (method.equalsIgnoreCase("GET")) {
        upper.add("HEAD");
      }
    }
    this.methods = upper;
    return this;
  }

  /**
   * Puts middleware around this route's view, the first outermost, inside that of its {@link
   * Routes}.
   */
  public Route with(Middleware... middleware) {
    own.addAll(List.of(middleware));
    return this;
  }

  /**
   * Adds a value that is not in the path, for a view that serves several routes; {@link
   * Request#pathValue} gives it, before one of the same name in the path. When an address is made
   * by name, the value may be given, and then decides between routes of the same name.
   */
  public Route extra(String valueName, Object value) {
    extras.put(valueName, value);
    return this;
  }

  /**
   * Does not ask for a CSRF token: for endpoints that other programs call and that check them in
   * another way.
   */
  public Route csrfExempt() {
    this.csrfExempt = true;
    return this;
  }

  /** The whole pattern, without a leading slash: {@code blog/articles/<slug:slug>/}. */
  public String pattern() {
    return pattern;
  }

  /** The name without namespaces, if it has one. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** The name with its namespaces, such as {@code blog:detail}, if it has one. */
  public Optional<String> fullName() {
    return name == null
        ? Optional.empty()
        : Optional.of(namespace().isEmpty() ? name : namespace() + ":" + name);
  }

  /** The namespaces joined by colons; empty at the root. */
  public String namespace() {
    return scope.namespace();
  }

  /** The app names of the includes around it that have one, the outermost first. */
  public List<String> appNames() {
    return scope.chain().stream()
        .map(outer -> outer.include().app())
        .filter(app -> !app.isEmpty())
        .toList();
  }

  /** The values that it and its includes add to those of the path, by name. */
  public Map<String, Object> extras() {
    Map<String, Object> all = new LinkedHashMap<>();
    scope.chain().forEach(outer -> all.putAll(outer.include().extras()));
    all.putAll(extras);
    return all;
  }

  /** The methods it is limited to; empty: any. */
  public Set<String> methods() {
    return methods;
  }

  /** Whether CSRF tokens are not asked for. */
  public boolean isCsrfExempt() {
    return csrfExempt;
  }

  /** The names of its values, in order; empty for a group without a name. */
  public List<String> valueNames() {
    return parts.stream().flatMap(part -> part.names().stream()).toList();
  }

  RouteScope scope() {
    return scope;
  }

  List<PathPart> ownParts() {
    return ownParts;
  }

  Map<String, Object> ownExtras() {
    return extras;
  }

  List<PathPart> parts() {
    return parts;
  }

  boolean allows(String method) {
    return methods.isEmpty() || methods.contains(method);
  }

  /** The view for one match, inside its middleware. */
  View view(List<Object> values) {
    View view = request -> handler.handle(request, values);
    for (Middleware middleware : own.reversed()) {
      view = middleware.around(view);
    }
    for (List<Middleware> around : scopes.reversed()) {
      for (Middleware middleware : around.reversed()) {
        view = middleware.around(view);
      }
    }
    return view;
  }

  @Override
  public String toString() {
    return "/" + pattern;
  }
}
