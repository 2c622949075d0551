package io.quintet.http;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.settings.Setting;
import io.quintet.http.csrf.Csrf;
import io.quintet.http.csrf.CsrfSettings;
import io.quintet.http.internal.live.LiveSettings;
import io.quintet.http.messages.Messages;
import io.quintet.http.middleware.StandardMiddleware;
import io.quintet.http.sessions.CachedStore;
import io.quintet.http.sessions.CookieStore;
import io.quintet.http.sessions.FileStore;
import io.quintet.http.sessions.Session;
import io.quintet.http.sessions.SessionSettings;
import io.quintet.http.sessions.Sessions;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.staticfiles.CollectStaticCommand;
import io.quintet.orm.DatabaseUnavailableException;
import io.quintet.orm.StaleEntityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The room app of HTTP: its settings, middleware, checks and commands. Every site that answers
 * requests has it.
 */
public final class HttpApp implements App {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  @Override
  public String label() {
    return "http";
  }

  @Override
  public String verboseName() {
    return "HTTP";
  }

  @Override
  public void configure(AppConfig config) {
    config
        .settings(HttpSettings.ALL.toArray(Setting[]::new))
        .settings(ServerConfig.SETTINGS.toArray(Setting[]::new))
        .settings(SessionSettings.ALL.toArray(Setting[]::new))
        .settings(CsrfSettings.ALL.toArray(Setting[]::new))
        .settings(LiveSettings.ALL.toArray(Setting[]::new))
        .commands(new RoutesCommand(), new CollectStaticCommand())
        .checks(new HttpChecks());
    StandardMiddleware.all().forEach(placed -> config.add(Stage.MIDDLEWARE, placed));
    config.add(
        Sessions.STORES, new Sessions.Provided(SessionSettings.Store.COOKIE, CookieStore::new));
    config.add(
        Sessions.STORES,
        new Sessions.Provided(SessionSettings.Store.CACHE, site -> new CachedStore()));
    config.add(Sessions.STORES, new Sessions.Provided(SessionSettings.Store.FILE, FileStore::new));
    config.add(ContextProcessors.POINT, HttpApp::values);
    config.add(ErrorMapper.POINT, HttpApp::unavailable);
    config.add(ErrorMapper.POINT, HttpApp::stale);
  }

  /** A database that cannot be reached is no fault of the request: it may be sent again. */
  private static Optional<HttpError> unavailable(Throwable error) {
    return error instanceof DatabaseUnavailableException
        ? Optional.of(new ServiceUnavailable("The database cannot be reached.", RETRY_AFTER))
        : Optional.empty();
  }

  /** What the request wanted to change is not what it saw. */
  private static Optional<HttpError> stale(Throwable error) {
    return error instanceof StaleEntityException
        ? Optional.of(
            new HttpError(
                Status.CONFLICT,
                "This was changed by someone else in the meantime. Load it again and make your change anew."))
        : Optional.empty();
  }

  /** What every template may use; made only if it does. */
  private static Map<String, Object> values(Request request) {
    Map<String, Object> values = new HashMap<>();
    values.put("request", request);
    values.put("csp_nonce", (Supplier<Object>) () -> ContentSecurityPolicy.nonce(request));
    values.put("csrf_token", (Supplier<Object>) () -> Csrf.token(request));
    if (request.attribute(Session.KEY).isPresent()) {
      values.put("messages", (Supplier<Object>) () -> Messages.of(request));
    }
    return values;
  }
}
