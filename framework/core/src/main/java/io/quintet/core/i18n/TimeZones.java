package io.quintet.core.i18n;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The time zone in which the running work shows things to people. */
public final class TimeZones {
  private static final ScopedValue<ZoneId> CURRENT = ScopedValue.newInstance();

  private TimeZones() {}

  /** The one bound by {@link #call} or {@link #run}, else that of the site's settings. */
  public static ZoneId current() {
    if (CURRENT.isBound()) {
      return CURRENT.get();
    }
    return SiteContext.find()
        .map(site -> site.settings().get(CoreSettings.TIME_ZONE))
        .orElse(ZoneId.of("UTC"));
  }

  /** Runs {@code work} with another time zone. */
  public static void run(ZoneId zone, Runnable work) {
    ScopedValue.where(CURRENT, zone).run(work);
  }

  /** Calls {@code work} with another time zone and returns its result. */
  public static <T extends @Nullable Object> T call(ZoneId zone, Callable<T> work)
      throws Exception {
    return ScopedValue.where(CURRENT, zone).call(work::call);
  }
}
