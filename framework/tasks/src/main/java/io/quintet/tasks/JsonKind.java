package io.quintet.tasks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a JSON value is, in words, for error messages that must not print the value. */
final class JsonKind {
  private JsonKind() {}

  static String of(@Nullable Object json) {
    return switch (json) {
      case null -> "null";
      case String ignored -> "a text";
      case Boolean ignored -> "a boolean";
      case Number ignored -> "a number";
      case List<?> ignored -> "a list";
      case Map<?, ?> ignored -> "an object";
      default -> json.getClass().getName();
    };
  }

  static CodecException mismatch(String expected, @Nullable Object found) {
    return new CodecException("expected " + expected + " but found " + of(found));
  }
}
