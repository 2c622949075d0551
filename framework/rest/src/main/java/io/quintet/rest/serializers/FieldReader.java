package io.quintet.rest.serializers;

import io.quintet.orm.meta.FieldRule;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the value of one field by its shape. */
final class FieldReader {
  private FieldReader() {}

  static boolean isMany(SerializerField field) {
    return switch (field.shape()) {
      case Shape.Values v -> true;
      case Shape.Nested n -> n.many();
      case Shape.Related r -> r.many();
      case Shape.Words w -> w.many();
      case Shape.Value v -> false;
      case Shape.Upload u -> false;
    };
  }

  static boolean isBoolean(SerializerField field) {
    return field.shape() instanceof Shape.Value(FieldType.Bool b);
  }

  static boolean takesFile(SerializerField field) {
    return switch (field.shape()) {
      case Shape.Upload u -> true;
      case Shape.Value(FieldType.FileName f) -> true;
      case Shape.Value(FieldType.ImageName f) -> true;
      default -> false;
    };
  }

  /** The checked value. */
  static @Nullable Object read(SerializerField field, Object given, boolean partial) throws Wrong {
    return switch (field.shape()) {
      case Shape.Value v -> ScalarReader.read(v.type(), field, given);
      case Shape.Values v -> values(v.item(), field, given);
      case Shape.Upload u -> FileReader.checked(given, 0);
      case Shape.Nested n -> nested(n, field, given, partial);
      case Shape.Related r -> RelatedReader.read(r, field, given);
      case Shape.Words w -> throw new IllegalStateException(field.name() + " is read-only");
    };
  }

  static List<?> items(Object given) throws Wrong {
    if (given instanceof List<?> list) {
      return list;
    }
    throw Wrong.because(notAList(given));
  }

  private static String notAList(Object given) {
    return "Expected a list of items but got type \"" + Spoken.type(given) + "\".";
  }

  private static Object values(FieldType type, SerializerField field, Object given) throws Wrong {
    List<?> items = items(given);
    List<FieldRule> sizes =
        field.rules().stream()
            .filter(r -> r instanceof FieldRule.Size || r instanceof FieldRule.NotBlank)
            .toList();
    if (items.isEmpty() && sizes.stream().anyMatch(r -> r instanceof FieldRule.NotBlank)) {
      throw Wrong.because("This list may not be empty.");
    }
    SerializerField item = itemField(field, type);
    List<@Nullable Object> values = new ArrayList<>();
    Map<String, Object> errors = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        Object one = items.get(i);
        if (one == null) {
          throw Wrong.because("This field may not be null.");
        }
        values.add(ScalarReader.read(type, item, one));
      } catch (Wrong e) {
        errors.put(String.valueOf(i), e.errors);
      }
    }
    if (!errors.isEmpty()) {
      throw new Wrong(errors);
    }
    RuleCheck.size(sizes, values.size(), "elements");
    return values;
  }

  private static SerializerField itemField(SerializerField field, FieldType type) {
    return new SerializerField(
        field.name(),
        field.component(),
        new Shape.Value(type),
        false,
        false,
        true,
        false,
        false,
        List.of(),
        field.label(),
        "",
        null,
        "");
  }

  private static Object nested(
      Shape.Nested shape, SerializerField field, Object given, boolean partial) throws Wrong {
    Serializer<?, ?> serializer = shape.serializer().get();
    if (!shape.many()) {
      return checked(serializer, given, partial);
    }
    if (!(given instanceof List<?> items)) {
      throw new Wrong(Map.of(ValidationException.NON_FIELD, List.of(notAList(given))));
    }
    if (items.isEmpty() && field.rules().stream().anyMatch(r -> r instanceof FieldRule.NotBlank)) {
      throw new Wrong(
          Map.of(ValidationException.NON_FIELD, List.of("This list may not be empty.")));
    }
    List<Values> values = new ArrayList<>();
    Map<String, Object> errors = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        Object one = items.get(i);
        if (one == null) {
          throw Wrong.because("This field may not be null.");
        }
        values.add(checked(serializer, one, partial));
      } catch (Wrong e) {
        errors.put(String.valueOf(i), e.errors);
      }
    }
    if (!errors.isEmpty()) {
      throw new Wrong(errors);
    }
    return values;
  }

  private static <E> Values checked(Serializer<E, ?> serializer, Object given, boolean partial)
      throws Wrong {
    try {
      return serializer.validate(given, new Validation<E>(null, partial));
    } catch (ValidationException e) {
      throw new Wrong(e.errors());
    }
  }
}
