package io.quintet.core.text;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant, for "did you mean" in messages. */
public final class Nearest {
  private static final int LONGEST = 100;

  private Nearest() {}

  /** The candidate nearest to {@code word}, or empty when none is near. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    int best = Integer.MAX_VALUE;
    String nearest = "";
    for (String candidate : candidates) {
      int distance = distance(word, candidate);
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    int allowed = Math.max(2, word.length() / 3);
    return best <= allowed ? Optional.of(nearest) : Optional.empty();
  }

  /** {@code " (did you mean 'x'?)"}, or the empty text when no candidate is near. */
  public static String suggestion(String word, Collection<String> candidates) {
    return to(word, candidates).map(name -> " (did you mean '" + name + "'?)").orElse("");
  }

  /** Levenshtein's distance, two rows at a time; words past 100 characters are never near. */
  private static int distance(String a, String b) {
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return a.equals(b) ? 0 : Integer.MAX_VALUE;
    }
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
