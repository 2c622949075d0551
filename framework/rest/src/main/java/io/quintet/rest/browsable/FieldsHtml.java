package io.quintet.rest.browsable;

import io.quintet.core.text.Html;
import io.quintet.orm.meta.FieldType;
import io.quintet.rest.serializers.SerializerField;
import io.quintet.rest.serializers.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs of a form, called as the API calls its fields. */
final class FieldsHtml {
  private final String method;
  private final List<SerializerField> fields;
  private final Map<?, ?> values;

  FieldsHtml(String method, List<SerializerField> fields, Map<?, ?> values) {
    this.method = method;
    this.fields = fields;
    this.values = values;
  }

  /** Whether a form can send every field; nested objects and JSON need raw text. */
  boolean isComplete() {
    return !fields.isEmpty()
        && fields.stream()
            .noneMatch(field ->
                field.shape() instanceof Shape.Nested
                    || field.shape() instanceof Shape.Value(FieldType.JsonValue j));
  }

  boolean hasFiles() {
    return fields.stream().anyMatch(FieldsHtml::isFile);
  }

  private static boolean isFile(SerializerField field) {
    return switch (field.shape()) {
      case Shape.Upload u -> true;
      case Shape.Value(FieldType.FileName f) -> true;
      case Shape.Value(FieldType.ImageName f) -> true;
      default -> false;
    };
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (SerializerField field : fields) {
      String id =
          Html.escape(method.toLowerCase(java.util.Locale.ROOT) + "-" + field.name()).toString();
      out.append("<div class=\"field\"><label for=\"")
          .append(id)
          .append("\">")
          .append(Html.escape(field.label().isEmpty() ? field.name() : field.label()))
          .append("</label>")
          .append(input(field, id));
      if (!field.helpText().isEmpty()) {
        out.append("<div class=\"field-help\">")
            .append(Html.escape(field.helpText()))
            .append("</div>");
      }
      out.append("</div>");
    }
    return out.toString();
  }

  private String input(SerializerField field, String id) {
    String name = "id=\"" + id + "\" name=\"" + Html.escape(field.name()) + "\"";
    String required = field.required() ? " required" : "";
    Object value = values.get(field.name());
    if (isFile(field)) {
      return "<input type=\"file\" " + name + required + ">";
    }
    return switch (field.shape()) {
      case Shape.Value(FieldType.Choices type) -> select(name + required, field, type, value);
      case Shape.Value(FieldType.Bool type) ->
          "<input type=\"checkbox\" value=\"true\" "
              + name
              + (Boolean.TRUE.equals(value) ? " checked" : "")
              + ">";
      case Shape.Value(FieldType.LongText type) ->
          "<textarea rows=\"4\" " + name + required + ">" + escaped(value) + "</textarea>";
      case Shape.Value v -> plain(type(v.type()), name + required, value);
      default -> plain("text", name + required, value instanceof List<?> ? null : value);
    };
  }

  private static String plain(String type, String attributes, @Nullable Object value) {
    return "<input type=\"" + type + "\" " + attributes + " value=\"" + escaped(value) + "\">";
  }

  private static String select(
      String attributes, SerializerField field, FieldType.Choices type, @Nullable Object value) {
    StringBuilder out = new StringBuilder("<select " + attributes + ">");
    if (!field.required()) {
      out.append("<option value=\"\"></option>");
    }
    for (FieldType.Choice choice : type.choices()) {
      out.append("<option value=\"")
          .append(Html.escape(choice.value()))
          .append(choice.value().equals(value) ? "\" selected>" : "\">")
          .append(Html.escape(choice.label()))
          .append("</option>");
    }
    return out.append("</select>").toString();
  }

  private static String type(FieldType type) {
    return switch (type) {
      case FieldType.Email t -> "email";
      case FieldType.Url t -> "url";
      case FieldType.Date t -> "date";
      case FieldType.Int16 t -> "number";
      case FieldType.Int32 t -> "number";
      case FieldType.Int64 t -> "number";
      default -> "text";
    };
  }

  private static String escaped(@Nullable Object value) {
    return value == null ? "" : Html.escape(value.toString()).toString();
  }
}
