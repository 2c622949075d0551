package io.quintet.testing;

import io.quintet.auth.Permissions;
import io.quintet.core.SiteContext;
import io.quintet.orm.Db;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.Schema;
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
    if (site.app("auth").isPresent()) {
      Db.atomic(Permissions::createMissing);
    }
  }
}
