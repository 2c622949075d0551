package io.quintet.rest.browsable;

import io.quintet.core.json.Json;
import io.quintet.http.HttpError;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.negotiation.Parser;
import io.quintet.rest.permissions.Permission;
import io.quintet.rest.serializers.Serializer;
import io.quintet.rest.serializers.SerializerField;
import io.quintet.rest.viewsets.ExtraAction;
import io.quintet.rest.viewsets.ReadOnlyViewSet;
import io.quintet.rest.viewsets.ViewSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms for the requests that an address allows and the client may make. */
final class ApiForms {
  private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "DELETE");

  private final ApiRequest request;
  private final ApiResponse response;
  private final List<String> allowed;

  ApiForms(ApiRequest request, ApiResponse response, List<String> allowed) {
    this.request = request;
    this.response = response;
    this.allowed = allowed;
  }

  List<Map<String, Object>> all() {
    List<Map<String, Object>> found = new ArrayList<>();
    for (String method : METHODS) {
      if (allowed.contains(method) && may(method)) {
        found.add(method.equals("DELETE") ? Map.of("method", method) : form(method));
      }
    }
    return found;
  }

  private boolean may(String method) {
    ApiRequest asked = request.withMethod(method);
    try {
      for (Permission permission : request.endpoint().permissions(asked)) {
        if (!permission.allows(asked)) {
          return false;
        }
      }
      return true;
    } catch (HttpError refused) {
      return false;
    }
  }

  private Map<String, Object> form(String method) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("method", method);
    Optional<? extends Serializer<?, ?>> serializer = serializer();
    Map<?, ?> shown =
        !method.equals("POST") && response.status() < 400 && response.data() instanceof Map<?, ?> m
            ? m
            : Map.of();
    List<SerializerField> fields =
        serializer
            .map(s -> s.fields().stream().filter(f -> !f.readOnly()).toList())
            .orElse(List.of());
    FieldsHtml html = new FieldsHtml(method, fields, shown);
    form.put("fieldsHtml", method.equals("PATCH") || !html.isComplete() ? "" : html.text());
    form.put("isMultipart", html.hasFiles());
    form.put("rawBody", raw(fields, shown));
    form.put(
        "mediaTypes",
        request.endpoint().parsers().stream()
            .map(Parser::mediaType)
            .filter(type -> !type.startsWith("multipart/"))
            .toList());
    return form;
  }

  private Optional<? extends Serializer<?, ?>> serializer() {
    if (request.endpoint() instanceof ViewSet views) {
      for (ExtraAction extra : views.extraActions()) {
        if (extra.name().equals(request.action())) {
          return extra.takenSerializer();
        }
      }
    }
    return request.endpoint() instanceof ReadOnlyViewSet<?, ?> views
        ? Optional.of(views.serializer(request))
        : Optional.empty();
  }

  private static String raw(List<SerializerField> fields, Map<?, ?> shown) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    for (SerializerField field : fields) {
      body.put(field.name(), shown.get(field.name()));
    }
    return body.isEmpty() ? "" : Json.writePretty(body);
  }
}
