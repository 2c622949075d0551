package io.quintet.rest.serializers;

import io.quintet.orm.meta.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single values, as they stand in addresses and query strings. */
public final class Inputs {
  private Inputs() {}

  /**
   * The value of a type that a text stands for.
   *
   * @throws ValidationException when it stands for none; its errors are a list of texts
   */
  public static @Nullable Object read(FieldType type, Object given) {
    SerializerField plain =
        new SerializerField(
            "value",
            "value",
            new Shape.Value(type),
            false,
            false,
            true,
            false,
            true,
            List.of(),
            "value",
            "",
            null,
            "");
    try {
      return ScalarReader.read(type, plain, given);
    } catch (Wrong e) {
      throw ValidationException.errors(e.errors);
    }
  }
}
