package io.quintet.orm;

import io.quintet.core.ExtensionPoint;
import io.quintet.orm.meta.ModelMeta;
import java.util.Optional;

/**
 * Decides in which database the rows of a model are, for queries and new entities that do not say
 * so with {@code using(alias)} or {@code saveTo(alias)}. An app adds one:
 *
 * <pre>{@code
 * config.add(DatabaseRouter.POINT, model ->
 *     model.app().equals("archive") ? Optional.of("archive") : Optional.empty());
 * }</pre>
 *
 * <p>An entity that was read is written to the database that it came from. For copies of one
 * database that are only read see the setting {@code orm.replicas}.
 */
@FunctionalInterface
public interface DatabaseRouter {
  /** Where apps add theirs; the first that knows a model decides. */
  ExtensionPoint<DatabaseRouter> POINT = ExtensionPoint.named("database routers");

  /** The alias of the database with the rows of a model; empty when it is not for this router. */
  Optional<String> database(ModelMeta<?> model);
}
