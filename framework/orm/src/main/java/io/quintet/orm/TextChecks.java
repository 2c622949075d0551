package io.quintet.orm;

import java.net.URI;
import java.net.URISyntaxException;

/** Tells whether texts are addresses or slugs; each looks at a text once, after its length. */
final class TextChecks {
  private static final int MAX_EMAIL = 320;
  private static final int MAX_URL = 2048;
  private static final String LOCAL_SIGNS = "!#$%&'*+/=?^_`{|}~-.";

  private TextChecks() {}

  static boolean isSlug(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> isAsciiLetterOrDigit(c) || c == '-' || c == '_');
  }

  static boolean isEmail(String text) {
    if (text.length() > MAX_EMAIL) {
      return false;
    }
    int at = text.lastIndexOf('@');
    return at > 0 && isLocalPart(text.substring(0, at)) && isDomain(text.substring(at + 1));
  }

  private static boolean isLocalPart(String local) {
    boolean dots = local.startsWith(".") || local.endsWith(".") || local.contains("..");
    return !dots
        && local.length() <= 64
        && local.chars().allMatch(c -> isAsciiLetterOrDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0);
  }

  private static boolean isDomain(String domain) {
    if (domain.equalsIgnoreCase("localhost")) {
      return true;
    }
    if (domain.length() > 253 || !domain.contains(".")) {
      return false;
    }
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      boolean hyphens = label.startsWith("-") || label.endsWith("-");
      if (label.isEmpty()
          || label.length() > 63
          || hyphens
          || !label.codePoints().allMatch(TextChecks::isDomainSign)) {
        return false;
      }
    }
    String top = labels[labels.length - 1];
    return top.length() >= 2 && !top.chars().allMatch(Character::isDigit);
  }

  private static boolean isDomainSign(int c) {
    return isAsciiLetterOrDigit(c) || c == '-' || (c > 127 && Character.isLetterOrDigit(c));
  }

  static boolean isUrl(String text) {
    if (text.length() > MAX_URL || text.chars().anyMatch(c -> c <= ' ' || c == 127)) {
      return false;
    }
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return false;
    }
    try {
      String host = new URI(text).getHost();
      return host != null && (isDomain(host) || isAddress(host));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
