package io.quintet.admin;

import io.quintet.auth.User;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Routes;
import io.quintet.orm.Entity;
import java.util.Locale;

/** The routes of the admin: general pages, then those of each registered model. */
final class AdminRoutes implements RouteSource {
  @Override
  public String namespace() {
    return "admin";
  }

  @Override
  public void define(Routes routes) {
    StaffOnly staff = new StaffOnly();
    routes.path("login/", SessionPages::login).name("login");
    routes.path("logout/", SessionPages::logout).name("logout");
    routes.path("", IndexPages::index).with(staff).name("index");
    routes
        .path("password_change/", SessionPages::passwordChange)
        .with(staff)
        .name("password_change");
    for (ModelAdmin<?> admin : AdminSite.current().models()) {
      define(routes, admin, staff);
    }
    routes.<String>path("<str:app>/", IndexPages::app).with(staff).name("app_list");
  }

  private static <M extends Entity> void define(
      Routes routes, ModelAdmin<M> admin, StaffOnly staff) {
    String base = admin.model().app() + "/" + admin.model().name().toLowerCase(Locale.ROOT) + "/";
    ListPage<M> list = new ListPage<>(admin);
    EditPage<M> edit = new EditPage<>(admin);
    DeletePage<M> delete = new DeletePage<>(admin);
    HistoryPage<M> history = new HistoryPage<>(admin);
    routes.path(base, list::handle).with(staff).name(name(admin, "changelist"));
    routes.path(base + "add/", edit::add).with(staff).name(name(admin, "add"));
    routes
        .<String>path(base + "<str:key>/change/", edit::change)
        .with(staff)
        .name(name(admin, "change"));
    routes
        .<String>path(base + "<str:key>/delete/", delete::handle)
        .with(staff)
        .name(name(admin, "delete"));
    routes
        .<String>path(base + "<str:key>/history/", history::handle)
        .with(staff)
        .name(name(admin, "history"));
    if (admin.model().type() == User.class) {
      routes
          .<String>path(base + "<str:key>/password/", PasswordPage::handle)
          .with(staff)
          .name("auth_user_password_change");
    }
  }

  private static String name(ModelAdmin<?> admin, String page) {
    return Links.routeName(admin.model(), page);
  }
}
