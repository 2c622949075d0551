package io.quintet.rest.openapi;

import io.quintet.orm.meta.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON schemas of plain values. */
final class Types {
  private Types() {}

  static Map<String, Object> file() {
    return of("string", "contentMediaType", "application/octet-stream");
  }

  static Map<String, Object> schema(FieldType type) {
    return switch (type) {
      case FieldType.Chars t -> text(t.maxLength());
      case FieldType.LongText t -> of("string");
      case FieldType.Slug t -> {
        Map<String, Object> schema = text(t.maxLength());
        schema.put("pattern", "^[-a-zA-Z0-9_]+$");
        yield schema;
      }
      case FieldType.Email t -> {
        Map<String, Object> schema = text(t.maxLength());
        schema.put("format", "email");
        yield schema;
      }
      case FieldType.Url t -> {
        Map<String, Object> schema = text(t.maxLength());
        schema.put("format", "uri");
        yield schema;
      }
      case FieldType.IpAddress t ->
          switch (t.protocol()) {
            case BOTH ->
                of("string", "anyOf", List.of(Map.of("format", "ipv4"), Map.of("format", "ipv6")));
            case IPV4 -> of("string", "format", "ipv4");
            case IPV6 -> of("string", "format", "ipv6");
          };
      case FieldType.Int16 t -> whole(Short.MIN_VALUE, Short.MAX_VALUE);
      case FieldType.Int32 t -> of("integer", "format", "int32");
      case FieldType.Int64 t -> of("integer", "format", "int64");
      case FieldType.Identity t -> of("integer", "format", "int64");
      case FieldType.Float64 t -> of("number", "format", "double");
      case FieldType.Decimal t -> decimal(t);
      case FieldType.Bool t -> of("boolean");
      case FieldType.Date t -> of("string", "format", "date");
      case FieldType.Time t -> of("string", "format", "time");
      case FieldType.DateTime t -> of("string", "format", "date-time");
      case FieldType.Timestamp t -> of("string", "format", "date-time");
      case FieldType.Span t ->
          of("string", "pattern", "^(-?\\d+ )?(\\d{2}:\\d{2}:\\d{2}(\\.\\d{6})?)$");
      case FieldType.Uuid t -> of("string", "format", "uuid");
      case FieldType.Choices t -> {
        Map<String, Object> schema = of("string");
        schema.put("enum", t.choices().stream().map(FieldType.Choice::value).toList());
        yield schema;
      }
      case FieldType.FileName t -> of("string", "format", "uri");
      case FieldType.ImageName t -> of("string", "format", "uri");
      case FieldType.JsonValue t -> new LinkedHashMap<>();
      case FieldType.Array t -> {
        Map<String, Object> schema = of("array");
        schema.put("items", schema(t.element()));
        yield schema;
      }
      case FieldType.Converted t -> schema(t.held());
      case FieldType.Bytes t -> of("string", "contentEncoding", "base64");
      case FieldType.Reference t -> of("integer");
    };
  }

  private static Map<String, Object> decimal(FieldType.Decimal type) {
    if (type.decimalPlaces() < 0) {
      return of("string", "format", "decimal");
    }
    int whole = type.maxDigits() - type.decimalPlaces();
    Map<String, Object> schema = of("string", "format", "decimal");
    schema.put("pattern", "^-?\\d{0,%d}(?:\\.\\d{0,%d})?$".formatted(whole, type.decimalPlaces()));
    return schema;
  }

  private static Map<String, Object> whole(long min, long max) {
    Map<String, Object> schema = of("integer", "minimum", min);
    schema.put("maximum", max);
    return schema;
  }

  private static Map<String, Object> text(int max) {
    return max > 0 ? of("string", "maxLength", max) : of("string");
  }

  private static Map<String, Object> of(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }

  private static Map<String, Object> of(String type, String name, Object value) {
    Map<String, Object> schema = of(type);
    schema.put(name, value);
    return schema;
  }
}
