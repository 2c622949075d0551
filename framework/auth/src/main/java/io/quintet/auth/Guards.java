package io.quintet.auth;

import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import io.quintet.http.Forbidden;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Unauthorized;
import io.quintet.http.View;
import io.quintet.http.routing.Urls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Middleware that lets only some users through.
 *
 * <pre>{@code
 * routes.path("my-bookings/", Bookings::mine).with(Guards.loginRequired());
 * routes.path("reports/", Reports::index).with(Guards.permissionRequired("booking.view_booking"));
 * }</pre>
 *
 * A visitor is sent to the log-in page and back afterwards; a client that asks for no HTML gets
 * 401. A user who may not gets 403.
 */
public final class Guards {
  /** The name of the route to which visitors are sent. */
  public static final Setting<String> LOGIN_ROUTE =
      Setting.text("auth.login-route", "login", "Name of the route of the log-in page");

  private Guards() {}

  /** Lets every logged-in user through. */
  public static Middleware loginRequired() {
    return userPasses(user -> true);
  }

  /** Lets users through who have a permission, such as {@code booking.change_booking}. */
  public static Middleware permissionRequired(String permission) {
    return userPasses(user -> Permissions.has(user, permission));
  }

  /** Lets active staff through. */
  public static Middleware staffRequired() {
    return userPasses(user -> user.isStaff && user.isActive);
  }

  /** Lets users through whom {@code test} accepts. */
  public static Middleware userPasses(Predicate<User> test) {
    return new Middleware() {
      @Override
      public Response handle(Request request, View next) throws Exception {
        if (Auth.user(request).isEmpty()) {
          return toLogin(request);
        }
        if (!test.test(Auth.requireUser(request))) {
          throw new Forbidden("You may not see this page.");
        }
        return next.handle(request);
      }
    };
  }

  private static Response toLogin(Request request) {
    if (!request.prefersHtml()) {
      throw new Unauthorized("You must be logged in.");
    }
    String login = Urls.reverse(SiteContext.current().setting(LOGIN_ROUTE));
    String next = URLEncoder.encode(request.fullPath(), StandardCharsets.UTF_8);
    return Response.redirect(login + "?next=" + next);
  }
}
