package io.quintet.rest.openapi;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.rest.authentication.Authentication;
import io.quintet.rest.negotiation.Parser;
import io.quintet.rest.negotiation.Renderer;
import io.quintet.rest.serializers.Serializer;
import io.quintet.rest.viewsets.ApiRouter;
import io.quintet.rest.viewsets.ExtraAction;
import io.quintet.rest.viewsets.ReadOnlyViewSet;
import io.quintet.rest.viewsets.ViewSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operations of one view set. */
final class Paths {
  private final ApiRouter.Part part;
  private final ViewSet views;
  private final Schemas schemas;

  Paths(ApiRouter.Part part, Schemas schemas) {
    this.part = part;
    this.views = part.views();
    this.schemas = schemas;
  }

  void addTo(Map<String, Object> paths) {
    String list = "/" + part.prefix() + "/";
    String detail = list + "{" + views.lookup() + "}/";
    add(paths, list, false);
    for (ExtraAction extra : views.extraActions()) {
      extra(paths, (extra.isDetail() ? detail : list) + extra.name() + "/", extra);
    }
    add(paths, detail, true);
  }

  private void add(Map<String, Object> paths, String path, boolean detail) {
    Map<String, Object> item = new LinkedHashMap<>();
    if (detail) {
      item.put("parameters", List.of(lookup()));
    }
    views
        .methods(detail)
        .forEach((method, action) ->
            item.put(method.toLowerCase(Locale.ROOT), operation(method, action, detail)));
    if (!views.methods(detail).isEmpty()) {
      paths.put(path, item);
    }
  }

  private void extra(Map<String, Object> paths, String path, ExtraAction extra) {
    Map<String, Object> item = new LinkedHashMap<>();
    if (extra.isDetail()) {
      item.put("parameters", List.of(lookup()));
    }
    for (String method : extra.handlers().keySet()) {
      boolean several = extra.handlers().size() > 1;
      String action = extra.name() + (several ? "_" + method.toLowerCase(Locale.ROOT) : "");
      Map<String, Object> operation = start(action);
      if (!extra.summary().isEmpty()) {
        operation.put("summary", extra.summary());
      }
      boolean body = !method.equals("GET") && !method.equals("DELETE");
      Optional<Serializer<?, ?>> taken = body ? extra.takenSerializer() : Optional.empty();
      taken.ifPresent(s -> operation.put("requestBody", body(s, Schemas.Use.BODY)));
      Map<String, Object> responses = new LinkedHashMap<>();
      responses.put(
          "2XX",
          extra
              .returnedSerializer()
              .map(s -> answer("Done.", schemas.reference(s, Schemas.Use.ANSWER)))
              .orElseGet(() -> Map.of("description", "Done.")));
      operation.put("responses", responses);
      if (taken.isPresent()) {
        Errors.add(responses, "400", "415");
      }
      finish(operation, responses, extra.isDetail());
      item.put(method.toLowerCase(Locale.ROOT), operation);
    }
    paths.put(path, item);
  }

  private Map<String, Object> operation(String method, String action, boolean detail) {
    Map<String, Object> operation = start(action);
    Map<String, Object> responses = new LinkedHashMap<>();
    if (views instanceof ReadOnlyViewSet<?, ?> rows) {
      Serializer<?, ?> serializer = rows.serializer();
      Map<String, Object> shown = schemas.reference(serializer, Schemas.Use.ANSWER);
      operation.put("summary", summary(rows, action));
      switch (action) {
        case "list" -> {
          operation.put("parameters", new Parameters(rows).all());
          responses.put(
              "200", answer("A page of the list.", rows.pagination().schema(Schemas.list(shown))));
          Errors.add(responses, "400");
        }
        case "create" -> {
          operation.put("requestBody", body(serializer, Schemas.Use.BODY));
          responses.put("201", answer("The new object.", shown));
          Errors.add(responses, "400", "415");
        }
        case "update", "partial_update" -> {
          operation.put(
              "requestBody",
              body(serializer, action.equals("update") ? Schemas.Use.BODY : Schemas.Use.PARTIAL));
          responses.put("200", answer("The changed object.", shown));
          Errors.add(responses, "400", "415");
        }
        case "destroy" -> responses.put("204", Map.of("description", "The object is deleted."));
        default -> responses.put("200", answer("The object.", shown));
      }
    } else {
      responses.put("2XX", Map.of("description", "Done."));
    }
    operation.put("responses", responses);
    finish(operation, responses, detail);
    return operation;
  }

  private static String summary(ReadOnlyViewSet<?, ?> rows, String action) {
    String one = rows.model().verboseName();
    return switch (action) {
      case "list" -> "List " + rows.model().verboseNamePlural();
      case "create" -> "Create " + one;
      case "update" -> "Replace " + one;
      case "partial_update" -> "Change " + one;
      case "destroy" -> "Delete " + one;
      default -> "Show " + one;
    };
  }

  private Map<String, Object> start(String action) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", (part.baseName() + "_" + action).replace('-', '_'));
    operation.put("tags", List.of(part.prefix()));
    return operation;
  }

  private void finish(
      Map<String, Object> operation, Map<String, Object> responses, boolean detail) {
    List<Map<String, Object>> security = new ArrayList<>();
    for (Authentication way : views.authentication()) {
      security.add(Map.of(way.schemeName(), List.of()));
    }
    if (!security.isEmpty()) {
      security.add(Map.of());
      operation.put("security", security);
      Errors.add(responses, "401");
    }
    Errors.add(responses, "403");
    if (detail) {
      Errors.add(responses, "404");
    }
    Errors.add(responses, "429");
  }

  private Map<String, Object> lookup() {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", views.lookup());
    parameter.put("in", "path");
    parameter.put("required", true);
    Map<String, Object> schema = Map.of("type", "string");
    if (views instanceof ReadOnlyViewSet<?, ?> rows) {
      FieldMeta field =
          views.lookup().equals("pk")
              ? rows.model().primaryKey()
              : rows.model().field(views.lookup());
      schema = Types.schema(field.columnType());
      parameter.put(
          "description", "The " + field.verboseName() + " of the " + rows.model().verboseName());
    }
    parameter.put("schema", schema);
    return parameter;
  }

  private Map<String, Object> body(Serializer<?, ?> serializer, Schemas.Use use) {
    Map<String, Object> schema = Map.of("schema", schemas.reference(serializer, use));
    Map<String, Object> content = new LinkedHashMap<>();
    boolean files = schemas.hasFiles(serializer);
    for (Parser parser : views.parsers()) {
      if (!files || parser.mediaType().equals("multipart/form-data")) {
        content.put(parser.mediaType(), schema);
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("required", use == Schemas.Use.BODY);
    body.put("content", content);
    return body;
  }

  private Map<String, Object> answer(String description, Map<String, Object> schema) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (Renderer renderer : views.renderers()) {
      if (!renderer.mediaType().equals("text/html")) {
        content.put(renderer.mediaType(), Map.of("schema", schema));
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("description", description);
    answer.put("content", content);
    return answer;
  }
}
