package io.quintet.orm.internal.schema;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.Options;
import io.quintet.orm.Databases;
import io.quintet.orm.Db;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** {@code showmigrations}: lists the migrations and which are applied. */
public final class ShowMigrations implements Command {
  @Override
  public String name() {
    return "showmigrations";
  }

  @Override
  public String help() {
    return "Lists the migrations and says which are applied.";
  }

  @Override
  public void options(Options options) {
    options
        .optionalArgument("APP", "Only this app.")
        .option("--database", "ALIAS", Databases.DEFAULT, "Which database.");
  }

  @Override
  public int run(CommandContext context) {
    SiteMigrations migrations = SiteMigrations.of(context.site());
    String alias = context.option("database").orElse(Databases.DEFAULT);
    Map<MigrationId, Instant> applied =
        Db.connection(alias, c -> SiteMigrator.executor(context.site(), migrations, c).applied());
    List<String> apps =
        context
            .option("APP")
            .map(app -> List.of(migrations.app(app).label()))
            .orElseGet(migrations::appsWithMigrations);
    if (apps.isEmpty()) {
      context.line("No app has migrations. Run './manage makemigrations'.");
    }
    for (String app : apps) {
      context.line(context.terminal().bold(app));
      List<Migration> all = migrations.graph().ofApp(app);
      for (Migration migration : all) {
        Instant since = applied.get(migration.migrationId());
        String mark = since == null ? " [ ] " : " [x] ";
        String when =
            since == null
                ? ""
                : "  " + context.terminal().faint(since.truncatedTo(ChronoUnit.SECONDS).toString());
        context.line(mark + migration.migrationId().name() + when);
      }
      if (all.isEmpty()) {
        context.line(" no migrations");
      }
    }
    return 0;
  }
}
