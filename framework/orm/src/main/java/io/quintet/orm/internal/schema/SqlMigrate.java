package io.quintet.orm.internal.schema;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.Options;
import io.quintet.orm.Databases;
import io.quintet.orm.Db;
import io.quintet.orm.migrations.Migration;
import java.util.List;

/** {@code sqlmigrate}: prints the statements of a migration. */
public final class SqlMigrate implements Command {
  @Override
  public String name() {
    return "sqlmigrate";
  }

  @Override
  public String help() {
    return "Prints the SQL of a migration without running it.";
  }

  @Override
  public void options(Options options) {
    options
        .argument("APP", "The app.")
        .argument("NAME", "The migration; its beginning is enough.")
        .flag("--backwards", "The SQL that takes it back.")
        .option("--database", "ALIAS", Databases.DEFAULT, "For which database.");
  }

  @Override
  public int run(CommandContext context) {
    SiteMigrations migrations = SiteMigrations.of(context.site());
    String app = migrations.app(context.argument("APP")).label();
    Migration migration =
        migrations.graph().get(migrations.graph().resolve(app, context.argument("NAME")));
    Vendor vendor = Db.connection(context.option("database").orElse(Databases.DEFAULT), Vendor::of);
    List<String> statements =
        Executor.sql(
            migrations.graph(), vendor, new Executor.Step(migration, context.flag("backwards")));
    if (migration.isAtomic()) {
      context.line("BEGIN;");
    }
    for (String statement : statements) {
      context.line(statement.startsWith("-- ") ? statement : statement + ";");
    }
    if (migration.isAtomic()) {
      context.line("COMMIT;");
    }
    return 0;
  }
}
