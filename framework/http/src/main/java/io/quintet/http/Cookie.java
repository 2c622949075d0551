package io.quintet.http;

import io.quintet.http.internal.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cookie to be set: {@code Cookie.of("theme",
 * "dark").withMaxAge(Duration.ofDays(365)).withSameSite(SameSite.LAX)}.
 *
 * <p>By default it lasts until the browser closes, for the whole site, over HTTP and HTTPS,
 * readable by scripts. The attributes are written in Django's order and form.
 *
 * @param name an HTTP token
 * @param value any text; characters that a cookie cannot hold are quoted, and refused beyond
 *     Latin-1
 * @param maxAge how long it lasts; null: until the browser closes
 * @param expires a fixed end in place of a max age
 * @param path the part of the site; null: the folder of the page
 * @param domain the host and its sub-domains; null: this host only
 * @param secure over HTTPS only
 * @param httpOnly hidden from scripts
 * @param sameSite null: the browser's default
 */
public record Cookie(
    String name,
    String value,
    @Nullable Duration maxAge,
    @Nullable Instant expires,
    @Nullable String path,
    @Nullable String domain,
    boolean secure,
    boolean httpOnly,
    @Nullable SameSite sameSite) {
  private static final String UNQUOTED = "!#$%&'*+-.^_`|~:";

  /** Checks name, path and domain. */
  public Cookie {
    if (name.isEmpty() || !name.chars().allMatch(Headers::isTokenCharacter)) {
      throw new IllegalArgumentException(
          "Cookie name " + Text.quote(name) + " is not a token: use letters, digits, - and _");
    }
    if (value.chars().anyMatch(c -> c > 0xff)) {
      throw new IllegalArgumentException(
          "Cookie "
              + name
              + " has a value with characters beyond Latin-1: encode it first, in URL form or base 64");
    }
    checkAttribute(name, "path", path);
    checkAttribute(name, "domain", domain);
    if (maxAge != null && expires != null) {
      throw new IllegalArgumentException("Cookie " + name + ": give a max age or an end, not both");
    }
  }

  /** A cookie for the whole site that lasts until the browser closes. */
  public static Cookie of(String name, String value) {
    return new Cookie(name, value, null, null, "/", null, false, false, null);
  }

  /** A cookie that deletes the one of that name, path {@code /} and no domain. */
  public static Cookie deleted(String name) {
    boolean secure = name.startsWith("__Secure-") || name.startsWith("__Host-");
    return new Cookie(name, "", Duration.ZERO, null, "/", null, secure, false, null);
  }

  /** This cookie with another value. */
  public Cookie withValue(String newValue) {
    return new Cookie(name, newValue, maxAge, expires, path, domain, secure, httpOnly, sameSite);
  }

  /** This cookie, lasting that long from when it is sent; whole seconds. */
  public Cookie withMaxAge(Duration age) {
    return new Cookie(name, value, age, null, path, domain, secure, httpOnly, sameSite);
  }

  /** This cookie, ending at that time. */
  public Cookie withExpires(Instant end) {
    return new Cookie(name, value, null, end, path, domain, secure, httpOnly, sameSite);
  }

  /** This cookie for a part of the site; null: the folder of the page. */
  public Cookie withPath(@Nullable String newPath) {
    return new Cookie(name, value, maxAge, expires, newPath, domain, secure, httpOnly, sameSite);
  }

  /** This cookie for a host and its sub-domains; null: this host only. */
  public Cookie withDomain(@Nullable String newDomain) {
    return new Cookie(name, value, maxAge, expires, path, newDomain, secure, httpOnly, sameSite);
  }

  /** This cookie over HTTPS only, or not. */
  public Cookie withSecure(boolean only) {
    return new Cookie(name, value, maxAge, expires, path, domain, only, httpOnly, sameSite);
  }

  /** This cookie hidden from scripts, or not. */
  public Cookie withHttpOnly(boolean only) {
    return new Cookie(name, value, maxAge, expires, path, domain, secure, only, sameSite);
  }

  /** This cookie with a same-site rule. */
  public Cookie withSameSite(@Nullable SameSite rule) {
    return new Cookie(name, value, maxAge, expires, path, domain, secure, httpOnly, rule);
  }

  /** Whether this deletes a cookie rather than setting one. */
  public boolean isDeletion() {
    return value.isEmpty() && Duration.ZERO.equals(maxAge);
  }

  /** The value of {@code Set-Cookie}. */
  public String header(Instant now) {
    StringBuilder out = new StringBuilder(name).append('=').append(quoted(value));
    if (domain != null) {
      out.append("; Domain=").append(domain);
    }
    if (isDeletion()) {
      out.append("; expires=").append(HttpDates.format(Instant.EPOCH));
    } else if (expires != null) {
      out.append("; expires=").append(HttpDates.format(expires));
    } else if (maxAge != null) {
      out.append("; expires=").append(HttpDates.format(now.plusSeconds(maxAge.toSeconds())));
    }
    if (httpOnly) {
      out.append("; HttpOnly");
    }
    if (maxAge != null) {
      out.append("; Max-Age=").append(maxAge.toSeconds());
    }
    if (path != null) {
      out.append("; Path=").append(path);
    }
    if (sameSite != null) {
      out.append("; SameSite=").append(sameSite.attribute());
    }
    if (secure) {
      out.append("; Secure");
    }
    return out.toString();
  }

  private static String quoted(String value) {
    boolean plain =
        !value.isEmpty()
            && value.chars().allMatch(c -> isAsciiLetterOrDigit(c) || UNQUOTED.indexOf(c) >= 0);
    if (plain) {
      return value;
    }
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == ',' || c == ';' || (c >= 0x7f && c <= 0xff)) {
        out.append('\\').append("%03o".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static void checkAttribute(String name, String attribute, @Nullable String text) {
    if (text != null && text.chars().anyMatch(c -> c < 0x20 || c >= 0x7f || c == ';')) {
      throw new IllegalArgumentException(
          "Cookie %s: the %s %s may hold printable ASCII only, and no ;"
              .formatted(name, attribute, Text.quote(text)));
    }
  }
}
