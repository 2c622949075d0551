package io.quintet.conformance.orm;

import io.quintet.orm.Db;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores the rows that the cases are about. */
final class Fixture {
  private Fixture() {}

  static void load(Map<String, @Nullable Object> fixture) {
    fixture.forEach((name, rows) -> {
      if (name.contains(".")) {
        int dot = name.indexOf('.');
        pairs(name.substring(0, dot), name.substring(dot + 1), Raw.list(rows));
      } else {
        rows(name, Raw.list(rows));
      }
    });
  }

  @SuppressWarnings("unchecked") // the interpreter looks at entities by names only
  private static void rows(String name, List<@Nullable Object> rows) {
    ModelMeta<Entity> model = (ModelMeta<Entity>) Variables.model(name);
    List<Entity> entities = new ArrayList<>();
    for (Object row : rows) {
      Entity entity = model.create();
      Raw.object(row).forEach((field, value) -> set(model.field(field), entity, value));
      entities.add(entity);
    }
    Manager.of(model.type()).bulkCreate(entities);
  }

  private static void set(FieldMeta field, Entity entity, @Nullable Object raw) {
    Object value =
        field.type() instanceof FieldType.JsonValue ? Literal.json(raw) : Literal.of(raw);
    entity.set(field.name(), value);
  }

  private static void pairs(String name, String relation, List<@Nullable Object> pairs) {
    RelationMeta meta = Variables.model(name).findRelation(relation).orElseThrow();
    for (Object each : pairs) {
      List<@Nullable Object> pair = Raw.list(each);
      insert(meta, Literal.of(pair.get(0)), Literal.of(pair.get(1)));
      if (meta.symmetrical()) {
        insert(meta, Literal.of(pair.get(1)), Literal.of(pair.get(0)));
      }
    }
  }

  private static void insert(
      RelationMeta relation, @Nullable Object source, @Nullable Object target) {
    Db.execute(
        "INSERT INTO %s (%s, %s) VALUES (?, ?)"
            .formatted(
                relation.joinTable(), relation.joinSourceColumn(), relation.joinTargetColumn()),
        source,
        target);
  }
}
