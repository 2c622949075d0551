package io.quintet.rest;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.core.MultiMap;
import io.quintet.http.MediaType;
import io.quintet.http.Request;
import io.quintet.rest.authentication.Authentication;
import io.quintet.rest.authentication.Credentials;
import io.quintet.rest.negotiation.Parser;
import io.quintet.rest.viewsets.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of an API: the request, who makes it, and its body once it is asked for. */
public final class ApiRequest {
  private final Request http;
  private final Endpoint endpoint;
  private final String action;
  private final String method;
  private final List<Authentication> authentication;
  private final List<Parser> parsers;
  private boolean authenticated;
  private @Nullable Credentials credentials;
  private boolean parsed;
  private @Nullable Object data;

  /** Made by the endpoint that is called. */
  public ApiRequest(
      Request http,
      Endpoint endpoint,
      String action,
      List<Authentication> authentication,
      List<Parser> parsers) {
    this(http, endpoint, action, http.method(), authentication, parsers);
  }

  private ApiRequest(
      Request http,
      Endpoint endpoint,
      String action,
      String method,
      List<Authentication> authentication,
      List<Parser> parsers) {
    this.http = http;
    this.method = method;
    this.endpoint = endpoint;
    this.action = action;
    this.authentication = authentication;
    this.parsers = parsers;
  }

  /** The HTTP request. */
  public Request http() {
    return http;
  }

  /** What is called. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /**
   * What it does: {@code list}, {@code retrieve}, {@code create}, {@code update}, {@code
   * partial_update}, {@code destroy}, {@code metadata}, or the name of an extra action.
   */
  public String action() {
    return action;
  }

  /** The method. */
  public String method() {
    return method;
  }

  /** The same client asking with another method, to see whether it would be allowed. */
  public ApiRequest withMethod(String other) {
    ApiRequest asked = new ApiRequest(http, endpoint, action, other, authentication, parsers);
    asked.credentials = credentials().orElse(null);
    asked.authenticated = true;
    return asked;
  }

  /** Whether the method changes nothing. */
  public boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  /** The query string. */
  public MultiMap query() {
    return http.query();
  }

  /** A value of the path. */
  public Optional<Object> pathValue(String name) {
    return http.pathValue(name);
  }

  /** The user, if the client proved to be one. */
  public Optional<User> user() {
    return credentials().map(Credentials::user);
  }

  /** How the client proved to be the user, if it did. */
  public Optional<Credentials> credentials() {
    if (!authenticated) {
      for (Authentication one : authentication) {
        Optional<Credentials> found = one.authenticate(http);
        if (found.isPresent()) {
          credentials = found.get();
          Auth.authenticated(http, found.get().user());
          break;
        }
      }
      authenticated = true;
    }
    return Optional.ofNullable(credentials);
  }

  /** The ways to authenticate, in order. */
  public List<Authentication> authentication() {
    return authentication;
  }

  /**
   * The body: a map, a list, text, a number, a truth value or null for JSON and XML, a {@link
   * io.quintet.rest.serializers.FormInput} for forms; an empty map when there is none.
   *
   * @throws io.quintet.http.HttpError when it is malformed, or in a format that is not read here
   */
  public @Nullable Object data() {
    if (!parsed) {
      data = parse();
      parsed = true;
    }
    return data;
  }

  private @Nullable Object parse() {
    String type = http.contentType();
    if (type.isEmpty() || "0".equals(http.headers().get("Content-Length", ""))) {
      if (http.bytes().length == 0) {
        return Map.of();
      }
      throw ApiErrors.unsupportedMediaType(type);
    }
    MediaType sent = mediaType(type);
    for (Parser parser : parsers) {
      if (sent.name().equalsIgnoreCase(parser.mediaType())) {
        return parser.parse(http);
      }
    }
    throw ApiErrors.unsupportedMediaType(type);
  }

  private static MediaType mediaType(String type) {
    try {
      return MediaType.parse(type);
    } catch (RuntimeException e) {
      throw ApiErrors.unsupportedMediaType(type);
    }
  }
}
