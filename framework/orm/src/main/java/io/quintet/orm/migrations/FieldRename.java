package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.Conditions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A model in which one field has another name, wherever it is named. */
final class FieldRename {
  private final String from;
  private final String to;
  private final UnaryOperator<String> sql;

  private FieldRename(String from, String to, UnaryOperator<String> sql) {
    this.from = from;
    this.to = to;
    this.sql = sql;
  }

  static ModelState of(ModelState model, String from, String to) {
    FieldState old = model.field(from);
    FieldState renamed = old.renamed(to);
    UnaryOperator<String> sql =
        old instanceof ColumnState a && renamed instanceof ColumnState b
            ? text -> Conditions.renameColumn(text, a.column(), b.column())
            : UnaryOperator.identity();
    FieldRename rename = new FieldRename(from, to, sql);
    return new ModelState(
        model.name(),
        model.fields().stream().map(field -> field == old ? renamed : field).toList(),
        model.indexes().stream().map(rename::index).toList(),
        model.constraints().stream().map(rename::constraint).toList(),
        rename.options(model.options()),
        model.bases());
  }

  private String name(String name) {
    return name.equals(from) ? to : name.equals("-" + from) ? "-" + to : name;
  }

  private List<String> names(List<String> names) {
    return names.stream().map(this::name).toList();
  }

  private List<String> expressions(List<String> expressions) {
    return expressions.stream().map(sql).toList();
  }

  private @Nullable String condition(@Nullable String condition) {
    return condition == null ? null : sql.apply(condition);
  }

  private IndexState index(IndexState index) {
    return new IndexState(
        index.name(),
        names(index.fields()),
        expressions(index.expressions()),
        condition(index.condition()));
  }

  private ConstraintState constraint(ConstraintState constraint) {
    return switch (constraint) {
      case ConstraintState.Check check ->
          new ConstraintState.Check(check.name(), sql.apply(check.condition()), check.notes());
      case ConstraintState.Unique unique ->
          new ConstraintState.Unique(
              unique.name(),
              names(unique.fields()),
              expressions(unique.expressions()),
              condition(unique.condition()),
              unique.notes());
    };
  }

  private ModelOptions options(ModelOptions options) {
    String order = options.orderWithRespectTo();
    return options
        .ordering(names(options.ordering()))
        .uniqueTogether(options.uniqueTogether().stream().map(this::names).toList())
        .orderWithRespectTo(order == null ? null : name(order));
  }
}
