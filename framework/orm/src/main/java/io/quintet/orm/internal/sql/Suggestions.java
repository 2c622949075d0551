package io.quintet.orm.internal.sql;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that was probably meant. */
public final class Suggestions {
  private static final int MAX_SHOWN = 60;

  private Suggestions() {}

  /** {@code " Did you mean "title"?"}, or nothing. */
  public static String near(String name, Collection<String> known) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return least <= Math.max(1, name.length() / 3) ? " Did you mean \"" + best + "\"?" : "";
  }

  /** A name from outside as it may stand in a message: short, without control characters. */
  public static String shown(String name) {
    StringBuilder out = new StringBuilder();
    name.chars()
        .limit(MAX_SHOWN)
        .forEach(c -> out.append(Character.isISOControl(c) ? '?' : (char) c));
    return name.length() > MAX_SHOWN ? out + "..." : out.toString();
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 10) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
