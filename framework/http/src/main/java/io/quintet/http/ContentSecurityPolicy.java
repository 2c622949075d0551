package io.quintet.http;

import io.quintet.core.signing.Crypto;
import io.quintet.http.internal.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a page may load and run: the value of {@code Content-Security-Policy}.
 *
 * <pre>{@code
 * ContentSecurityPolicy policy = ContentSecurityPolicy.of("default-src", "'self'")
 *     .with("script-src", "'self'", ContentSecurityPolicy.NONCE);
 * response.withHeader("Content-Security-Policy", policy.header(request));
 * }</pre>
 *
 * <p>For a whole site it is the setting {@code http.content-security-policy}. Where the policy says
 * {@link #NONCE}, the request's own nonce stands in the header; a template writes it as {@code
 * <script nonce="{{ csp_nonce }}">}. A source is one word: what holds a semicolon, comma, white
 * space or control character could add a directive and is refused.
 *
 * @param directives the sources by directive, in order
 */
public record ContentSecurityPolicy(Map<String, List<String>> directives) {
  /** Stands for the nonce of the request. */
  public static final String NONCE = "'nonce'";

  private static final RequestKey<String> KEY = RequestKey.named("CSP nonce");
  private static final int NONCE_LENGTH = 24;

  /** Checks every name and source. */
  public ContentSecurityPolicy {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    directives.forEach((name, sources) -> {
      checkName(name);
      sources.forEach(source -> checkSource(name, source));
      copy.put(name, List.copyOf(sources));
    });
    directives = java.util.Collections.unmodifiableMap(copy);
  }

  /** A policy of one directive. */
  public static ContentSecurityPolicy of(String directive, String... sources) {
    return new ContentSecurityPolicy(Map.of(directive, List.of(sources)));
  }

  /**
   * Reads a policy as the header writes it, with {@code 'nonce'} for the nonce: {@code default-src
   * 'self'; script-src 'self' 'nonce'}.
   *
   * @throws IllegalArgumentException if a directive is named twice, or a part is malformed
   */
  public static ContentSecurityPolicy parse(String text) {
    Map<String, List<String>> directives = new LinkedHashMap<>();
    for (String part : text.split(";")) {
      List<String> words = new ArrayList<>(List.of(part.strip().split("[ \t]+")));
      String name = words.removeFirst();
      if (!name.isEmpty() && directives.put(name, words) != null) {
        throw new IllegalArgumentException(
            "The policy names " + name + " twice: give all its sources in one place");
      }
    }
    return new ContentSecurityPolicy(directives);
  }

  /** This policy with other sources for a directive; none are allowed for one without a value. */
  public ContentSecurityPolicy with(String directive, String... sources) {
    Map<String, List<String>> changed = new LinkedHashMap<>(directives);
    changed.put(directive, List.of(sources));
    return new ContentSecurityPolicy(changed);
  }

  /** The value of the header for a request. */
  public String header(Request request) {
    return directives.entrySet().stream()
        .map(directive -> line(directive.getKey(), directive.getValue(), request))
        .collect(Collectors.joining("; "));
  }

  /** The nonce of a request: the same each time, and one that nobody can guess. */
  public static String nonce(Request request) {
    return request
        .attribute(KEY)
        .orElseGet(() -> {
          String nonce = Crypto.randomString(NONCE_LENGTH);
          request.set(KEY, nonce);
          return nonce;
        });
  }

  private static String line(String name, List<String> sources, Request request) {
    StringBuilder line = new StringBuilder(name);
    for (String source : sources) {
      line.append(' ');
      line.append(source.equals(NONCE) ? "'nonce-" + nonce(request) + "'" : source);
    }
    return line.toString();
  }

  private static void checkName(String name) {
    boolean valid =
        !name.isEmpty() && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
    if (!valid) {
      throw new IllegalArgumentException(
          "Directive "
              + Text.quote(name)
              + " of a content security policy is malformed: use lower-case letters and -, such as"
              + " script-src");
    }
  }

  private static void checkSource(String directive, String source) {
    boolean valid =
        !source.isEmpty()
            && source.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != ';' && c != ',');
    if (!valid) {
      throw new IllegalArgumentException(
          ("Source %s of %s could add a directive or source of its own: it must be one word of"
                  + " printable ASCII without ; and ,")
              .formatted(Text.quote(source), directive.toLowerCase(Locale.ROOT)));
    }
  }
}
