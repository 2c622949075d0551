package io.quintet.http.routing;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The built-in converters: str, int, slug, uuid and path. */
final class Converters {
  private static final int LONG_DIGITS = 19;
  private static final int UUID_LENGTH = 36;

  private static final PathConverter<String> PATH =
      new PathConverter<>() {
        @Override
        public String parse(String text) {
          return text;
        }

        @Override
        public boolean spansSlashes() {
          return true;
        }
      };

  static final Map<String, PathConverter<?>> BUILT_IN =
      Map.of(
          "str",
          text -> text.indexOf('/') < 0 ? text : null,
          "int",
          Converters::parseInt,
          "slug",
          text -> text.chars().allMatch(Converters::isSlugCharacter) ? text : null,
          "uuid",
          Converters::parseUuid,
          "path",
          PATH);

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
