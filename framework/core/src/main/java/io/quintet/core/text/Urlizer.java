package io.quintet.core.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes links of the URLs and e-mail addresses in a text. Linear in the text; words over 2,048
 * characters are no links.
 */
public final class Urlizer {
  private static final int MAX_URL = 2048;

  private final boolean nofollow;
  private final boolean escape;
  private final @Nullable Integer limit;

  private Urlizer(boolean nofollow, boolean escape, @Nullable Integer limit) {
    this.nofollow = nofollow;
    this.escape = escape;
    this.limit = limit;
  }

  /** Escapes the text around the links, and adds no {@code rel}. */
  public static Urlizer create() {
    return new Urlizer(false, true, null);
  }

  /** Adds {@code rel="nofollow"} to links, or not. */
  public Urlizer nofollow(boolean on) {
    return new Urlizer(on, escape, limit);
  }

  /** Escapes the text around the links, or not; safe text is never escaped again. */
  public Urlizer escape(boolean on) {
    return new Urlizer(nofollow, on, limit);
  }

  /** Shortens what a link shows to so many characters. */
  public Urlizer limit(int characters) {
    return new Urlizer(nofollow, escape, characters);
  }

  /** The text with links. */
  public String urlize(CharSequence text) {
    boolean safe = text instanceof SafeString;
    String plain = text.toString();
    StringBuilder out = new StringBuilder(plain.length() + 64);
    Map<String, String> seen = new HashMap<>();
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      if (i == plain.length() || isSeparator(plain.charAt(i))) {
        if (i > start) {
          out.append(seen.computeIfAbsent(plain.substring(start, i), word -> word(word, safe)));
        }
        if (i < plain.length()) {
          String separator = plain.substring(i, i + 1);
          out.append(escape && !safe ? Html.escapeText(separator) : separator);
        }
        start = i + 1;
      }
    }
    return out.toString();
  }

  private static boolean isSeparator(char c) {
    return c == '<' || c == '>' || c == '"' || c == '\'' || SmartSplit.isSpace(c);
  }

  private String word(String word, boolean safe) {
    if (word.indexOf('.') >= 0 || word.indexOf('@') >= 0 || word.indexOf(':') >= 0) {
      WordTrim trim = WordTrim.of(word);
      String url = url(trim.middle());
      if (url != null) {
        String shown = shortened(trim.middle());
        boolean escaping = escape && !safe;
        String rel = nofollow && !url.startsWith("mailto:") ? " rel=\"nofollow\"" : "";
        return part(trim.lead(), escaping)
            + "<a href=\""
            + Html.escapeText(url)
            + "\""
            + rel
            + ">"
            + part(shown, escaping)
            + "</a>"
            + part(trim.trail(), escaping);
      }
    }
    return part(word, escape && !safe);
  }

  private static String part(String text, boolean escaping) {
    return escaping ? Html.escapeText(text) : text;
  }

  private String shortened(String text) {
    if (limit == null || text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, Math.max(0, limit - 1))) + "…";
  }

  private static @Nullable String url(String word) {
    if (word.length() <= MAX_URL && UrlShapes.hasScheme(word)) {
      return UrlQuote.quote(Entities.decode(word));
    }
    if (word.length() <= MAX_URL && UrlShapes.isBareDomain(word)) {
      return UrlQuote.quote("http://" + Entities.decode(word));
    }
    if (word.indexOf(':') < 0 && UrlShapes.isEmail(word)) {
      int at = word.lastIndexOf('@');
      return "mailto:"
          + UriText.quote(word.substring(0, at), "")
          + "@"
          + UriText.quote(word.substring(at + 1), "");
    }
    return null;
  }
}
