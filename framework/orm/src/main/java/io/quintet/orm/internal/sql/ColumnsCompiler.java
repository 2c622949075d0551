package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the columns of a SELECT whose steps are taken, and what they are grouped by. */
final class ColumnsCompiler {
  private final SelectCompiler select;
  private final Query query;
  private final List<Fragment> columns = new ArrayList<>();
  private final List<Fragment> keys = new ArrayList<>();
  private List<Fragment> more = List.of();

  ColumnsCompiler(SelectCompiler select) {
    this.select = select;
    this.query = select.query();
  }

  /** With more columns at the end. */
  ColumnsCompiler with(List<Fragment> columnsToAdd) {
    more = columnsToAdd;
    return this;
  }

  Selected select(Selected.Kind kind, boolean ordered, @Nullable List<Fragment> owner) {
    return switch (kind) {
      case ENTITIES -> entities(ordered, owner);
      case OUTPUTS -> outputs(ordered);
      case KEYS -> one(select.column(List.of("pk"), JoinTree.ANY), ordered);
      case ONE -> one(Fragment.of("1"), ordered);
    };
  }

  private Selected one(Fragment column, boolean ordered) {
    columns.add(column);
    List<Fragment> groups =
        select.isGrouped()
            ? query.outputs().isEmpty()
                ? List.of(select.column(List.of("pk"), JoinTree.ANY))
                : select.grouping().columns(List.of(), List.of())
            : List.of();
    return finished(ordered, groups, List.of(), List.of(), 0, null);
  }

  private Selected finished(
      boolean ordered,
      List<Fragment> groups,
      List<Compiler.Related> related,
      List<Compiler.Extra> extras,
      int owner,
      @Nullable FieldType ownerType) {
    columns.addAll(more);
    List<Fragment> orders = ordered ? new OrderCompiler(select).orders() : List.of();
    Sql sql = select.render(columns, orders, groups);
    return new Selected(sql, List.copyOf(columns), related, extras, owner, ownerType);
  }

  private Selected outputs(boolean ordered) {
    List<Compiler.Extra> extras = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (Query.Output output : query.outputs()) {
      Fragment sql = select.nodes().result(output.expression(), SelectCompiler.any());
      columns.add(sql);
      nodes.add(output.expression());
      extras.add(new Compiler.Extra(output.name(), columns.size(), sql.type()));
    }
    return finished(ordered, select.grouping().columns(columns, nodes), List.of(), extras, 0, null);
  }

  private Selected entities(boolean ordered, @Nullable List<Fragment> owner) {
    columns.addAll(loaded(query.model(), List.of(), select.joins().root()));
    addKeys(select.joins().root());
    List<Compiler.Related> related = related();
    List<Compiler.Extra> extras = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    int before = columns.size();
    select
        .selected()
        .forEach((name, node) -> {
          Fragment sql = select.nodes().result(new Node.Reference(name), SelectCompiler.any());
          columns.add(sql);
          nodes.add(node);
          extras.add(new Compiler.Extra(name, columns.size(), sql.type()));
        });
    List<Fragment> groups = List.of();
    if (select.isGrouped()) {
      for (int i = 0; i < nodes.size(); i++) {
        select.grouping().addColumn(columns.get(before + i), before + i + 1, nodes.get(i), keys);
      }
      groups = keys;
    }
    Query.Owned owned = query.owned();
    if (owner == null || owned == null || owned.keys().size() < 2) {
      return finished(ordered, groups, related, extras, 0, null);
    }
    int first = columns.size() + 1;
    columns.addAll(owner);
    keys.addAll(owner);
    return finished(ordered, groups, related, extras, first, Owners.type(owned));
  }

  /** The keys of all tables that hold a row, for what depends on them may be selected then. */
  private void addKeys(JoinTree.Table table) {
    JoinTree joins = select.joins();
    keys.addAll(joins.key(table));
    joins.aboves(table).forEach(above -> keys.addAll(joins.key(above)));
  }

  private List<Compiler.Related> related() {
    List<Compiler.Related> found = new ArrayList<>();
    for (List<String> path : query.related()) {
      JoinTree.Table table = select.joins().root();
      Hop last = null;
      for (Object step : PathResolver.toOne(query.model(), path)) {
        last = (Hop) step;
        table = select.joins().follow(table, last, JoinTree.ANY);
      }
      Hop hop = Objects.requireNonNull(last);
      ModelMeta<?> model = hop.target();
      found.add(
          new Compiler.Related(
              path, model, columns.size() + 1, hop, LoadedFields.deferred(query, path, model)));
      List<Fragment> own = loaded(model, path, table);
      columns.addAll(own);
      addKeys(table);
    }
    return found;
  }

  /** The columns of a model; NULL stands for those that are not read. */
  private List<Fragment> loaded(ModelMeta<?> model, List<String> path, JoinTree.Table table) {
    Set<Integer> left = LoadedFields.deferred(query, path, model);
    List<Fragment> all = new ArrayList<>();
    for (FieldMeta field : model.fields()) {
      all.add(
          left.contains(field.index())
              ? new Fragment("NULL", List.of(), field.columnType(), true)
              : loaded(field, model, table));
    }
    return all;
  }

  private Fragment loaded(FieldMeta field, ModelMeta<?> model, JoinTree.Table table) {
    JoinTree joins = select.joins();
    Fragment column = joins.fragment(joins.place(table, field, JoinTree.ANY));
    boolean twice = field.primaryKey() && field != model.primaryKey();
    return twice
        ? column.with(column.text() + " AS " + select.operations().quote(field.column()))
        : column;
  }
}
