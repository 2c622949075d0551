package io.quintet.rest.viewsets;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.rest.ApiHandler;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A view of an API written by hand.
 *
 * <pre>{@code
 * final class Statistics extends ApiView {
 *   protected Map<String, ApiHandler> handlers() {
 *     return Map.of("GET", request -> ApiResponse.ok(Map.of("articles", Article.objects.count())));
 *   }
 * }
 * }</pre>
 *
 * <p>Its route must be {@code csrfExempt()}: the view asks for the token where a session counts.
 */
public abstract class ApiView extends Endpoint implements View {
  /** For subclasses. */
  protected ApiView() {}

  /** What it does, by method. */
  protected abstract Map<String, ApiHandler> handlers();

  @Override
  public final Response handle(Request request) throws Exception {
    Map<String, Dispatcher.Action> actions = new LinkedHashMap<>();
    handlers()
        .forEach((method, handler) ->
            actions.put(method, new Dispatcher.Action(method.toLowerCase(Locale.ROOT), handler)));
    return Dispatcher.dispatch(this, request, actions);
  }
}
