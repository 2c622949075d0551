package io.quintet.orm;

import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads rows into a map by a field that is unique. */
final class BulkRead {
  private BulkRead() {}

  static <M extends Entity> Map<Object, M> all(QuerySet<M> rows, String name) {
    FieldMeta field = unique(rows, name);
    Map<Object, M> found = new LinkedHashMap<>();
    rows.list().forEach(row -> found.put(Objects.requireNonNull(field.get(row)), row));
    return found;
  }

  static <M extends Entity> Map<Object, M> some(
      QuerySet<M> rows, String name, Collection<?> values) {
    FieldMeta field = unique(rows, name);
    Map<Object, M> found = new LinkedHashMap<>();
    for (List<Object> chunk : RelationFetch.chunks(new ArrayList<Object>(values))) {
      for (M row : rows.filter(name + "__in", chunk)) {
        found.put(Objects.requireNonNull(field.get(row)), row);
      }
    }
    return found;
  }

  private static FieldMeta unique(QuerySet<?> rows, String name) {
    rows.refuseSlice("inBulk");
    ModelMeta<?> model = rows.model();
    FieldMeta field = model.field(name);
    boolean alone =
        field.unique()
            || model.constraints().stream()
                .anyMatch(c ->
                    c instanceof ConstraintMeta.Unique u
                        && u.isPlain()
                        && u.fields().equals(List.of(name)));
    if (!alone) {
      throw new QueryException(
          "inBulk(\"%s\", ...): this field of %s is not unique, so rows would be lost. Use filter."
              .formatted(name, model.label()));
    }
    return field;
  }
}
