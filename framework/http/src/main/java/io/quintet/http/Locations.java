package io.quintet.http;

import io.quintet.http.internal.Text;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Prepares addresses for the {@code Location} header. */
final class Locations {
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");
  private static final String PLAIN = "/#%[]=:;$&()+,!?*@'~-._";

  private Locations() {}

  /** The address with everything encoded that may not stand in a URI. */
  static String check(String url) {
    int colon = url.indexOf(':');
    int slash = indexOfAny(url, "/?#");
    if (colon >= 0 && (slash < 0 || colon < slash)) {
      String scheme = url.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (!SCHEMES.contains(scheme)) {
        throw new BadRequest(
            "A redirect to the scheme "
                + Text.quote(scheme)
                + " is refused; allowed: http, https, ftp.");
      }
    }
    StringBuilder out = new StringBuilder(url.length());
    for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
      int c = Byte.toUnsignedInt(b);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || (c < 0x80 && PLAIN.indexOf(c) >= 0);
      if (plain) {
        out.append((char) c);
      } else {
        out.append("%%%02X".formatted(c));
      }
    }
    return out.toString();
  }

  private static int indexOfAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
