package io.quintet.http.csrf;

import io.quintet.core.settings.Setting;
import java.util.List;

/** The settings of CSRF protection. */
public final class CsrfSettings {
  /** Other origins whose requests are accepted. */
  public static final Setting<List<String>> TRUSTED_ORIGINS =
      Setting.list(
              "http.csrf-trusted-origins",
              List.of(),
              "Other origins whose unsafe requests are accepted: https://name, https://*.name")
          .check(
              origins -> origins.stream().allMatch(origin -> origin.contains("://")),
              "must each have a scheme, as in https://example.com");

  /** The name of the cookie. */
  public static final Setting<String> COOKIE =
      Setting.text("http.csrf-cookie", "csrftoken", "Name of the CSRF cookie");

  /** The settings of CSRF protection. */
  public static final List<Setting<?>> ALL = List.of(TRUSTED_ORIGINS, COOKIE);

  private CsrfSettings() {}
}
