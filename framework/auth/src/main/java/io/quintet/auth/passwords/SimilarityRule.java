package io.quintet.auth.passwords;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A password must not be like the user's name or address.
 *
 * <p>The measure is the upper bound of Ratcliff and Obershelp's ratio that Python's difflib calls
 * {@code quick_ratio}: twice the number of shared characters, order ignored, by the sum of both
 * lengths.
 *
 * @param mostSimilar the ratio from which on two texts are too alike: above 0.1, at most 1
 */
public record SimilarityRule(double mostSimilar) implements PasswordRule {
  static final double MOST_SIMILAR = 0.7;
  private static final double SHORTEST_USEFUL = 0.1;
  private static final int LONGEST = 4096;

  /** Checks the bound. */
  public SimilarityRule {
    if (mostSimilar < SHORTEST_USEFUL) {
      throw new IllegalArgumentException("max_similarity must be at least 0.1");
    }
  }

  @Override
  public String help() {
    return "Your password can\u2019t be too similar to your other personal information.";
  }

  @Override
  public Optional<Violation> check(String password, Map<String, String> attributes) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (lower.length() > LONGEST) {
      return Optional.empty();
    }
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      for (String part : parts(attribute.getValue().toLowerCase(Locale.ROOT))) {
        if (!muchLonger(lower, part) && ratio(lower, part) >= mostSimilar) {
          return Optional.of(
              new Violation(
                  "password_too_similar",
                  "The password is too similar to the " + attribute.getKey() + "."));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    var part = new StringBuilder();
    for (int i = 0; i < Math.min(value.length(), LONGEST); i++) {
      char c = value.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '_') {
        part.append(c);
      } else if (!part.isEmpty()) {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    if (!value.isEmpty() && value.length() <= LONGEST) {
      parts.add(value);
    }
    return parts;
  }

  /** A text so much shorter than the password that it cannot reach the ratio is not compared. */
  private boolean muchLonger(String password, String value) {
    double bound = mostSimilar / 2 * password.length();
    return password.length() >= 10 * value.length() && value.length() < bound;
  }

  private static double ratio(String a, String b) {
    if (a.isEmpty() && b.isEmpty()) {
      return 1;
    }
    Map<Character, Integer> available = new HashMap<>();
    for (int i = 0; i < b.length(); i++) {
      available.merge(b.charAt(i), 1, Integer::sum);
    }
    int shared = 0;
    for (int i = 0; i < a.length(); i++) {
      int left = available.getOrDefault(a.charAt(i), 0);
      if (left > 0) {
        shared++;
        available.put(a.charAt(i), left - 1);
      }
    }
    return 2.0 * shared / (a.length() + b.length());
  }
}
