package io.quintet.core.settings;

import java.util.Locale;

/**
 * A number of bytes, with its unit in the type. Text such as {@code 512}, {@code 10k}, {@code
 * 2.5MB} or {@code 1 GiB} is understood; k, M, G are powers of 1,024.
 *
 * @param bytes not negative
 */
public record DataSize(long bytes) implements Comparable<DataSize> {

  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("A size cannot be negative: " + bytes);
    }
  }

  /** That many bytes. */
  public static DataSize ofBytes(long bytes) {
    return new DataSize(bytes);
  }

  /** That many kibibytes. */
  public static DataSize ofKilobytes(long kilobytes) {
    return new DataSize(Math.multiplyExact(kilobytes, 1024L));
  }

  /** That many mebibytes. */
  public static DataSize ofMegabytes(long megabytes) {
    return new DataSize(Math.multiplyExact(megabytes, 1024L * 1024));
  }

  /**
   * Reads a size.
   *
   * @throws IllegalArgumentException if it is no number with an optional unit
   */
  public static DataSize parse(String text) {
    String compact = text.strip().toLowerCase(Locale.ROOT).replace(" ", "");
    int end = 0;
    while (end < compact.length()
        && (Character.isDigit(compact.charAt(end)) || compact.charAt(end) == '.')) {
      end++;
    }
    long factor =
        switch (compact.substring(end)) {
          case "", "b" -> 1L;
          case "k", "kb", "kib" -> 1024L;
          case "m", "mb", "mib" -> 1024L * 1024;
          case "g", "gb", "gib" -> 1024L * 1024 * 1024;
          default ->
              throw new IllegalArgumentException(
                  "'" + text + "' is not a size: write it as 512, 10k, 25MB or 1GB");
        };
    if (end == 0 || end > 15) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a size: write it as 512, 10k, 25MB or 1GB");
    }
    return new DataSize((long) (Double.parseDouble(compact.substring(0, end)) * factor));
  }

  @Override
  public int compareTo(DataSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /** The shortest exact form: {@code 10MB}, {@code 1536k}, {@code 700}. */
  @Override
  public String toString() {
    if (bytes >= 1L << 30 && bytes % (1L << 30) == 0) {
      return (bytes >> 30) + "GB";
    }
    if (bytes >= 1L << 20 && bytes % (1L << 20) == 0) {
      return (bytes >> 20) + "MB";
    }
    return bytes >= 1024 && bytes % 1024 == 0 ? (bytes >> 10) + "k" : Long.toString(bytes);
  }
}
