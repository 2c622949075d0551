package io.quintet.http;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.SiteContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The context processors of a site. */
public final class ContextProcessors {
  /** Where apps add theirs; of two that give the same name, the later wins. */
  public static final ExtensionPoint<ContextProcessor> POINT =
      ExtensionPoint.named("context processors");

  private ContextProcessors() {}

  /** All values for a request of the current site. */
  public static Map<String, Object> values(Request request) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ContextProcessor processor : SiteContext.current().extensions(POINT)) {
      values.putAll(processor.values(request));
    }
    return values;
  }
}
