package io.quintet.admin;

import java.util.Locale;

/**
 * A text that leads somewhere, as the value of a computed column: {@code new Link("3 orders",
 * "/orders/?user=7")}. Only {@code http}, {@code https}, {@code mailto} and addresses of this site
 * become links; any other is shown as plain text.
 *
 * @param text what is shown
 * @param url where it leads
 */
public record Link(String text, String url) {
  private static final int LONGEST_SCHEME = 12;

  /** Whether the address is of a kind that cannot run anything in the browser. */
  boolean isSafe() {
    String address = url.strip().toLowerCase(Locale.ROOT);
    int colon = address.indexOf(':');
    boolean hasScheme =
        colon >= 0
            && colon <= LONGEST_SCHEME
            && address.substring(0, colon).chars().noneMatch(c -> c == '/' || c == '?' || c == '#');
    if (!hasScheme) {
      return colon < 0 || address.startsWith("/") || address.startsWith("?");
    }
    return address.startsWith("http://")
        || address.startsWith("https://")
        || address.startsWith("mailto:");
  }

  @Override
  public String toString() {
    return text;
  }
}
