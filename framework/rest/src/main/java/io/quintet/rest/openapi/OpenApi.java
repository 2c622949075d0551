package io.quintet.rest.openapi;

import io.quintet.rest.authentication.Authentication;
import io.quintet.rest.viewsets.ApiRouter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the OpenAPI 3.1 document of an API. */
public final class OpenApi {
  private OpenApi() {}

  /**
   * The document.
   *
   * @param router the API
   * @param base the address of its root, with or without a slash at its end
   */
  public static Map<String, Object> document(ApiRouter router, String base) {
    Schemas schemas = new Schemas();
    Map<String, Object> paths = new LinkedHashMap<>();
    Map<String, Object> security = new LinkedHashMap<>();
    for (ApiRouter.Part part : router.parts()) {
      new Paths(part, schemas).addTo(paths);
      for (Authentication way : part.views().authentication()) {
        security.putIfAbsent(way.schemeName(), way.scheme());
      }
    }
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", router.title());
    if (!router.description().isEmpty()) {
      info.put("description", router.description());
    }
    info.put("version", router.version());
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", schemas.all());
    components.put("responses", Errors.responses());
    if (!security.isEmpty()) {
      components.put("securitySchemes", security);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", info);
    document.put("servers", List.of(Map.of("url", base.replaceFirst("/$", ""))));
    document.put("tags", tags(router));
    document.put("paths", paths);
    document.put("components", components);
    return document;
  }

  private static List<Map<String, Object>> tags(ApiRouter router) {
    return router.parts().stream()
        .map(part -> {
          Map<String, Object> tag = new LinkedHashMap<>();
          tag.put("name", part.prefix());
          if (!part.views().description().isEmpty()) {
            tag.put("description", part.views().description());
          }
          return tag;
        })
        .toList();
  }
}
