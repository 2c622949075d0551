package io.quintet.rest.openapi;

import io.quintet.orm.meta.FieldRule;
import io.quintet.orm.meta.FieldType;
import io.quintet.rest.serializers.Serializer;
import io.quintet.rest.serializers.SerializerField;
import io.quintet.rest.serializers.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the schemas of serializers: of answers, of bodies, and of partial bodies. */
final class Schemas {
  /** For what a schema is. */
  enum Use {
    ANSWER(""),
    BODY("Request"),
    PARTIAL("PatchRequest");

    final String suffix;

    Use(String suffix) {
      this.suffix = suffix;
    }
  }

  private final Map<String, Object> found = new LinkedHashMap<>();

  Schemas() {
    found.put(
        "Error",
        Map.of(
            "type", "object",
            "required", List.of("detail"),
            "properties", Map.of("detail", Map.of("type", "string"))));
    found.put(
        "ValidationError",
        Map.of(
            "type",
            "object",
            "description",
            "Texts by field; nested objects are nested. Texts about several fields stand under"
                + " non_field_errors.",
            "additionalProperties",
            true));
  }

  Map<String, Object> all() {
    return found;
  }

  Map<String, Object> reference(Serializer<?, ?> serializer, Use use) {
    String name = serializer.type().getSimpleName() + use.suffix;
    if (!found.containsKey(name)) {
      found.put(name, Map.of());
      found.put(name, object(serializer, use));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  boolean hasFiles(Serializer<?, ?> serializer) {
    return serializer.fields().stream()
        .filter(field -> !field.readOnly())
        .anyMatch(field ->
            switch (field.shape()) {
              case Shape.Upload u -> true;
              case Shape.Value(FieldType.FileName f) -> true;
              case Shape.Value(FieldType.ImageName f) -> true;
              default -> false;
            });
  }

  private Map<String, Object> object(Serializer<?, ?> serializer, Use use) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (SerializerField field : serializer.fields()) {
      if (use == Use.ANSWER ? field.writeOnly() : field.readOnly()) {
        continue;
      }
      properties.put(field.name(), property(field, use));
      if (use == Use.ANSWER || use == Use.BODY && field.required()) {
        required.add(field.name());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("properties", properties);
    return schema;
  }

  private Map<String, Object> property(SerializerField field, Use use) {
    Map<String, Object> schema = new LinkedHashMap<>(shape(field, use));
    if (field.nullable()) {
      schema = nullable(schema);
    }
    if (!field.label().isEmpty()) {
      schema.put("title", field.label());
    }
    if (!field.helpText().isEmpty()) {
      schema.put("description", field.helpText());
    }
    if (use == Use.ANSWER && field.readOnly()) {
      schema.put("readOnly", true);
    }
    if (field.writeOnly()) {
      schema.put("writeOnly", true);
    }
    return schema;
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    if (schema.get("type") instanceof String type) {
      schema.put("type", List.of(type, "null"));
      if (schema.get("enum") instanceof List<?> values) {
        List<Object> more = new ArrayList<>(values);
        more.add(null);
        schema.put("enum", more);
      }
      return schema;
    }
    if (schema.isEmpty()) {
      return schema;
    }
    Map<String, Object> either = new LinkedHashMap<>();
    either.put("anyOf", List.of(schema, Map.of("type", "null")));
    return either;
  }

  private Map<String, Object> shape(SerializerField field, Use use) {
    return switch (field.shape()) {
      case Shape.Value v -> withRules(Types.schema(v.type()), field.rules());
      case Shape.Values v -> sized(list(Types.schema(v.item())), field.rules());
      case Shape.Upload u -> Types.file();
      case Shape.Nested n -> {
        Map<String, Object> inner = reference(n.serializer().get(), use);
        yield n.many() ? list(inner) : inner;
      }
      case Shape.Related r -> {
        Map<String, Object> key = Types.schema(r.by().columnType());
        yield r.many() ? list(key) : key;
      }
      case Shape.Words w -> w.many() ? list(Map.of("type", "string")) : Map.of("type", "string");
    };
  }

  static Map<String, Object> list(Map<String, Object> items) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", items);
    return schema;
  }

  private static Map<String, Object> sized(Map<String, Object> schema, List<FieldRule> rules) {
    for (FieldRule rule : rules) {
      if (rule instanceof FieldRule.Size size) {
        if (size.min() > 0) {
          schema.put("minItems", size.min());
        }
        if (size.max() < Integer.MAX_VALUE) {
          schema.put("maxItems", size.max());
        }
      }
    }
    return schema;
  }

  private static Map<String, Object> withRules(Map<String, Object> schema, List<FieldRule> rules) {
    boolean number = "integer".equals(schema.get("type")) || "number".equals(schema.get("type"));
    boolean text = "string".equals(schema.get("type")) && !schema.containsKey("enum");
    for (FieldRule rule : rules) {
      switch (rule) {
        case FieldRule.Min min when number -> schema.put("minimum", min.value());
        case FieldRule.Max max when number -> schema.put("maximum", max.value());
        case FieldRule.Size size when text -> {
          if (size.min() > 0) {
            schema.put("minLength", size.min());
          }
          if (size.max() < Integer.MAX_VALUE) {
            schema.put("maxLength", size.max());
          }
        }
        case FieldRule.NotBlank blank when text -> schema.putIfAbsent("minLength", 1);
        case FieldRule.Pattern p when text ->
            schema.put("pattern", "^(?:" + p.regexp().pattern() + ")$");
        case FieldRule.Email e when text -> schema.put("format", "email");
        default -> {
          // said by the type
        }
      }
    }
    return schema;
  }
}
