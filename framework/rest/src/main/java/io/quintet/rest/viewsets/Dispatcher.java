package io.quintet.rest.viewsets;

import io.quintet.core.SiteContext;
import io.quintet.http.ErrorMapper;
import io.quintet.http.Headers;
import io.quintet.http.HttpError;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.rest.ApiErrors;
import io.quintet.rest.ApiHandler;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.authentication.Authentication;
import io.quintet.rest.negotiation.Negotiation;
import io.quintet.rest.negotiation.Renderer;
import io.quintet.rest.permissions.Permission;
import io.quintet.rest.serializers.Represent;
import io.quintet.rest.serializers.ValidationException;
import io.quintet.rest.throttling.Throttle;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a call: format, authentication, permissions, limits, the handler, and the answer. */
final class Dispatcher {
  /**
   * What an address does for a method.
   *
   * @param action its name
   * @param handler what it does
   */
  record Action(String action, ApiHandler handler) {}

  private Dispatcher() {}

  static Response dispatch(Endpoint endpoint, Request http, Map<String, Action> actions)
      throws Exception {
    return Represent.within(http, () -> inRequest(endpoint, http, actions));
  }

  private static Response inRequest(Endpoint endpoint, Request http, Map<String, Action> actions)
      throws Exception {
    String method =
        http.method().equals("HEAD") && !actions.containsKey("HEAD") ? "GET" : http.method();
    Action action = actions.get(method);
    String name = action != null ? action.action() : method.equals("OPTIONS") ? "metadata" : "";
    List<Authentication> authentication = endpoint.authentication();
    ApiRequest request = new ApiRequest(http, endpoint, name, authentication, endpoint.parsers());
    List<Renderer> renderers = endpoint.renderers();
    Renderer renderer = renderers.getFirst();
    ApiResponse response;
    try {
      renderer = Negotiation.choose(http, renderers);
      check(endpoint, request);
      response =
          action != null
              ? action.handler().handle(request)
              : answerWithout(endpoint, request, actions, method);
    } catch (Exception e) {
      response = failed(request, e);
    }
    List<String> allowed = new java.util.ArrayList<>(actions.keySet());
    if (actions.containsKey("GET")) {
      allowed.add("HEAD");
    }
    allowed.add("OPTIONS");
    ApiResponse complete =
        response.withHeader("Allow", String.join(", ", allowed.stream().distinct().toList()));
    return written(request, renderer, complete, renderers.size() > 1);
  }

  private static void check(Endpoint endpoint, ApiRequest request) {
    request.credentials();
    for (Permission permission : endpoint.permissions(request)) {
      if (!permission.allows(request)) {
        throw denied(request, permission);
      }
    }
    Duration longest = null;
    for (Throttle throttle : endpoint.throttles(request)) {
      Optional<Duration> wait = throttle.count(request);
      if (wait.isPresent() && (longest == null || wait.get().compareTo(longest) > 0)) {
        longest = wait.get();
      }
    }
    if (longest != null) {
      throw ApiErrors.throttled(longest);
    }
  }

  static void checkObject(Endpoint endpoint, ApiRequest request, Object object) {
    for (Permission permission : endpoint.permissions(request)) {
      if (!permission.allowsObject(request, object)) {
        throw denied(request, permission);
      }
    }
  }

  private static HttpError denied(ApiRequest request, Permission permission) {
    return request.authentication().isEmpty() || request.user().isPresent()
        ? ApiErrors.permissionDenied(permission.message())
        : ApiErrors.notAuthenticated();
  }

  private static ApiResponse answerWithout(
      Endpoint endpoint, ApiRequest request, Map<String, Action> actions, String method) {
    if (method.equals("OPTIONS")) {
      return ApiResponse.ok(Metadata.of(endpoint, request, actions));
    }
    throw ApiErrors.methodNotAllowed(method);
  }

  private static ApiResponse failed(ApiRequest request, Exception thrown) throws Exception {
    if (thrown instanceof ValidationException e) {
      return ApiResponse.of(e.status(), e.errors());
    }
    HttpError error = known(thrown);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("detail", error.detail());
    boolean unknownClient =
        error.code().equals(ApiErrors.NOT_AUTHENTICATED)
            || error.code().equals(ApiErrors.AUTHENTICATION_FAILED);
    if (unknownClient) {
      Optional<String> challenge =
          request.authentication().isEmpty()
              ? Optional.empty()
              : request.authentication().getFirst().challenge();
      return challenge.isPresent()
          ? ApiResponse.of(401, body).withHeader("WWW-Authenticate", challenge.get())
          : ApiResponse.of(403, body);
    }
    ApiResponse response = ApiResponse.of(error.status(), body);
    for (Headers.Header line : error.headers().lines()) {
      response = response.withHeader(line.name(), line.value());
    }
    return response;
  }

  private static HttpError known(Exception thrown) throws Exception {
    if (thrown instanceof HttpError error) {
      return error;
    }
    for (ErrorMapper mapper : SiteContext.current().extensions(ErrorMapper.POINT)) {
      Optional<HttpError> mapped = mapper.map(thrown);
      if (mapped.isPresent()) {
        return mapped.get();
      }
    }
    throw thrown;
  }

  private static Response written(
      ApiRequest request, Renderer renderer, ApiResponse response, boolean varies) {
    Response base =
        response.hasBody()
            ? Response.bytes(renderer.contentType(), renderer.render(request, response))
            : Response.empty();
    Headers headers = base.headers();
    for (Headers.Header line : response.headers().lines()) {
      headers = headers.with(line.name(), line.value());
    }
    if (varies) {
      headers = headers.varyingBy("Accept");
    }
    return base.withHeaders(headers).withStatus(response.status());
  }
}
