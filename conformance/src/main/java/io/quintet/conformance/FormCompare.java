package io.quintet.conformance;

import io.quintet.core.text.HtmlValue;
import io.quintet.storage.UploadedFile;
import io.quintet.templates.values.PythonText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what forms gave. HTML counts as equal if it differs only in white space beside tags, of
 * which Django's templates leave much; numbers by value, but decimals by digits too.
 */
final class FormCompare {
  private FormCompare() {}

  static boolean same(@Nullable Object wanted, @Nullable Object found) {
    if (wanted instanceof Map<?, ?> a && found instanceof Map<?, ?> b) {
      return a.keySet().equals(b.keySet())
          && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
    }
    if (wanted instanceof Collection<?> a && found instanceof Collection<?> b) {
      return elements(a, b);
    }
    if (wanted instanceof HtmlValue || found instanceof HtmlValue) {
      return squeeze(html(wanted)).equals(squeeze(html(found)));
    }
    if (wanted instanceof UploadedFile a && found instanceof UploadedFile b) {
      return a.name().equals(b.name()) && a.size() == b.size();
    }
    if (found instanceof Instant moment) {
      return wanted instanceof OffsetDateTime time && time.toInstant().equals(moment)
          || wanted instanceof ZonedDateTime zoned && zoned.toInstant().equals(moment);
    }
    if (wanted instanceof BigDecimal a && found instanceof BigDecimal b) {
      return a.equals(b);
    }
    if (wanted instanceof Number a && found instanceof Number b && finite(a) && finite(b)) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }
    if (wanted == null || "".equals(wanted)) {
      return found == null || "".equals(found);
    }
    return wanted.equals(found);
  }

  private static boolean finite(Number number) {
    return Double.isFinite(number.doubleValue());
  }

  private static boolean elements(Collection<?> a, Collection<?> b) {
    Iterator<?> other = b.iterator();
    return a.size() == b.size() && a.stream().allMatch(one -> same(one, other.next()));
  }

  private static String html(@Nullable Object value) {
    return value instanceof HtmlValue html
        ? html.html()
        : value == null ? "" : PythonText.str(value);
  }

  private static String squeeze(String html) {
    return html.replace("value=\"True\"", "value=\"true\"")
        .replace("value=\"False\"", "value=\"false\"")
        .replaceAll("\\s+", " ")
        .replaceAll("\\s*(<[^>]*>)\\s*", "$1")
        .strip();
  }
}
