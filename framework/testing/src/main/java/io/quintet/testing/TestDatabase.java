package io.quintet.testing;

import io.quintet.auth.Permissions;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.orm.Db;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.Schema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables of a test's database, made straight from the models of the installed apps. */
final class TestDatabase {
  private TestDatabase() {}

  static void create() {
    SiteContext site = SiteContext.current();
    List<ModelMeta<?>> models = new ArrayList<>();
    for (ModelMeta<?> model : Models.all()) {
      if (model.managed() && site.app(model.app()).isPresent()) {
        models.add(model);
      }
    }
    Db.connection(connection -> {
      Schema.create(connection, models);
      return models.size();
    });
    recordMigrations(site);
    if (site.app("auth").isPresent()) {
      Db.atomic(Permissions::createMissing);
    }
  }

  /**
   * The tables are those of the last migrations: the site is ready, and migrate has nothing to do.
   */
  private static void recordMigrations(SiteContext site) {
    var written = new ByteArrayOutputStream();
    var stream = new PrintStream(written, true, StandardCharsets.UTF_8);
    if (Commands.run(site, Terminal.plain(stream, stream), "migrate", "--fake") != 0) {
      throw new IllegalStateException(written.toString(StandardCharsets.UTF_8).strip());
    }
  }
}
