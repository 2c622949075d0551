package io.quintet.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Builds keys for what varies in several ways, so that no two variants can meet under one key. */
public final class CacheKeys {
  private CacheKeys() {}

  /**
   * The key of a whole page.
   *
   * @param method the request's method
   * @param url the full URL with its query
   * @param vary the request headers that the page depends on, by lower-case name: the variants are
   *     part of the key
   * @return the key
   */
  public static String page(String method, String url, Map<String, String> vary) {
    StringBuilder parts = new StringBuilder();
    append(parts, method);
    append(parts, url);
    new TreeMap<>(vary)
        .forEach((name, value) -> {
          append(parts, name);
          append(parts, value);
        });
    return "page:" + hash(parts.toString());
  }

  /**
   * A hash of a text.
   *
   * @param text the text
   * @return its SHA-256, in 64 hexadecimal digits
   */
  public static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  private static void append(StringBuilder parts, String part) {
    parts.append(part.length()).append(':').append(part);
  }
}
