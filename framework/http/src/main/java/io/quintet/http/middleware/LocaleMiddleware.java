package io.quintet.http.middleware;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.TimeZones;
import io.quintet.http.HttpSettings;
import io.quintet.http.Languages;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Binds the language (the path's, where routes have language prefixes, then the cookie, then
 * Accept-Language, then the site's) and the time zone (cookie) of the visitor.
 */
final class LocaleMiddleware implements Middleware {
  private static final int LONGEST_HEADER = 500;
  private static final int LONGEST_ZONE = 64;

  private final List<Locale> languages;

  LocaleMiddleware(SiteContext site) {
    this.languages =
        site.setting(HttpSettings.LANGUAGES).stream().map(Locale::forLanguageTag).toList();
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    Optional<ZoneId> zone = request.cookie(Languages.ZONE_COOKIE).flatMap(LocaleMiddleware::zone);
    if (zone.isPresent()) {
      return TimeZones.call(zone.get(), () -> inLanguage(request, next));
    }
    return inLanguage(request, next);
  }

  private Response inLanguage(Request request, View next) throws Exception {
    if (languages.isEmpty()) {
      return next.handle(request);
    }
    Locale language = language(request);
    Response response = Locales.call(language, () -> next.handle(request));
    Response labelled = response.withHeaders(response.headers().varyingBy("Accept-Language"));
    return labelled.headers().has("Content-Language")
        ? labelled
        : labelled.withHeader("Content-Language", language.toLanguageTag());
  }

  private Locale language(Request request) {
    return request
        .attribute(Languages.OF_PATH)
        .or(() -> request.cookie(Languages.LANGUAGE_COOKIE).flatMap(this::known))
        .or(() -> request.headers().joined("Accept-Language").flatMap(this::accepted))
        .orElseGet(Locales::current);
  }

  private Optional<Locale> accepted(String header) {
    if (header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> known(range.getRange()).stream())
          .findFirst();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * The site's language of that tag, else one of the same language: {@code de-at} gives {@code de}.
   */
  private Optional<Locale> known(String tag) {
    Locale wanted = Locale.forLanguageTag(tag);
    return languages.stream()
        .filter(language -> language.equals(wanted))
        .findFirst()
        .or(() ->
            languages.stream()
                .filter(language ->
                    !wanted.getLanguage().isEmpty()
                        && language.getLanguage().equals(wanted.getLanguage()))
                .findFirst());
  }

  private static Optional<ZoneId> zone(String cookie) {
    if (cookie.length() > LONGEST_ZONE) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(cookie.replace('.', '/')));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
