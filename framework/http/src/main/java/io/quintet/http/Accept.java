package io.quintet.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for with its {@code Accept} header: the types with a quality above 0, best
 * first.
 */
public final class Accept {
  private static final int MOST = 100;
  private static final int LONGEST = 10_000;

  private final List<MediaType> types;

  private Accept(List<MediaType> types) {
    this.types = types;
  }

  /**
   * Reads the header; no header accepts everything, an empty one nothing. At most 100 types are
   * read.
   */
  public static Accept parse(@Nullable String header) {
    List<MediaType> types = new ArrayList<>();
    String text = header == null ? "*/*" : header;
    for (String part : splitOutsideQuotes(text.length() > LONGEST ? "*/*" : text)) {
      if (!part.isBlank() && types.size() < MOST) {
        MediaType type = MediaType.parse(part.strip());
        if (type.quality() > 0) {
          types.add(type);
        }
      }
    }
    types.sort(
        Comparator.comparingDouble(MediaType::quality)
            .thenComparingInt(MediaType::specificity)
            .reversed());
    return new Accept(List.copyOf(types));
  }

  /** The accepted types, best first: by quality, then by exactness, then as sent. */
  public List<MediaType> types() {
    return types;
  }

  /** Whether pages are named, and not behind JSON. */
  boolean prefersHtml() {
    return types.stream()
            .anyMatch(type ->
                type.name().equals("text/html") || type.name().equals("application/xhtml+xml"))
        && preferred("text/html", "application/json").orElse("").equals("text/html");
  }

  /** Whether a type such as {@code application/json} is accepted. */
  public boolean accepts(String mediaType) {
    return best(MediaType.parse(mediaType)) != null;
  }

  /**
   * The best of the offered types, in the client's order of quality; the first offered among
   * equals. Empty if none is accepted.
   */
  public Optional<String> preferred(String... offered) {
    String best = null;
    MediaType bestRange = null;
    for (String offer : offered) {
      MediaType range = best(MediaType.parse(offer));
      if (range != null && (bestRange == null || types.indexOf(range) < types.indexOf(bestRange))) {
        best = offer;
        bestRange = range;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The most exact range that includes the type. */
  private @Nullable MediaType best(MediaType offer) {
    MediaType found = null;
    for (MediaType range : types) {
      if (range.includes(offer) && (found == null || range.specificity() > found.specificity())) {
        found = range;
      }
    }
    return found;
  }

  private static List<String> splitOutsideQuotes(String text) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }
}
