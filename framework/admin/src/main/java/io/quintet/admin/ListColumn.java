package io.quintet.admin;

import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param orderBy by what a click sorts; empty for a column that cannot be sorted
 * @param related the relation to fetch with the rows; empty for none
 * @param toMany whether that relation has many rows
 */
record ListColumn<M extends Entity>(
    String name,
    String label,
    String orderBy,
    boolean isNumber,
    String related,
    boolean toMany,
    Function<M, Map<String, @Nullable Object>> cell) {

  /** The name of the column that shows the row by its {@code toString}. */
  static final String ITSELF = "toString";

  static <M extends Entity> List<ListColumn<M>> of(ModelAdmin<M> admin) {
    List<String> names = admin.options().columns;
    List<ListColumn<M>> columns = new ArrayList<>();
    for (String name : names.isEmpty() ? List.of(ITSELF) : names) {
      columns.add(of(admin, name));
    }
    return columns;
  }

  private static <M extends Entity> ListColumn<M> of(ModelAdmin<M> admin, String name) {
    ModelMeta<M> model = admin.model();
    Options.Computed<M> computed = admin.options().computed.get(name);
    if (computed != null) {
      return new ListColumn<>(
          name,
          computed.label(),
          computed.orderBy(),
          false,
          "",
          false,
          row -> Display.cell(computed.label(), computed.value().apply(row), null));
    }
    if (name.equals(ITSELF)) {
      String label = Words.singular(model);
      return new ListColumn<>(
          name, label, "", false, "", false, row -> Display.cell(label, Display.name(row), null));
    }
    FieldPath path = FieldPath.of(model, name);
    FieldMeta field = path.field();
    String label = path.label();
    return new ListColumn<>(
        name,
        label,
        path.toMany() ? "" : name,
        field != null && isNumber(field.type()),
        path.related(),
        path.toMany(),
        row -> Display.cell(label, path.value(row), field));
  }

  private static boolean isNumber(FieldType type) {
    return switch (type) {
      case FieldType.Int16 _ -> true;
      case FieldType.Int32 _ -> true;
      case FieldType.Int64 _ -> true;
      case FieldType.Float64 _ -> true;
      case FieldType.Decimal _ -> true;
      case FieldType.Identity _ -> true;
      default -> false;
    };
  }
}
