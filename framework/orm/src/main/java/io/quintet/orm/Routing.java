package io.quintet.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.meta.ModelMeta;
import java.util.Optional;

/** Asks the routers of the running site. */
final class Routing {
  private Routing() {}

  /** The alias of the database with the rows of a model. */
  static String alias(ModelMeta<?> model) {
    return routed(model).orElse(Databases.DEFAULT);
  }

  /**
   * The alias of the database with the rows that are related to one of another model: what a router
   * says; else that of the owner, unless it is only there because a router said so.
   */
  static String related(ModelMeta<?> model, ModelMeta<?> owner, String ownerAlias) {
    if (ownerAlias.isEmpty()) {
      return alias(model);
    }
    return routed(model)
        .orElseGet(() ->
            routed(owner).filter(ownerAlias::equals).isPresent() ? Databases.DEFAULT : ownerAlias);
  }

  private static Optional<String> routed(ModelMeta<?> model) {
    Optional<SiteContext> site = SiteContext.find();
    if (site.isPresent()) {
      for (DatabaseRouter router : site.get().extensions(DatabaseRouter.POINT)) {
        Optional<String> alias = router.database(model);
        if (alias.isPresent()) {
          return alias;
        }
      }
    }
    return Optional.empty();
  }
}
