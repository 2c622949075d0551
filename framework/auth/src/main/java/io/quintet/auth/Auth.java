package io.quintet.auth;

import io.quintet.core.SiteContext;
import io.quintet.core.signals.Signal;
import io.quintet.core.signing.Crypto;
import io.quintet.core.signing.Signing;
import io.quintet.http.Request;
import io.quintet.http.RequestKey;
import io.quintet.http.Unauthorized;
import io.quintet.http.csrf.Csrf;
import io.quintet.http.sessions.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who is asking: logs users in and out of a session and tells whose request it is.
 *
 * <pre>{@code
 * Optional<User> user = Auth.user(request);
 * Auth.authenticate(name, password).ifPresent(user -> Auth.login(request, user));
 * }</pre>
 */
public final class Auth {
  /**
   * Somebody logged in.
   *
   * @param request the request
   * @param user who
   */
  public record LoggedIn(Request request, User user) {}

  /**
   * Somebody logged out.
   *
   * @param request the request
   * @param user who
   */
  public record LoggedOut(Request request, User user) {}

  /**
   * A log-in was refused.
   *
   * @param username the name that was given
   */
  public record LoginFailed(String username) {}

  /** Sent after a log-in. */
  public static final Signal<LoggedIn> LOGGED_IN = Signal.named("user logged in");

  /** Sent after a log-out. */
  public static final Signal<LoggedOut> LOGGED_OUT = Signal.named("user logged out");

  /** Sent when name and password do not match. */
  public static final Signal<LoginFailed> LOGIN_FAILED = Signal.named("log-in failed");

  static final String USER_KEY = "_auth_user_id";
  static final String BACKEND_KEY = "_auth_user_backend";
  static final String HASH_KEY = "_auth_user_hash";
  private static final String BACKEND_NAME = "django.contrib.auth.backends.ModelBackend";
  private static final String HASH_SALT =
      "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash";
  private static final RequestKey<Optional<User>> USER = RequestKey.named("user");

  private Auth() {}

  /** The user whose request this is; empty for a visitor. Read from the database once a request. */
  public static Optional<User> user(Request request) {
    Optional<Optional<User>> known = request.attribute(USER);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<User> user = fromSession(request.session());
    request.set(USER, user);
    return user;
  }

  /**
   * The user whose request this is.
   *
   * @throws Unauthorized for a visitor
   */
  public static User requireUser(Request request) {
    return user(request).orElseThrow(() -> new Unauthorized("You must be logged in."));
  }

  /** Makes the request one of this user, for this request only: token and basic authentication. */
  public static void authenticated(Request request, User user) {
    request.set(USER, Optional.of(user));
  }

  /** The active user of that name (or e-mail address) and password, or empty. */
  public static Optional<User> authenticate(String username, String password) {
    List<AuthBackend> backends =
        new ArrayList<>(SiteContext.current().extensions(AuthBackend.POINT));
    backends.add(new UsersBackend());
    for (AuthBackend backend : backends) {
      Optional<User> user = backend.authenticate(username, password);
      if (user.isPresent()) {
        return user;
      }
    }
    LOGIN_FAILED.send(new LoginFailed(username));
    return Optional.empty();
  }

  /** Logs a user in: the session gets a new key, so that one planted before is worth nothing. */
  public static void login(Request request, User user) {
    Session session = request.session();
    boolean anotherUser =
        session.text(USER_KEY).filter(id -> !id.equals(String.valueOf(user.id))).isPresent();
    if (anotherUser) {
      session.flush();
    } else {
      session.cycleKey();
    }
    Csrf.rotate(request);
    user.lastLogin = SiteContext.current().clock().instant();
    user.save();
    session.put(USER_KEY, String.valueOf(user.id));
    session.put(BACKEND_KEY, BACKEND_NAME);
    session.put(HASH_KEY, sessionHash(user, secrets().getFirst()));
    request.set(USER, Optional.of(user));
    LOGGED_IN.send(new LoggedIn(request, user));
  }

  /** Logs the user out and forgets everything in the session. */
  public static void logout(Request request) {
    Optional<User> user = user(request);
    request.session().flush();
    request.set(USER, Optional.empty());
    user.ifPresent(who -> LOGGED_OUT.send(new LoggedOut(request, who)));
  }

  /** Keeps this session alive after its user's password changed; all others of the user end. */
  public static void keepSession(Request request, User user) {
    request.session().cycleKey();
    request.session().put(HASH_KEY, sessionHash(user, secrets().getFirst()));
    request.set(USER, Optional.of(user));
  }

  private static Optional<User> fromSession(Session session) {
    Optional<String> id = session.text(USER_KEY);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<User> user = parse(id.get()).flatMap(Auth::active);
    Optional<String> hash = session.text(HASH_KEY);
    if (user.isEmpty() || hash.isEmpty() || !matches(user.get(), hash.get())) {
      session.flush();
      return Optional.empty();
    }
    return user;
  }

  private static Optional<User> active(long id) {
    return User.objects.filter("id", id).filter("isActive", true).first();
  }

  private static Optional<Long> parse(String id) {
    try {
      return Optional.of(Long.parseLong(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean matches(User user, String hash) {
    return secrets().stream()
        .anyMatch(secret -> Crypto.constantTimeEquals(sessionHash(user, secret), hash));
  }

  private static List<String> secrets() {
    return Signing.keys(SiteContext.current());
  }

  private static String sessionHash(User user, String secret) {
    byte[] hmac =
        Crypto.saltedHmac(
            HASH_SALT,
            user.password.getBytes(StandardCharsets.UTF_8),
            secret.getBytes(StandardCharsets.UTF_8),
            "sha256");
    return HexFormat.of().formatHex(hmac);
  }
}
