package io.quintet.http.csrf;

import io.quintet.http.Hosts;
import io.quintet.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks where an unsafe request comes from. */
final class CsrfOrigins {
  private static final int LONGEST_SHOWN = 200;

  /** The scheme and host (with its port) of an address. */
  private record Origin(String scheme, String host) {}

  private final List<Origin> trusted;

  CsrfOrigins(List<String> trustedOrigins) {
    this.trusted = trustedOrigins.stream().flatMap(origin -> parse(origin).stream()).toList();
  }

  /** Why the request is refused, if it is. */
  Optional<String> fault(Request request) {
    Optional<String> origin = request.header("Origin");
    if (origin.isPresent()) {
      return originFault(request, origin.get());
    }
    return request.isSecure() ? refererFault(request) : Optional.empty();
  }

  /** Whether an address is of one of these sites. */
  boolean trusts(String origin) {
    return parse(origin).filter(this::isTrusted).isPresent();
  }

  /** Why a request that names an origin does not come from a page of the site. */
  Optional<String> originFault(Request request) {
    return request.header("Origin").flatMap(origin -> originFault(request, origin));
  }

  private Optional<String> originFault(Request request, String origin) {
    boolean own = origin.equals(request.scheme() + "://" + request.host());
    boolean known = own || trusts(origin);
    return known
        ? Optional.empty()
        : Optional.of(
            "Origin checking failed - " + shown(origin) + " does not match any trusted origins.");
  }

  /**
   * By HTTPS a Referer is sent by every browser, and stops a forged cookie of a neighbour on plain
   * HTTP.
   */
  private Optional<String> refererFault(Request request) {
    Optional<String> referer = request.header("Referer");
    if (referer.isEmpty()) {
      return Optional.of("Referer checking failed - no Referer.");
    }
    Optional<Origin> origin = parse(referer.get());
    if (origin.isEmpty()) {
      return Optional.of("Referer checking failed - Referer is malformed.");
    }
    if (!origin.get().scheme().equals("https")) {
      return Optional.of("Referer checking failed - Referer is insecure while host is secure.");
    }
    String host = origin.get().host();
    boolean known =
        host.equals(request.host().toLowerCase(Locale.ROOT))
            || trusted.stream().anyMatch(other -> matches(host, other.host()));
    return known
        ? Optional.empty()
        : Optional.of(
            "Referer checking failed - "
                + shown(referer.get())
                + " does not match any trusted origins.");
  }

  private boolean isTrusted(Origin origin) {
    return trusted.stream()
        .anyMatch(other ->
            other.scheme().equals(origin.scheme()) && matches(origin.host(), other.host()));
  }

  private static boolean matches(String host, String pattern) {
    return Hosts.matches(host, pattern.startsWith("*") ? pattern.substring(1) : pattern);
  }

  private static Optional<Origin> parse(String address) {
    int colon = address.indexOf("://");
    if (colon <= 0) {
      return Optional.empty();
    }
    String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = address.substring(colon + 3);
    int end = rest.length();
    for (char stop : new char[] {'/', '?', '#'}) {
      int at = rest.indexOf(stop);
      end = at >= 0 && at < end ? at : end;
    }
    String host = rest.substring(0, end).toLowerCase(Locale.ROOT);
    return host.isEmpty() ? Optional.empty() : Optional.of(new Origin(scheme, host));
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
