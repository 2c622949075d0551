package io.quintet.admin;

import io.quintet.core.ExtensionPoint;
import io.quintet.http.routing.RouteSource;

/**
 * Where apps register their models, and the admin's pages.
 *
 * <pre>{@code
 * config.add(Admin.MODELS, ModelAdmin.of(Article.class).columns("title", "published"));
 * routes.include("admin/", Admin.urls());
 * }</pre>
 */
public final class Admin {
  /** The models that the admin shows. A declaration for a built-in model replaces that one. */
  public static final ExtensionPoint<ModelAdmin<?>> MODELS = ExtensionPoint.named("admin models");

  private Admin() {}

  /**
   * The pages, in the namespace {@code admin}. Names: index, login, logout, password_change,
   * app_list, and for each model {@code <app>_<model>_changelist}, {@code _add}, {@code _change},
   * {@code _delete}, {@code _history}.
   */
  public static RouteSource urls() {
    return new AdminRoutes();
  }
}
