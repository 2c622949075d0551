package io.quintet.storage;

import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Where uploads of one field go: a folder pattern with the date codes of {@code strftime}, such as
 * {@code covers/%Y/%m}.
 *
 * <p>Codes: {@code %Y} year, {@code %y} its last two digits, {@code %m} month, {@code %d} day,
 * {@code %j} day of the year, {@code %H} hour, {@code %M} minute, {@code %S} second, {@code %%} a
 * percent sign.
 *
 * @param pattern the pattern; empty for the root of the storage
 */
public record UploadTo(String pattern) {
  /**
   * A pattern.
   *
   * @throws IllegalArgumentException if it holds an unknown code
   * @throws UnsafeNameException if the folder would lead out of the storage
   */
  public UploadTo {
    while (pattern.endsWith("/")) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    String sample = expand(pattern, ZonedDateTime.parse("2000-01-01T00:00:00Z"));
    if (!sample.isEmpty()) {
      FileNames.check(sample);
    }
  }

  /**
   * The folder for a moment.
   *
   * @param now the moment, in the zone whose calendar names the folders
   * @return a relative folder without a slash at its end; empty for the root
   */
  public String folder(ZonedDateTime now) {
    return expand(pattern, now);
  }

  /**
   * The name to save an upload under.
   *
   * @param fileName the upload's name; only its last element is used, made safe
   * @param now the moment, in the zone whose calendar names the folders
   * @return a safe relative name; the storage makes it unique
   */
  public String name(String fileName, ZonedDateTime now) {
    String folder = folder(now);
    String last = FileNames.clean(fileName);
    return folder.isEmpty() ? last : folder + "/" + last;
  }

  private static String expand(String pattern, ZonedDateTime now) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c != '%') {
        out.append(c);
        continue;
      }
      if (++i == pattern.length()) {
        throw new IllegalArgumentException(
            "uploadTo \"%s\" ends in a lone %%: write %%%% for a percent sign".formatted(pattern));
      }
      out.append(
          switch (pattern.charAt(i)) {
            case 'Y' -> digits("%04d", now.getYear());
            case 'y' -> digits("%02d", Math.floorMod(now.getYear(), 100));
            case 'm' -> digits("%02d", now.getMonthValue());
            case 'd' -> digits("%02d", now.getDayOfMonth());
            case 'j' -> digits("%03d", now.getDayOfYear());
            case 'H' -> digits("%02d", now.getHour());
            case 'M' -> digits("%02d", now.getMinute());
            case 'S' -> digits("%02d", now.getSecond());
            case '%' -> "%";
            default ->
                throw new IllegalArgumentException(
                    "uploadTo \"%s\" holds the unknown code %%%s; allowed are %%Y %%y %%m %%d %%j %%H %%M %%S %%%%"
                        .formatted(pattern, pattern.charAt(i)));
          });
    }
    return out.toString();
  }

  private static String digits(String format, int value) {
    return String.format(Locale.ROOT, format, value);
  }
}
