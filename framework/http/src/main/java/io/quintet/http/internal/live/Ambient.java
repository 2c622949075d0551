package io.quintet.http.internal.live;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.TimeZones;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The site, language and time zone of a request, to be bound again in a thread that goes on after
 * it.
 *
 * @param site the site
 * @param locale the visitor's language
 * @param zone the visitor's time zone
 */
public record Ambient(SiteContext site, Locale locale, ZoneId zone) {
  /** That of the running request. */
  public static Ambient current() {
    return new Ambient(SiteContext.current(), Locales.current(), TimeZones.current());
  }

  /** Calls {@code work} with all of it bound. */
  public <T extends @Nullable Object> T call(Callable<T> work) throws Exception {
    return site.call(() -> Locales.call(locale, () -> TimeZones.call(zone, work)));
  }
}
