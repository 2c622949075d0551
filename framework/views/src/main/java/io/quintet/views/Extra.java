package io.quintet.views;

import io.quintet.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that a generic view adds to its page, beside those it gives itself. */
final class Extra {
  private static final Function<Request, Map<String, Object>> NONE = request -> Map.of();

  private final Function<Request, ? extends Map<String, ?>> more;

  private Extra(Function<Request, ? extends Map<String, ?>> more) {
    this.more = more;
  }

  static Extra none() {
    return new Extra(NONE);
  }

  /** These, and those of the function. */
  Extra and(Function<Request, ? extends Map<String, ?>> values) {
    return new Extra(request -> {
      Map<String, Object> all = new LinkedHashMap<>(more.apply(request));
      all.putAll(values.apply(request));
      return all;
    });
  }

  /** The values of the view overlaid with the added ones. */
  Map<String, @Nullable Object> over(Request request, Map<String, ? extends @Nullable Object> own) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(own);
    all.putAll(more.apply(request));
    return all;
  }
}
