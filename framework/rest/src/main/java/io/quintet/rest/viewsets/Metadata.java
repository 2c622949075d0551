package io.quintet.rest.viewsets;

import io.quintet.http.HttpError;
import io.quintet.orm.meta.FieldRule;
import io.quintet.orm.meta.FieldType;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.negotiation.Parser;
import io.quintet.rest.negotiation.Renderer;
import io.quintet.rest.permissions.Permission;
import io.quintet.rest.serializers.Serializer;
import io.quintet.rest.serializers.SerializerField;
import io.quintet.rest.serializers.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What OPTIONS answers: name, formats, and the fields that can be written. */
final class Metadata {
  private Metadata() {}

  static Map<String, Object> of(
      Endpoint endpoint, ApiRequest request, Map<String, Dispatcher.Action> actions) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", endpoint.title());
    body.put("description", endpoint.description());
    body.put("renders", endpoint.renderers().stream().map(Renderer::mediaType).toList());
    body.put("parses", endpoint.parsers().stream().map(Parser::mediaType).toList());
    if (endpoint instanceof ReadOnlyViewSet<?, ?> views) {
      Map<String, Object> writable = new LinkedHashMap<>();
      for (String method : List.of("PUT", "POST")) {
        if (actions.containsKey(method) && mayWrite(endpoint, request.withMethod(method))) {
          writable.put(method, fields(views.serializer(request)));
        }
      }
      if (!writable.isEmpty()) {
        body.put("actions", writable);
      }
    }
    return body;
  }

  private static boolean mayWrite(Endpoint endpoint, ApiRequest request) {
    try {
      for (Permission permission : endpoint.permissions(request)) {
        if (!permission.allows(request)) {
          return false;
        }
      }
      return true;
    } catch (HttpError refused) {
      return false;
    }
  }

  private static Map<String, Object> fields(Serializer<?, ?> serializer) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (SerializerField field : serializer.fields()) {
      found.put(field.name(), field(field));
    }
    return found;
  }

  private static Map<String, Object> field(SerializerField field) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("type", type(field));
    out.put("required", field.required());
    out.put("read_only", field.readOnly());
    out.put("label", capitalised(field.label()));
    if (!field.helpText().isEmpty()) {
      out.put("help_text", field.helpText());
    }
    if (field.shape() instanceof Shape.Value value) {
      limits(field, value.type(), out);
    }
    if (field.shape() instanceof Shape.Nested nested) {
      Map<String, Object> inner = fields(nested.serializer().get());
      if (nested.many()) {
        out.put(
            "child",
            Map.of(
                "type", "nested object", "required", false, "read_only", false, "children", inner));
      } else {
        out.put("children", inner);
      }
    }
    return out;
  }

  private static void limits(SerializerField field, FieldType type, Map<String, Object> out) {
    for (FieldRule rule : field.rules()) {
      switch (rule) {
        case FieldRule.Size size when size.min() > 0 -> out.put("min_length", size.min());
        case FieldRule.Min min -> out.put("min_value", min.value());
        case FieldRule.Max max -> out.put("max_value", max.value());
        default -> {
          // not shown
        }
      }
    }
    if (type.isText() && type.maxLengthOrZero() > 0) {
      out.put("max_length", type.maxLengthOrZero());
    }
    if (type instanceof FieldType.Choices choices) {
      out.put(
          "choices",
          choices.choices().stream()
              .map(c -> Map.of("value", c.value(), "display_name", c.label()))
              .toList());
    }
  }

  private static String type(SerializerField field) {
    return switch (field.shape()) {
      case Shape.Values v -> "list";
      case Shape.Upload u -> "file upload";
      case Shape.Nested n -> n.many() ? "list" : "nested object";
      case Shape.Related r -> "field";
      case Shape.Words w -> "field";
      case Shape.Value(FieldType type) ->
          switch (type.held()) {
            case FieldType.Array t -> "list";
            case FieldType.Converted t -> "field";
            case FieldType.Chars t -> "string";
            case FieldType.LongText t -> "string";
            case FieldType.Slug t -> "slug";
            case FieldType.Email t -> "email";
            case FieldType.Url t -> "url";
            case FieldType.Int16 t -> "integer";
            case FieldType.Int32 t -> "integer";
            case FieldType.Int64 t -> "integer";
            case FieldType.Identity t -> "integer";
            case FieldType.Float64 t -> "float";
            case FieldType.Decimal t -> "decimal";
            case FieldType.Bool t -> "boolean";
            case FieldType.Date t -> "date";
            case FieldType.Time t -> "time";
            case FieldType.DateTime t -> "datetime";
            case FieldType.Timestamp t -> "datetime";
            case FieldType.Uuid t -> "string";
            case FieldType.Choices t -> "choice";
            case FieldType.FileName t -> "file upload";
            case FieldType.ImageName t -> "image upload";
            case FieldType.IpAddress t -> "string";
            case FieldType.Span t -> "field";
            case FieldType.JsonValue t -> "field";
            case FieldType.Bytes t -> "field";
            case FieldType.Reference t -> "field";
          };
    };
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
