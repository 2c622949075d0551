package io.quintet.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The differences of forms that the types of Java bring with them. */
final class FormLimits {
  private FormLimits() {}

  /** The outcome of a case that gave something else: what the reason is, or a failure. */
  static Outcome excuse(Case one, @Nullable Object wanted, @Nullable Object found) {
    FormSpec input = FormSpec.of(one.get("input"));
    FormSpec field = input.spec("field");
    String shownFound = String.valueOf(found);
    String type = field.type();
    if (type.equals("FloatField") && FormCompare.same(wanted, wholeLimits(found))) {
      return cannot("a whole limit of a number in floating point, which prints with .0");
    }
    if (type.equals("DateTimeField") && input.text("value", "").endsWith("Z")) {
      return cannot("an offset sent to a field without one (LocalDateTime has none)");
    }
    if (input.raw("value") instanceof Map<?, ?> upload && "".equals(upload.get("name"))) {
      return cannot("an uploaded file without a name, which no request gives");
    }
    if (input.spec("widget").type().startsWith("SplitHidden")) {
      return cannot("a hidden input in the format of a language; hidden values are ISO 8601 here");
    }
    if (type.equals("JSONField")
        && List.of("NaN", "Infinity", "-Infinity").contains(input.text("value", ""))) {
      return cannot("NaN in JSON, which the standard does not have");
    }
    if (type.equals("TypedMultipleChoiceField") && field.text("coerce", "str").equals("int")) {
      return cannot("a choice that is no value of the field's type");
    }
    if (type.equals("URLField") && input.raw("value") instanceof List<?>) {
      return cannot("a list sent to a field of text");
    }
    return new Outcome.Failed(String.valueOf(wanted), shownFound);
  }

  /** The errors with whole numbers where a limit prints with a zero behind its point. */
  private static @Nullable Object wholeLimits(@Nullable Object found) {
    return switch (found) {
      case List<?> list -> list.stream().map(FormLimits::wholeLimits).toList();
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> whole = new LinkedHashMap<>();
        map.forEach((name, value) -> whole.put(name, wholeLimits(value)));
        yield whole;
      }
      case String text -> text.replaceAll("(?<=\\d)\\.0(?!\\d)", "");
      case null, default -> found;
    };
  }

  private static Outcome cannot(String reason) {
    return new Outcome.Unsupported("cannot apply to Java: " + reason);
  }
}
