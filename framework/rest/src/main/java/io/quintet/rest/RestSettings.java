package io.quintet.rest;

import io.quintet.core.CoreSettings;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import io.quintet.rest.authentication.Authentication;
import io.quintet.rest.authentication.BasicAuthentication;
import io.quintet.rest.authentication.SessionAuthentication;
import io.quintet.rest.permissions.Permission;
import io.quintet.rest.permissions.Permissions;
import io.quintet.rest.throttling.Throttle;
import io.quintet.rest.throttling.Throttles;
import io.quintet.rest.tokens.TokenAuthentication;
import java.util.ArrayList;
import java.util.List;

/** The settings of the APIs of a site; a view set may decide otherwise for itself. */
public final class RestSettings {
  /** How clients prove who they are. */
  public static final Setting<List<String>> AUTHENTICATION =
      Setting.list(
          "rest.authentication",
          List.of("session", "basic", "token"),
          "How clients prove who they are: session, basic, token (needs TokensApp); the first decides"
              + " between 401 and 403");

  /** Who may call. */
  public static final Setting<List<String>> PERMISSIONS =
      Setting.list(
          "rest.permissions",
          List.of("allow-any"),
          "Who may call: allow-any, is-authenticated, is-admin-user,"
              + " is-authenticated-or-read-only, model-permissions,"
              + " model-permissions-or-anonymous-read-only; all of them must agree");

  /** Which limits count for all calls. */
  public static final Setting<List<String>> THROTTLES =
      Setting.list(
          "rest.throttles",
          List.of(),
          "Which limits count for all calls: anon, user, or a scope of your own");

  /** How many calls each limit allows. */
  public static final Setting<List<String>> THROTTLE_RATES =
      Setting.list(
          "rest.throttle-rates",
          List.of(),
          "How many calls each limit allows, such as anon=100/day,user=1000/day");

  /** How many objects a page has. */
  public static final Setting<Integer> PAGE_SIZE =
      Setting.integer("rest.page-size", 50, "How many objects a page of a list has")
          .check(size -> size > 0, "must be at least 1");

  /** Whether browsers get pages outside of development too. */
  public static final Setting<Boolean> BROWSABLE =
      Setting.bool(
          "rest.browsable",
          false,
          "Whether the API is shown as pages to browsers; in development it always is");

  private RestSettings() {}

  /** Whether browsers get pages. */
  public static boolean isBrowsable() {
    SiteContext site = SiteContext.current();
    return site.setting(BROWSABLE) || site.setting(CoreSettings.DEBUG);
  }

  /** The site's ways to authenticate. */
  public static List<Authentication> authentication() {
    SiteContext site = SiteContext.current();
    List<Authentication> found = new ArrayList<>();
    for (String name : site.setting(AUTHENTICATION)) {
      switch (name) {
        case "session" -> found.add(new SessionAuthentication());
        case "basic" -> found.add(new BasicAuthentication());
        case "token" -> {
          if (site.app("authtoken").isPresent()) {
            found.add(new TokenAuthentication());
          }
        }
        default -> throw unknown(AUTHENTICATION, name, "session, basic, token");
      }
    }
    return found;
  }

  /** The site's rules for who may call. */
  public static List<Permission> permissions() {
    return SiteContext.current().setting(PERMISSIONS).stream()
        .map(name ->
            switch (name) {
              case "allow-any" -> Permissions.ALLOW_ANY;
              case "is-authenticated" -> Permissions.IS_AUTHENTICATED;
              case "is-admin-user" -> Permissions.IS_ADMIN_USER;
              case "is-authenticated-or-read-only" -> Permissions.IS_AUTHENTICATED_OR_READ_ONLY;
              case "model-permissions" -> Permissions.MODEL_PERMISSIONS;
              case "model-permissions-or-anonymous-read-only" ->
                  Permissions.MODEL_PERMISSIONS_OR_ANONYMOUS_READ_ONLY;
              default ->
                  throw unknown(
                      PERMISSIONS,
                      name,
                      "allow-any, is-authenticated, is-admin-user,"
                          + " is-authenticated-or-read-only, model-permissions,"
                          + " model-permissions-or-anonymous-read-only");
            })
        .toList();
  }

  /** The site's limits. */
  public static List<Throttle> throttles() {
    return SiteContext.current().setting(THROTTLES).stream().map(Throttles::configured).toList();
  }

  private static ImproperlyConfigured unknown(Setting<?> setting, String name, String allowed) {
    return new ImproperlyConfigured(
        "The setting %s has \"%s\". Allowed are: %s.".formatted(setting.key(), name, allowed));
  }
}
