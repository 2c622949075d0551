package io.quintet.conformance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recorded declaration of a form, field, widget or validator.
 *
 * @param data its options as recorded
 */
record FormSpec(Map<String, @Nullable Object> data) {
  private static final TypedValues VALUES = new TypedValues(null);

  static FormSpec of(@Nullable Object raw) {
    return raw instanceof String type
        ? new FormSpec(Map.of("type", type))
        : new FormSpec(Cases.object(raw));
  }

  String type() {
    return String.valueOf(data.get("type"));
  }

  boolean has(String option) {
    return data.get(option) != null;
  }

  boolean is(String option) {
    return Boolean.TRUE.equals(data.get(option));
  }

  boolean isNot(String option) {
    return Boolean.FALSE.equals(data.get(option));
  }

  @Nullable Object raw(String option) {
    return data.get(option);
  }

  @Nullable Object value(String option) {
    return VALUES.decode(data.get(option));
  }

  String text(String option, String absent) {
    return data.get(option) instanceof String text ? text : absent;
  }

  Number number(String option) {
    return value(option) instanceof Number number ? number : 0;
  }

  BigDecimal decimal(String option) {
    return new BigDecimal(String.valueOf(value(option)));
  }

  List<?> list(String option) {
    return value(option) instanceof List<?> list ? list : List.of();
  }

  String[] strings(String option) {
    return list(option).stream().map(String::valueOf).toArray(String[]::new);
  }

  Map<String, @Nullable Object> map(String option) {
    return Cases.object(value(option));
  }

  FormSpec spec(String option) {
    return of(data.get(option));
  }

  /** Leaves the case out if it has an option that is not built. */
  void allow(Set<String> common, String... more) {
    for (String option : data.keySet()) {
      if (!common.contains(option) && !List.of(more).contains(option)) {
        throw new Expected.Unsupported("not built yet: option " + type() + "." + option);
      }
    }
  }
}
