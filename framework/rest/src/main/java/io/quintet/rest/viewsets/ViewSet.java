package io.quintet.rest.viewsets;

import io.quintet.rest.ApiHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several actions on one kind of thing, under one prefix: on the list, and on one thing named in
 * the path. Register it with an {@link ApiRouter}.
 */
public abstract class ViewSet extends Endpoint {
  /** For subclasses. */
  protected ViewSet() {}

  /** What the list does, as method and action name: {@code GET} to {@code list}. */
  protected Map<String, NamedHandler> listHandlers() {
    return Map.of();
  }

  /** What one thing does. */
  protected Map<String, NamedHandler> detailHandlers() {
    return Map.of();
  }

  /** Actions beyond these. */
  public List<ExtraAction> extraActions() {
    return List.of();
  }

  /** The name of the path's value. */
  public String lookup() {
    return "pk";
  }

  /** The beginning of its routes' names, when none is given: {@code article-list}. */
  protected abstract String baseName();

  /**
   * A handler with the name of its action.
   *
   * @param action the name
   * @param handler what it does
   */
  public record NamedHandler(String action, ApiHandler handler) {}

  /** The names of the actions by method, on the list or on one thing. */
  public final Map<String, String> methods(boolean detail) {
    Map<String, String> found = new LinkedHashMap<>();
    (detail ? detailHandlers() : listHandlers())
        .forEach((method, named) -> found.put(method, named.action()));
    return found;
  }

  final Map<String, Dispatcher.Action> actions(boolean detail) {
    Map<String, Dispatcher.Action> found = new LinkedHashMap<>();
    (detail ? detailHandlers() : listHandlers())
        .forEach((method, named) ->
            found.put(method, new Dispatcher.Action(named.action(), named.handler())));
    return found;
  }

  static Map<String, Dispatcher.Action> actions(ExtraAction extra) {
    Map<String, Dispatcher.Action> found = new LinkedHashMap<>();
    extra
        .handlers()
        .forEach(
            (method, handler) -> found.put(method, new Dispatcher.Action(extra.name(), handler)));
    return found;
  }
}
