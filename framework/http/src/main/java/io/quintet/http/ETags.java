package io.quintet.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Entity tags: making them, and reading the lists of {@code If-Match} and {@code If-None-Match}.
 */
public final class ETags {
  private static final int MOST = 100;
  private static final int LONGEST = 10_000;

  private ETags() {}

  /** A strong tag of the content, in quotes. */
  public static String of(byte[] content) {
    return '"' + HexFormat.of().formatHex(sha256(content), 0, 16) + '"';
  }

  /** A strong tag of a text such as a version number, in quotes. */
  public static String of(String version) {
    return of(version.getBytes(StandardCharsets.UTF_8));
  }

  /** The tag in quotes; a tag that has them, weak or strong, is returned as it is. */
  public static String quote(String tag) {
    boolean quoted =
        tag.length() >= 2 && tag.endsWith("\"") && (tag.startsWith("\"") || tag.startsWith("W/\""));
    return quoted ? tag : '"' + tag + '"';
  }

  /**
   * The tags of a header, {@code *} as itself. A list that is malformed ends where the fault is; at
   * most 100 tags are read.
   */
  public static List<String> parse(String header) {
    String text = header.strip();
    if (text.equals("*")) {
      return List.of("*");
    }
    if (text.length() > LONGEST) {
      return List.of();
    }
    List<String> tags = new ArrayList<>();
    int at = 0;
    while (at < text.length() && tags.size() < MOST) {
      int open = text.startsWith("W/\"", at) ? at + 2 : at;
      if (text.charAt(open) != '"') {
        break;
      }
      int close = text.indexOf('"', open + 1);
      if (close < 0) {
        break;
      }
      int next = skipBlanks(text, close + 1);
      if (next < text.length() && text.charAt(next) != ',') {
        break;
      }
      tags.add(text.substring(at, close + 1));
      at = skipBlanks(text, next + 1);
    }
    return List.copyOf(tags);
  }

  /** Whether two tags name the same content, weak or strong. */
  public static boolean matchWeakly(String one, String other) {
    return strip(one).equals(strip(other));
  }

  private static String strip(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
