package io.quintet.rest.browsable;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.views.Shortcuts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of the OpenAPI document. */
public final class DocsPage {
  private DocsPage() {}

  /** The page of the API with a title and a root. */
  public static Response show(Request request, String title, String schemaUrl) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(ApiPage.frame(request));
    values.put("title", title);
    values.put("schemaUrl", schemaUrl);
    return Shortcuts.render(request, "rest/docs.html", values);
  }
}
