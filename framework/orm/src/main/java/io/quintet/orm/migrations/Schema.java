package io.quintet.orm.migrations;

import io.quintet.orm.Entity;
import io.quintet.orm.internal.schema.ModelStates;
import io.quintet.orm.internal.schema.Tables;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Makes tables straight from the models, without migrations: for tests.
 *
 * <pre>{@code
 * Schema.create(connection, Author.class, Post.class);
 * }</pre>
 */
public final class Schema {
  private Schema() {}

  /** Makes the tables of these models; whatever they refer to must be among them. */
  @SafeVarargs
  public static void create(Connection connection, Class<? extends Entity>... models) {
    create(connection, Arrays.stream(models).<ModelMeta<?>>map(Models::of).toList());
  }

  /** Makes the tables of these models, in whatever order they are given. */
  public static void create(Connection connection, Collection<? extends ModelMeta<?>> models) {
    Tables.create(connection, models.stream().map(ModelStates::of).toList());
  }

  /** The statements that make the tables of these models. */
  public static List<String> statements(
      Connection connection, Collection<? extends ModelMeta<?>> models) {
    return Tables.statements(connection, models.stream().map(ModelStates::of).toList());
  }
}
