package io.quintet.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.meta.ModelMeta;
import java.util.Optional;

/** Asks the routers of the running site. */
final class Routing {
  private Routing() {}

  /** The alias of the database with the rows of a model. */
  static String alias(ModelMeta<?> model) {
    return alias(model, "");
  }

  /** The same; {@code otherwise} when no router knows the model, unless that is empty. */
  static String alias(ModelMeta<?> model, String otherwise) {
    Optional<SiteContext> site = SiteContext.find();
    if (site.isPresent()) {
      for (DatabaseRouter router : site.get().extensions(DatabaseRouter.POINT)) {
        Optional<String> alias = router.database(model);
        if (alias.isPresent()) {
          return alias.get();
        }
      }
    }
    return otherwise.isEmpty() ? Databases.DEFAULT : otherwise;
  }
}
