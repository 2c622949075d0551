package io.quintet.core.i18n;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The language in which the running work shows things to people. */
public final class Locales {
  private static final ScopedValue<Locale> CURRENT = ScopedValue.newInstance();

  private Locales() {}

  /** The one bound by {@link #call} or {@link #run}, else that of the site's settings. */
  public static Locale current() {
    if (CURRENT.isBound()) {
      return CURRENT.get();
    }
    return SiteContext.find()
        .map(site -> site.settings().get(CoreSettings.LANGUAGE_CODE))
        .orElse(Locale.ENGLISH);
  }

  /** Runs {@code work} with another language. */
  public static void run(Locale locale, Runnable work) {
    ScopedValue.where(CURRENT, locale).run(work);
  }

  /** Calls {@code work} with another language and returns its result. */
  public static <T extends @Nullable Object> T call(Locale locale, Callable<T> work)
      throws Exception {
    return ScopedValue.where(CURRENT, locale).call(work::call);
  }
}
