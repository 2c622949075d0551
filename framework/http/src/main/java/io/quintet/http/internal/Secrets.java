package io.quintet.http.internal;

import java.util.List;
import java.util.Locale;

/** Decides by its name whether a value must not be shown. */
final class Secrets {
  static final String MASK = "********";
  private static final List<String> WORDS =
      List.of(
          "password",
          "passwd",
          "secret",
          "token",
          "api",
          "key",
          "auth",
          "signature",
          "cookie",
          "session",
          "csrf",
          "credential",
          "card",
          "iban");

  private Secrets() {}

  static String show(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains) ? MASK : value;
  }
}
