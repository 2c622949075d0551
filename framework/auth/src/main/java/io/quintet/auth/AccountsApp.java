package io.quintet.auth;

import io.quintet.auth.commands.ChangePassword;
import io.quintet.auth.commands.CreateSuperuser;
import io.quintet.auth.passwords.Passwords;
import io.quintet.auth.tokens.ResetTokens;
import io.quintet.auth.tokens.Verification;
import io.quintet.auth.views.SessionViews;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.http.ContextProcessors;
import io.quintet.orm.migrations.MigrationSignals;
import io.quintet.orm.migrations.MigrationSignals.Migrated;
import io.quintet.orm.migrations.ModelName;
import java.util.Map;

/** Users, groups and permissions, with the account pages. */
public final class AccountsApp implements App {
  @Override
  public String label() {
    return "auth";
  }

  @Override
  public String verboseName() {
    return "Accounts";
  }

  @Override
  public void configure(AppConfig config) {
    config
        .settings(
            Passwords.ITERATIONS,
            Passwords.ALGORITHM,
            ResetTokens.TIMEOUT,
            Verification.TIMEOUT,
            Guards.LOGIN_ROUTE,
            SessionViews.LOGIN_REDIRECT)
        .commands(new CreateSuperuser(), new ChangePassword())
        .receive(MigrationSignals.POST_MIGRATE, AccountsApp::migrated)
        .add(
            ContextProcessors.POINT,
            request ->
                Map.of("user", new UserView(request), "perms", new PermissionsView(request)));
  }

  /** Rows that name models follow these, as soon as there is a table for them. */
  private static void migrated(Migrated event) {
    if (event.state().find(new ModelName("auth", "Permission")).isEmpty()) {
      return;
    }
    event.renamed().forEach(model -> Permissions.follow(model.from(), model.to()));
    if (event.takenOver().isEmpty()) {
      Permissions.createMissing();
    }
  }
}
