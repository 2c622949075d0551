package io.quintet.http.routing;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The built-in converters: str, int, slug, uuid and path. */
final class Converters {
  private static final int LONG_DIGITS = 19;
  private static final int UUID_LENGTH = 36;

  /** A built-in converter with what it accepts as a regular expression. */
  private record BuiltIn<T>(
      String regex, boolean spansSlashes, Function<String, @Nullable T> reader)
      implements PathConverter<T> {
    @Override
    public @Nullable T parse(String text) {
      return reader.apply(text);
    }
  }

  static final Map<String, PathConverter<?>> BUILT_IN =
      Map.of(
          "str",
          new BuiltIn<String>("[^/]+", false, text -> text.indexOf('/') < 0 ? text : null),
          "int",
          new BuiltIn<Long>("[0-9]+", false, Converters::parseInt),
          "slug",
          new BuiltIn<String>(
              "[-a-zA-Z0-9_]+",
              false,
              text -> text.chars().allMatch(Converters::isSlugCharacter) ? text : null),
          "uuid",
          new BuiltIn<UUID>(
              "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
              false, Converters::parseUuid),
          "path",
          new BuiltIn<String>(".+", true, text -> text.indexOf('\n') < 0 ? text : null));

  private Converters() {}

  /** ASCII digits within a long; a longer number matches nothing, so it is a 404. */
  private static @Nullable Long parseInt(String text) {
    int zeros = 0;
    while (zeros < text.length() - 1 && text.charAt(zeros) == '0') {
      zeros++;
    }
    boolean fits =
        text.length() - zeros <= LONG_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!fits || text.isEmpty()) {
      return null;
    }
    try {
      return Long.parseLong(text, zeros, text.length(), 10);
    } catch (NumberFormatException beyondLong) {
      return null;
    }
  }

  private static boolean isSlugCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  private static @Nullable UUID parseUuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return null;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return null;
      }
    }
    return UUID.fromString(text);
  }
}
