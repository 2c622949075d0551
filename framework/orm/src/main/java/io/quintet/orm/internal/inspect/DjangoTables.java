package io.quintet.orm.internal.inspect;

import java.util.Map;
import java.util.Optional;

/** Tables that Django itself makes, and the app here that has models for them. */
final class DjangoTables {
  private static final String ACCOUNTS = "AccountsApp";
  private static final Map<String, String> APPS =
      Map.of(
          "auth_user", ACCOUNTS,
          "auth_group", ACCOUNTS,
          "auth_permission", ACCOUNTS,
          "auth_user_groups", ACCOUNTS,
          "auth_user_user_permissions", ACCOUNTS,
          "auth_group_permissions", ACCOUNTS,
          "django_content_type", ACCOUNTS,
          "django_session", "the database store of sessions",
          "django_admin_log", "AdminApp");

  private DjangoTables() {}

  /** Why a table of that name is left to Django or to an app here; empty for other tables. */
  static Optional<String> reason(String table) {
    if (table.equals("django_migrations")) {
      return Optional.of("Django's own history, which stays as it is");
    }
    return Optional.ofNullable(APPS.get(table))
        .map(app -> "the models of " + app + " are made for it");
  }
}
