package io.quintet.http;

import io.quintet.core.MultiMap;
import io.quintet.http.sessions.Session;
import io.quintet.templates.TemplateObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The properties of a request that templates may read, by Django's names and ours. */
final class RequestProperties {
  private RequestProperties() {}

  static @Nullable Object get(Request request, String name) {
    return switch (name) {
      case "path", "path_info" -> request.path();
      case "method" -> request.method();
      case "scheme" -> request.scheme();
      case "host", "get_host" -> request.host();
      case "is_secure" -> request.isSecure();
      case "fullPath", "get_full_path" -> request.fullPath();
      case "build_absolute_uri" -> request.absoluteUri();
      case "queryString" -> request.queryString();
      case "query", "GET" -> last(request.query());
      case "post", "POST" -> last(request.post());
      case "headers" -> headers(request);
      case "cookies", "COOKIES" -> request.cookies();
      case "resolver_match" -> request.match().map(match -> named(request)).orElse(null);
      case "session" -> session(request);
      default -> request.named(name).orElse(TemplateObject.ABSENT);
    };
  }

  private static Map<String, Object> named(Request request) {
    Map<String, Object> values = new LinkedHashMap<>();
    request
        .match()
        .ifPresent(match -> {
          values.put("url_name", match.route().name().orElse(""));
          values.put("view_name", match.route().fullName().orElse(""));
          values.put("namespace", match.route().namespace());
          values.put("route", match.route().pattern());
          values.put("kwargs", match.named());
        });
    return values;
  }

  private static Map<String, String> last(MultiMap values) {
    Map<String, String> last = new LinkedHashMap<>();
    values.names().forEach(name -> last.put(name, values.get(name, "")));
    return last;
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : request.headers().names()) {
      values.put(name, request.headers().joined(name).orElse(""));
    }
    return values;
  }

  private static Object session(Request request) {
    Optional<Session> session = request.attribute(Session.KEY);
    return session.<Object>map(Session::asMap).orElse(TemplateObject.ABSENT);
  }
}
