package io.quintet.http;

import java.util.Map;

/**
 * Adds values to every template that is rendered for a request, such as {@code user} or {@code
 * messages}.
 */
@FunctionalInterface
public interface ContextProcessor {
  /** The values by name; called for each rendering, so it should be lazy about costly ones. */
  Map<String, Object> values(Request request);
}
