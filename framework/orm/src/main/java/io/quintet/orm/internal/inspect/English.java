package io.quintet.orm.internal.inspect;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One and many in English, as far as names of tables need it. */
final class English {
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("people", "person"),
          Map.entry("children", "child"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("mice", "mouse"),
          Map.entry("feet", "foot"),
          Map.entry("teeth", "tooth"),
          Map.entry("indices", "index"),
          Map.entry("indexes", "index"),
          Map.entry("vertices", "vertex"),
          Map.entry("matrices", "matrix"),
          Map.entry("criteria", "criterion"),
          Map.entry("leaves", "leaf"),
          Map.entry("shelves", "shelf"),
          Map.entry("knives", "knife"),
          Map.entry("lives", "life"),
          Map.entry("movies", "movie"),
          Map.entry("cookies", "cookie"),
          Map.entry("caches", "cache"),
          Map.entry("axes", "axis"));
  private static final Set<String> UNCOUNTED =
      Set.of(
          "news",
          "series",
          "species",
          "status",
          "address",
          "process",
          "access",
          "class",
          "bus",
          "business",
          "gas",
          "lens",
          "canvas",
          "alias",
          "bonus",
          "campus",
          "virus",
          "menus",
          "data",
          "media",
          "analysis",
          "basis",
          "progress",
          "success",
          "always",
          "plus",
          "sms",
          "dns",
          "css",
          "https",
          "os",
          "gps",
          "vs",
          "sales",
          "settings",
          "statistics",
          "metrics",
          "details");

  private English() {}

  /** {@code categories} becomes {@code category}; a word that is no plural stays. */
  static String singular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String irregular = IRREGULAR.get(lower);
    if (irregular != null) {
      return irregular;
    }
    if (UNCOUNTED.contains(lower)) {
      return word;
    }
    if (lower.endsWith("ies") && lower.length() > 4) {
      return cut(word, 3) + "y";
    }
    boolean es =
        lower.endsWith("sses")
            || lower.endsWith("xes")
            || lower.endsWith("ches")
            || lower.endsWith("shes")
            || lower.endsWith("uses")
            || lower.endsWith("zzes");
    if (es) {
      return cut(word, 2);
    }
    boolean one = lower.endsWith("ss") || lower.endsWith("us") || lower.endsWith("is");
    return lower.endsWith("s") && !one && lower.length() > 3 ? cut(word, 1) : word;
  }

  /** {@code category} becomes {@code categories}; a plural stays. */
  static String plural(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> pair : IRREGULAR.entrySet()) {
      if (lower.equals(pair.getValue())) {
        return pair.getKey();
      }
    }
    if (!singular(word).equals(word) || lower.equals("news") || lower.equals("data")) {
      return word;
    }
    boolean consonant = lower.length() > 1 && "aeiou".indexOf(lower.charAt(lower.length() - 2)) < 0;
    if (lower.endsWith("y") && consonant) {
      return cut(word, 1) + "ies";
    }
    boolean hissing =
        lower.endsWith("s")
            || lower.endsWith("x")
            || lower.endsWith("z")
            || lower.endsWith("ch")
            || lower.endsWith("sh");
    return word + (hissing ? "es" : "s");
  }

  private static String cut(String word, int end) {
    return word.substring(0, word.length() - end);
  }
}
