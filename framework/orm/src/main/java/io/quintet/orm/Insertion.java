package io.quintet.orm;

import io.quintet.orm.internal.db.Values;
import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a new row is given, and which the database fills in: the key that it gives out, and
 * those with a default of the database for which the entity has null.
 */
record Insertion(List<FieldMeta> given, List<FieldMeta> filledIn) {
  /** That of one table of an entity. */
  static Insertion of(ModelMeta<?> meta, Entity entity) {
    List<FieldMeta> given = new ArrayList<>();
    List<FieldMeta> filledIn = new ArrayList<>();
    for (FieldMeta field : meta.ownFields()) {
      (isFilledIn(field, entity) ? filledIn : given).add(field);
    }
    return new Insertion(List.copyOf(given), List.copyOf(filledIn));
  }

  private static boolean isFilledIn(FieldMeta field, Entity entity) {
    if (field.primaryKey() && field.type() instanceof FieldType.Identity) {
      return Objects.equals(field.get(entity), 0L);
    }
    return field.databaseDefault().isPresent() && field.get(entity) == null;
  }

  /** What the database filled in, of the current row. */
  List<@Nullable Object> read(ColumnReader row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < filledIn.size(); i++) {
      values.add(Values.read(row, i + 1, filledIn.get(i).columnType()));
    }
    return values;
  }

  /** Sets in an entity what the database filled in. */
  void fill(Entity entity, List<@Nullable Object> values) {
    for (int i = 0; i < filledIn.size(); i++) {
      filledIn.get(i).set(entity, values.get(i));
    }
  }
}
