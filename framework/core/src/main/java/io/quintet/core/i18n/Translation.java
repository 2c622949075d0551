package io.quintet.core.i18n;

import io.quintet.core.App;
import io.quintet.core.CoreSettings;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in the language of the running work, found in the catalogues of the site. Messages are
 * written in the source in the site's own language; {@code ./manage makemessages} collects them,
 * with the remark that begins with {@code Translators:} above them.
 *
 * <pre>{@code
 * import static io.quintet.core.i18n.Translation.*;
 *
 * // Translators: shown after a booking.
 * gettext("Thank you!");
 * ngettext("%d course", "%d courses", count).formatted(count);
 * pgettext("month", "May");
 * }</pre>
 */
public final class Translation {
  /** The catalogues of a site: those of its folder {@code locale} first, then those of its apps. */
  public static final Service<Translator> SERVICE =
      Service.of("translations", Translation::catalogs);

  /** Where the sources of an application keep its catalogues, read directly in development. */
  private static final String SOURCES = "src/main/resources/locale";

  private Translation() {}

  private static Translator catalogs(SiteContext site) {
    List<Catalogs.Source> sources = new ArrayList<>();
    sources.add(Catalogs.directory(site.baseDir().resolve("locale")));
    if (site.settings().get(CoreSettings.DEBUG)) {
      sources.add(Catalogs.directory(site.baseDir().resolve(Path.of(SOURCES))));
    }
    for (App app : site.apps()) {
      sources.add(Catalogs.classPath(app.getClass()));
    }
    return Catalogs.of(sources);
  }

  /** The message in the current language; itself if it has no translation. */
  public static String gettext(String message) {
    return pgettext("", message);
  }

  /**
   * The message in the current language.
   *
   * @param context what tells messages of the same words apart
   */
  public static String pgettext(String context, String message) {
    return translator().find(Locales.current(), context, message).orElse(message);
  }

  /** The form of a message for a number in the current language. */
  public static String ngettext(String singular, String plural, long number) {
    return npgettext("", singular, plural, number);
  }

  /**
   * The form of a message for a number in the current language.
   *
   * @param context what tells messages of the same words apart
   */
  public static String npgettext(String context, String singular, String plural, long number) {
    return translator()
        .find(Locales.current(), context, singular, plural, number)
        .orElse(number == 1 ? singular : plural);
  }

  /** The message itself: one that is collected here and translated where it is shown. */
  public static String gettextNoop(String message) {
    return message;
  }

  private static Translator translator() {
    return SiteContext.find().map(site -> site.service(SERVICE)).orElse(Translator.NONE);
  }
}
