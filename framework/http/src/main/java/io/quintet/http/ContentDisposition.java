package io.quintet.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code Content-Disposition} so that no file name can break out of it (RFC 6266, RFC 5987).
 */
public final class ContentDisposition {
  private ContentDisposition() {}

  /** To be saved by the browser, under the name if there is one. */
  public static String attachment(@Nullable String fileName) {
    return fileName == null || fileName.isEmpty()
        ? "attachment"
        : "attachment; " + parameter(fileName);
  }

  /** To be shown by the browser; the name is used if the visitor saves it. */
  public static String inline(String fileName) {
    return fileName.isEmpty() ? "inline" : "inline; " + parameter(fileName);
  }

  private static String parameter(String fileName) {
    boolean plain = fileName.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    return plain
        ? "filename=\"" + fileName.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : "filename*=utf-8''" + percentEncode(fileName);
  }

  private static String percentEncode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = Byte.toUnsignedInt(b);
      boolean safe =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (safe) {
        out.append((char) c);
      } else {
        out.append("%%%02X".formatted(c));
      }
    }
    return out.toString();
  }
}
