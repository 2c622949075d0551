package io.quintet.views;

import io.quintet.cache.Cache;
import io.quintet.cache.CacheGroup;
import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.TimeZones;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.http.csrf.Csrf;
import io.quintet.http.sessions.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a view's pages in the cache of the site and answers from there.
 *
 * <pre>{@code
 * routes.path("articles/", CachedView.of(ARTICLES_PAGE, Duration.ofMinutes(5)).in(ARTICLES));
 * }</pre>
 *
 * <p>A page is kept by its full address, language and time zone, and by the request headers that
 * its {@code Vary} names. What could belong to one visitor is never kept and never answered from
 * the cache: requests with a session or credentials, pages that set a cookie, looked at the
 * session, vary by cookie, or are marked {@code private} or {@code no-store}; only pages of status
 * 200 are kept.
 */
public final class CachedView implements View {
  private final View view;
  private final Duration age;
  private final @Nullable CacheGroup group;
  private final boolean sessions;

  private CachedView(View view, Duration age, @Nullable CacheGroup group, boolean sessions) {
    this.view = view;
    this.age = age;
    this.group = group;
    this.sessions = sessions;
  }

  /** Keeps the pages of a view for some time. */
  public static CachedView of(View view, Duration age) {
    return new CachedView(view, age, null, false);
  }

  /** The pages become stale together with the group, as well as by age. */
  public CachedView in(CacheGroup group) {
    return new CachedView(view, age, group, sessions);
  }

  /**
   * Visitors with a session are answered from the cache too: for pages that look the same to
   * everyone. A page that looked at the session or sets a cookie is still not kept.
   */
  public CachedView sameForEveryone() {
    return new CachedView(view, age, group, true);
  }

  @Override
  public Response handle(Request request) throws Exception {
    if (!request.isGet() || !isAnonymous(request)) {
      return view.handle(request);
    }
    Cache cache = group == null ? Cache.current().within("pages") : group.cache();
    String key = key(request);
    Optional<List<String>> vary = KeptPage.varyOf(cache.get(key));
    if (vary.isPresent()) {
      Optional<byte[]> kept = cache.get(key + values(request, vary.get()), byte[].class);
      if (kept.isPresent()) {
        return KeptPage.response(kept.get());
      }
    }
    Response response = view.handle(request);
    if (mayBeKept(request, response)) {
      List<String> names = KeptPage.varyingBy(response);
      cache.set(key, names, age);
      cache.set(key + values(request, names), KeptPage.of(response), age);
    }
    return response;
  }

  private boolean isAnonymous(Request request) {
    boolean hasSession =
        request.attribute(Session.KEY).flatMap(Session::key).isPresent() && !sessions;
    return !hasSession && request.header("Authorization").isEmpty();
  }

  private static boolean mayBeKept(Request request, Response response) {
    boolean session = request.attribute(Session.KEY).map(Session::isAccessed).orElse(false);
    return !session && !Csrf.isUsed(request) && KeptPage.isPublic(response);
  }

  private static String key(Request request) {
    return String.join(
        " ",
        request.absoluteUri(request.fullPath()),
        Locales.current().toLanguageTag(),
        TimeZones.current().getId());
  }

  private static String values(Request request, List<String> names) {
    List<String> values = new ArrayList<>();
    for (String name : names) {
      values.add(name + "=" + request.headers().joined(name).orElse(""));
    }
    return "\n" + String.join("\n", values);
  }
}
