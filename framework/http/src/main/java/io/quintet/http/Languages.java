package io.quintet.http;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The language and time zone that a visitor has chosen, kept in cookies of a year. */
public final class Languages {
  /** The cookie of the language. */
  public static final String LANGUAGE_COOKIE = "django_language";

  /** The cookie of the time zone. */
  public static final String ZONE_COOKIE = "django_timezone";

  private static final Duration YEAR = Duration.ofDays(365);

  /** The language that the path of a request is in, where routes have language prefixes. */
  public static final RequestKey<Locale> OF_PATH = RequestKey.named("language of the path");

  private Languages() {}

  /** The languages of a site: those of {@link HttpSettings#LANGUAGES}, else its own alone. */
  public static List<Locale> of(SiteContext site) {
    List<Locale> named =
        site.setting(HttpSettings.LANGUAGES).stream().map(Locale::forLanguageTag).toList();
    return named.isEmpty() ? List.of(site.setting(CoreSettings.LANGUAGE_CODE)) : named;
  }

  /** The first part of the paths in a language: {@code de/}, {@code pt-br/}. */
  public static String prefix(Locale language) {
    return language.toLanguageTag().toLowerCase(Locale.ROOT) + "/";
  }

  /**
   * The response, also remembering a language; it must be one of {@link HttpSettings#LANGUAGES} to
   * have effect.
   */
  public static Response remember(Response response, Locale language) {
    return response.withCookie(cookie(LANGUAGE_COOKIE, language.toLanguageTag()));
  }

  /** The response, also remembering a time zone. */
  public static Response remember(Response response, ZoneId zone) {
    return response.withCookie(cookie(ZONE_COOKIE, zone.getId().replace('/', '.')));
  }

  private static Cookie cookie(String name, String value) {
    return Cookie.of(name, value).withMaxAge(YEAR).withSameSite(SameSite.LAX);
  }
}
