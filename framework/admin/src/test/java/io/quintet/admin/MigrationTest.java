package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.auth.AccountsApp;
import io.quintet.auth.User;
import io.quintet.core.SiteContext;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.migrations.Migrator;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
  @TempDir Path folder;

  @Test
  void theMigrationMakesTheTableOfTheModel() throws Exception {
    try (SiteContext site =
        SiteContext.builder("test")
            .apps(new OrmApp(), new AccountsApp(), new AdminApp())
            .env(Map.of())
            .baseDir(folder)
            .set(OrmSettings.DATABASE_URL, new DatabaseUrl.Sqlite("test.sqlite3"))
            .build()) {
      site.run(() -> {
        Migrator migrator = Migrator.of(site);
        migrator.migrate();
        assertThat(migrator.changedApps()).doesNotContain("admin");
        User user = new User();
        user.username = "jo";
        user.save();
        LogEntry entry = new LogEntry();
        entry.user.set(user);
        entry.objectRepr = "something";
        entry.save();
        assertThat(LogEntry.objects.all().get().kind()).isEqualTo("changed");
      });
    }
  }
}
