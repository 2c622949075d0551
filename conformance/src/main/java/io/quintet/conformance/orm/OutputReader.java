package io.quintet.conformance.orm;

import io.quintet.orm.meta.FieldType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the output types of expressions. */
final class OutputReader {
  private static final Map<String, FieldType> TYPES =
      Map.ofEntries(
          Map.entry("int", new FieldType.Int32()),
          Map.entry("bigint", new FieldType.Int64()),
          Map.entry("float", new FieldType.Float64()),
          Map.entry("char", new FieldType.Chars(255)),
          Map.entry("text", new FieldType.LongText()),
          Map.entry("bool", new FieldType.Bool()),
          Map.entry("date", new FieldType.Date()),
          Map.entry("datetime", new FieldType.Timestamp()),
          Map.entry("time", new FieldType.Time()),
          Map.entry("duration", new FieldType.Span()),
          Map.entry("uuid", new FieldType.Uuid()),
          Map.entry("json", new FieldType.JsonValue()));

  private OutputReader() {}

  static FieldType of(@Nullable Object raw) {
    if (raw instanceof Map<?, ?> map) {
      List<@Nullable Object> digits = Raw.list(map.get("decimal"));
      return new FieldType.Decimal(number(digits.get(0)), number(digits.get(1)));
    }
    FieldType type = TYPES.get(String.valueOf(raw));
    if (type == null) {
      throw new Unwritable("not built yet: output type " + raw);
    }
    return type;
  }

  static int number(@Nullable Object raw) {
    return Math.toIntExact((Long) Values.present(raw));
  }
}
