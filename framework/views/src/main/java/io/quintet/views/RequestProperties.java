package io.quintet.views;

import io.quintet.http.Request;
import io.quintet.http.routing.Route;
import io.quintet.http.routing.RouteMatch;
import io.quintet.http.sessions.Session;
import io.quintet.templates.PropertyAccess;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates may read of {@code request}, and of its session the values by name. */
final class RequestProperties implements PropertyAccess {
  private static final Map<String, Getter> REQUEST =
      Map.ofEntries(
          Map.entry("path", target -> ((Request) target).path()),
          Map.entry("full_path", target -> ((Request) target).fullPath()),
          Map.entry("get_full_path", target -> ((Request) target).fullPath()),
          Map.entry("method", target -> ((Request) target).method()),
          Map.entry("scheme", target -> ((Request) target).scheme()),
          Map.entry("is_secure", target -> ((Request) target).isSecure()),
          Map.entry("host", target -> ((Request) target).host()),
          Map.entry("get_host", target -> ((Request) target).host()),
          Map.entry("absolute_uri", target -> ((Request) target).absoluteUri()),
          Map.entry("build_absolute_uri", target -> ((Request) target).absoluteUri()),
          Map.entry("query", target -> ((Request) target).query()),
          Map.entry("GET", target -> ((Request) target).query()),
          Map.entry("POST", target -> ((Request) target).post()),
          Map.entry("query_string", target -> ((Request) target).queryString()),
          Map.entry("session", target -> ((Request) target).session()),
          Map.entry("route", target -> route((Request) target)));

  private static @Nullable Object route(Request request) {
    return request.match().map(RouteMatch::route).flatMap(Route::fullName).orElse(null);
  }

  @Override
  public @Nullable Getter getter(Class<?> type, String name) {
    if (type == Request.class) {
      return REQUEST.get(name);
    }
    if (type == Session.class) {
      return target -> ((Session) target).get(name);
    }
    return type == io.quintet.core.MultiMap.class ? target -> value(target, name) : null;
  }

  private static @Nullable Object value(Object map, String name) {
    io.quintet.core.MultiMap values = (io.quintet.core.MultiMap) map;
    return switch (name) {
      case "urlencode" -> values.urlencode();
      default -> values.get(name);
    };
  }

  @Override
  public boolean knows(Class<?> type) {
    return type == Request.class || type == Session.class;
  }
}
