package io.quintet.templates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the URLs for {@code {% url %}}; the HTTP room implements it. */
@FunctionalInterface
public interface UrlResolver {
  /** The URL of a named route, or why there is none. */
  Result reverse(
      String name,
      List<@Nullable Object> arguments,
      Map<String, @Nullable Object> keywords,
      Context context);

  /** A URL or the reason that there is none. */
  sealed interface Result {
    /** The route's URL, not escaped. */
    record Found(String url) implements Result {}

    /** No route has the name, or none fits the arguments. */
    record NotFound(String reason) implements Result {}
  }
}
