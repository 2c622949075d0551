package io.quintet.auth;

import io.quintet.auth.views.PasswordViews;
import io.quintet.auth.views.RegistrationViews;
import io.quintet.auth.views.SessionViews;
import io.quintet.http.routing.Routes;
import java.util.function.Consumer;

/**
 * The routes of the account pages: {@code routes.include("accounts/", Accounts.urls())}.
 *
 * <p>Names: login, logout, register, register_done, verify, profile, password_change,
 * password_change_done, password_reset, password_reset_done, password_reset_confirm,
 * password_reset_complete. The pages extend {@code accounts/base.html}, which a site may replace.
 */
public final class Accounts {
  private Accounts() {}

  /** The routes. */
  public static Consumer<Routes> urls() {
    return Accounts::define;
  }

  private static void define(Routes routes) {
    routes.path("login/", SessionViews::login).name("login");
    routes.path("logout/", SessionViews::logout).name("logout");
    routes.path("register/", RegistrationViews::register).name("register");
    routes.path("register/done/", RegistrationViews::done).name("register_done");
    routes.path("verify/<str:token>/", RegistrationViews::verify).name("verify");
    routes
        .path("profile/", RegistrationViews::profile)
        .with(Guards.loginRequired())
        .name("profile");
    routes
        .path("password_change/", PasswordViews::change)
        .with(Guards.loginRequired())
        .name("password_change");
    routes
        .path("password_change/done/", PasswordViews::changeDone)
        .with(Guards.loginRequired())
        .name("password_change_done");
    routes.path("password_reset/", PasswordViews::reset).name("password_reset");
    routes.path("password_reset/done/", PasswordViews::resetDone).name("password_reset_done");
    routes
        .path("reset/<str:uid>/<str:token>/", PasswordViews::resetConfirm)
        .name("password_reset_confirm");
    routes.path("reset/done/", PasswordViews::resetComplete).name("password_reset_complete");
  }
}
