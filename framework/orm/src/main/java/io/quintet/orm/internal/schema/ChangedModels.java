package io.quintet.orm.internal.schema;

import io.quintet.core.checks.Check;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.orm.migrations.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/** A check: models have changes that no migration records. Does not touch the database. */
public final class ChangedModels implements Check {
  static final String HINT = "Run './manage makemigrations'.";

  static String text(List<String> apps) {
    return apps.stream()
            .map(app -> "'" + app + "'")
            .collect(Collectors.joining(", ", "The models of ", ""))
        + " have changes that no migration records.";
  }

  @Override
  public List<CheckMessage> run(CheckContext context) {
    try {
      List<String> changed = SiteMigrations.of(context.site()).changedApps();
      return changed.isEmpty()
          ? List.of()
          : List.of(CheckMessage.warning("orm.W101", text(changed), HINT));
    } catch (MigrationException e) {
      return List.of(CheckMessage.error("orm.E101", e.getMessage(), ""));
    }
  }
}
