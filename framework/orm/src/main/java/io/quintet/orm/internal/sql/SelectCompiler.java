package io.quintet.orm.internal.sql;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.orm.NotSupportedException;
import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Names;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiles one SELECT: follows the steps of a query in order, collecting joins, conditions and
 * columns.
 */
final class SelectCompiler {
  private final Query query;
  private final Dialect dialect;
  private final Operations operations;
  private final Aliases aliases;
  private final @Nullable SelectCompiler outer;
  private final Function<SubqueryOf, Query> subqueries;
  private final JoinTree joins;
  private final NodeCompiler nodes;
  private final Map<String, Node> annotations = new LinkedHashMap<>();
  private final Ctes ctes;
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Map<String, Query.Step.Relate> relations = new HashMap<>();
  private final LookupNames lookups;
  private final Grouping grouping;
  private final List<Fragment> where = new ArrayList<>();
  private final List<Fragment> having = new ArrayList<>();
  private final Lift windows = new Lift("windows");
  private final List<Fragment> qualify = new ArrayList<>();
  private final Map<String, Fragment> compiled = new HashMap<>();
  private int groups;

  SelectCompiler(
      Query query,
      Dialect dialect,
      Aliases aliases,
      @Nullable SelectCompiler outer,
      Function<SubqueryOf, Query> subqueries) {
    this.query = query;
    this.dialect = dialect;
    this.operations = dialect.operations();
    this.aliases = aliases;
    this.outer = outer;
    this.subqueries = subqueries;
    this.joins = new JoinTree(query.model(), operations, aliases, this::conditionOf);
    this.nodes = new NodeCompiler(this, dialect);
    this.ctes = new Ctes(this).seeing(outer == null ? List.of() : outer.ctes.visible());
    this.lookups = new LookupNames(query.model(), annotations, this::path, this::typeOf);
    this.grouping = new Grouping(this);
  }

  /** A compiler for a query in the place of this one, as a part of it. */
  SelectCompiler part(Query part) {
    return new SelectCompiler(part, dialect, aliases, outer, subqueries);
  }

  Query query() {
    return query;
  }

  Operations operations() {
    return operations;
  }

  JoinTree joins() {
    return joins;
  }

  NodeCompiler nodes() {
    return nodes;
  }

  LookupNames lookups() {
    return lookups;
  }

  Grouping grouping() {
    return grouping;
  }

  List<Fragment> where() {
    return where;
  }

  boolean isGrouped() {
    return grouping.isActive();
  }

  Map<String, Node> annotations() {
    return annotations;
  }

  /** The annotations that are part of the result. */
  Map<String, Node> selected() {
    Map<String, Node> found = new LinkedHashMap<>(annotations);
    found.keySet().removeAll(hidden);
    return found;
  }

  /** Whether rows are chosen by what a window yields. */
  boolean isQualified() {
    return !qualify.isEmpty();
  }

  boolean hasAggregate(@Nullable Node node) {
    return grouping.hasAggregate(node);
  }

  /** Takes the steps of the query in order. */
  void takeSteps() {
    if (query.nothing()) {
      where.add(Fragment.of("1 = 0"));
    }
    for (Query.Step step : query.steps()) {
      switch (step) {
        case Query.Step.Annotate a -> annotate(a);
        case Query.Step.Filter f -> filter(f.condition());
        case Query.Step.Relate r -> relations.put(Names.check(r.name()), r);
        case Query.Step.Join j -> ctes.join(j);
        case Query.Step.Values v -> values(v.outputs());
      }
    }
    grouping.outputs(query.outputs());
  }

  /** What an expression of the result is called may stand in what follows. */
  private void values(List<Query.Output> outputs) {
    grouping.values(outputs);
    for (Query.Output output : outputs) {
      boolean isName = output.expression() instanceof Node.Reference;
      boolean taken =
          annotations.containsKey(output.name())
              || query.model().findField(output.name()).isPresent()
              || PathResolver.hop(query.model(), output.name()).isPresent();
      if (!isName && !taken) {
        annotations.put(output.name(), output.expression());
        hidden.add(output.name());
      }
    }
  }

  private void annotate(Query.Step.Annotate step) {
    boolean shows =
        step.expression() instanceof Node.Reference r
            && r.name().equals(step.name())
            && annotations.containsKey(step.name());
    if (!shows) {
      grouping.annotation(step);
      annotations.put(Names.check(step.name()), step.expression());
      compiled.remove(step.name());
    }
    if (step.selected()) {
      hidden.remove(step.name());
    } else {
      hidden.add(step.name());
    }
    if (!shows && !hasWindow(step.expression())) {
      annotation(step.name(), step.expression());
    }
  }

  private void filter(Node condition) {
    int group = ++groups;
    for (Node part : condition instanceof Node.And and ? and.parts() : List.of(condition)) {
      if (hasWindow(part)) {
        qualify.add(nodes.lifting(windows).condition(part, any()));
      } else if (grouping.hasAggregate(part)) {
        grouping.condition();
        having.add(nodes.condition(part, new NodeCompiler.Context(false, false, JoinTree.ANY)));
      } else {
        Fragment sql = nodes.condition(part, new NodeCompiler.Context(false, true, group));
        if (!sql.equals(NodeCompiler.TRUE)) {
          where.add(sql);
        }
      }
    }
  }

  private boolean hasWindow(@Nullable Node node) {
    return switch (node) {
      case null -> false;
      case Node.Window w -> true;
      case Node.Named n -> hasWindow(annotations.get(lookups.names(n.lookup()).getFirst()));
      case Node.Reference r -> hasWindow(annotations.get(lookups.names(r.name()).getFirst()));
      default -> NodeWalk.children(node).stream().anyMatch(this::hasWindow);
    };
  }

  static NodeCompiler.Context any() {
    return new NodeCompiler.Context(false, false, JoinTree.ANY);
  }

  /**
   * Joins the pairs or compares the foreign key by which rows belong to owners; the column with the
   * key of the owner.
   */
  @Nullable String takeOwners() {
    Query.Owned owned = query.owned();
    if (owned == null) {
      return null;
    }
    RelationMeta r = owned.relation();
    String column;
    FieldType type = ownerType(owned);
    if (r.isManyToMany()) {
      JoinTree.Table pairs = joins.ownerPairs(r, owned.reverse(), query.model());
      column = joins.column(pairs, owned.reverse() ? r.joinTargetColumn() : r.joinSourceColumn());
    } else {
      column = joins.column(joins.root(), r.field().column());
    }
    List<Param> params = owned.keys().stream().map(k -> new Param(k, type)).toList();
    String marks = String.join(", ", params.stream().map(p -> operations.parameter(type)).toList());
    where.add(
        params.size() == 1
            ? Fragment.of(column + " = " + marks, params)
            : Fragment.of(column + " IN (" + (params.isEmpty() ? "NULL" : marks) + ")", params));
    return column;
  }

  static FieldType ownerType(Query.Owned owned) {
    RelationMeta r = owned.relation();
    return r.isManyToMany()
        ? (owned.reverse() ? r.target() : r.model()).primaryKey().columnType()
        : r.field().columnType();
  }

  /** Where a path leads, which may begin with a relation that has a name of its own. */
  PathResolver.Path path(List<String> names) {
    Query.Step.Relate relate = relations.get(names.getFirst());
    if (relate == null) {
      return PathResolver.resolve(query.model(), names);
    }
    List<String> real = new ArrayList<>(relate.path());
    real.addAll(names.subList(1, names.size()));
    PathResolver.Path found = PathResolver.resolve(query.model(), real);
    List<Hop> hops = new ArrayList<>(found.hops());
    int last = relate.path().size() - 1;
    if (last < hops.size()) {
      hops.set(last, hops.get(last).named(relate.name()));
    }
    return new PathResolver.Path(hops, found.field(), found.rest());
  }

  /** The condition on the rows of a relation that has a name of its own. */
  private Fragment conditionOf(String name) {
    Query.Step.Relate relate = java.util.Objects.requireNonNull(relations.get(name));
    return nodes.condition(
        PathRename.of(relate.condition(), String.join("__", relate.path()), name), any().value());
  }

  Fragment column(List<String> path, int group) {
    PathResolver.Path resolved = path(path);
    if (!resolved.rest().isEmpty()) {
      throw PathResolver.unknown(
          query.model(), resolved.field().model(), resolved.rest().getFirst(), path);
    }
    return column(joins.place(resolved, group));
  }

  private Fragment column(JoinTree.Place place) {
    if (place.field().encrypted()) {
      throw new QueryException(
          "%s is encrypted, so the database cannot compare, sort or select it. Read entities, or use a field that is not encrypted."
              .formatted(place.field()));
    }
    return new Fragment(
        joins.column(place.table(), place.column()),
        List.of(),
        place.field().columnType(),
        place.field().nullable() || place.table().mayBeMissing());
  }

  /** A column, annotation or output by name, with transforms. */
  Fragment reference(String name) {
    return nodes.expression(resolve(name), any());
  }

  /** The SQL of an annotation. */
  Fragment annotation(String name, Node meaning) {
    Fragment known = compiled.get(name);
    if (known == null) {
      known = nodes.expression(meaning, any());
      compiled.put(name, known);
    }
    return known;
  }

  /** The expression that a name stands for. */
  Node resolve(String name) {
    return lookups.resolve(name);
  }

  /** Whether a name is that of an annotation, maybe with transforms. */
  boolean isAnnotation(String name) {
    return annotations.containsKey(lookups.names(name).getFirst());
  }

  /** The type of an expression; a column is looked at without joining its table. */
  @Nullable FieldType typeOf(Node node) {
    return switch (node) {
      case Node.Field field -> path(field.path()).field().columnType();
      case Node.Typed typed -> typed.type();
      case Node.JsonKey key -> key.text() ? new FieldType.LongText() : new FieldType.JsonValue();
      case Node.Call call when call.arguments().size() == 1 -> {
        FieldType argument = typeOf(call.arguments().getFirst());
        yield argument == null
            ? null
            : call.function().type(List.of(new Fragment("", List.of(), argument, true)));
      }
      default -> nodes.expression(node, any()).type();
    };
  }

  /** Where moments are looked at: the time zone of the site. */
  static ZoneId zone() {
    return SiteContext.find()
        .map(site -> site.setting(CoreSettings.TIME_ZONE))
        .orElse(ZoneOffset.UTC);
  }

  Node understand(Node.Named named) {
    return lookups.understand(named);
  }

  // Relations to many rows inside NOT, and joins that a condition needs.

  boolean crossesMany(Node node) {
    return NodePaths.of(node, this).stream()
        .anyMatch(p -> path(p).hops().stream().anyMatch(Hop::isToMany));
  }

  /** Whether the rows of the relations to many in a condition are joined in its call already. */
  boolean sharesMany(Node node, int group) {
    return NodePaths.of(node, this).stream().allMatch(p -> joins.isJoined(path(p), group));
  }

  void requireTables(Node left) {
    for (List<String> path : NodePaths.of(left, this)) {
      joins.place(path(path), groups).table().require();
    }
  }

  /** EXISTS over the same model, joined to the row at hand by its key. */
  Fragment existsFor(Node leaf) {
    SelectCompiler inner =
        new SelectCompiler(Query.of(query.model()), dialect, aliases, this, subqueries);
    inner.relations.putAll(relations);
    Fragment condition = inner.nodes.condition(leaf, new NodeCompiler.Context(false, true, 0));
    String key = query.model().primaryKey().column();
    Sql sql =
        new Sql()
            .add("EXISTS (SELECT 1 FROM ")
            .add(inner.joins.from())
            .add(" WHERE ")
            .add(
                inner.joins.column(inner.joins.root(), key)
                    + " = "
                    + joins.column(joins.root(), key))
            .add(" AND ")
            .add(condition)
            .add(")");
    return Fragment.of(sql.toString(), sql.params());
  }

  /** An expression of the query around this one. */
  Fragment outer(Node.Outer node) {
    if (outer == null) {
      throw new QueryException(
          "outer(...) stands for the query around a subquery, but there is none around this one.");
    }
    return outer.nodes.expression(node.expression(), any());
  }

  Fragment subquery(SubqueryOf source, boolean onlyExists) {
    Query inner = subqueries.apply(source);
    SelectCompiler compiler = new SelectCompiler(inner, dialect, aliases, this, subqueries);
    Selected selected =
        compiler.select(
            onlyExists
                ? Selected.Kind.ONE
                : inner.outputs().isEmpty() ? Selected.Kind.KEYS : Selected.Kind.OUTPUTS,
            inner.isSliced() || (inner.distinct() != null && !inner.distinct().on().isEmpty()));
    return new Fragment(
        selected.sql().toString(),
        selected.sql().params(),
        selected.columns().getFirst().type(),
        true);
  }

  // Columns and the statement.

  List<Fragment> allColumns(ModelMeta<?> model, JoinTree.Table table) {
    List<Fragment> columns = new ArrayList<>();
    for (FieldMeta field : model.fields()) {
      columns.add(
          new Fragment(
              joins.column(table, field.column()),
              List.of(),
              field.columnType(),
              field.nullable()));
    }
    return columns;
  }

  /** The whole statement; {@code ordered} when the order of the rows matters. */
  Selected select(Selected.Kind kind, boolean ordered) {
    if (query.combined() != null) {
      return new CombinedCompiler(this).select(kind, ordered);
    }
    String owner = takeOwners();
    takeSteps();
    return new ColumnsCompiler(this).select(kind, ordered, owner);
  }

  /** The whole statement of a query whose steps are taken, with more columns at the end. */
  Selected selectWith(
      Selected.Kind kind, List<Fragment> more, boolean ordered, @Nullable String owner) {
    return new ColumnsCompiler(this).with(more).select(kind, ordered, owner);
  }

  Sql render(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    Sql select =
        isQualified() ? qualified(columns, orders, groupBy) : plain(columns, orders, groupBy);
    return ctes.isEmpty()
        ? select
        : new Sql().add(ctes.with()).add(Fragment.of(select.toString(), select.params()));
  }

  /** The columns of a query as a part of this statement, beside common table expressions. */
  Fragment outputsOf(Query part, List<CteSource> visible) {
    SelectCompiler inner = new SelectCompiler(part, dialect, aliases, null, subqueries);
    inner.ctes.seeing(visible);
    Sql sql = inner.select(Selected.Kind.OUTPUTS, part.isSliced()).sql();
    Fragment rows = Fragment.of(sql.toString(), sql.params());
    return part.isSliced() ? Fragment.sql("SELECT * FROM ({}) part", rows) : rows;
  }

  Ctes ctes() {
    return ctes;
  }

  /** A query around one that computes windows, for conditions cannot stand beside those. */
  private Sql qualified(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    List<Fragment> outputs = columns.stream().map(this::lifted).toList();
    List<Fragment> sorted =
        orders.stream()
            .map(o -> {
              String bare = OrderCompiler.bare(o);
              Fragment column = windows.column(o.with(bare));
              return column.with(column.text() + o.text().substring(bare.length()));
            })
            .toList();
    Sql inner = core(windows.named(), grouping.withOrders(groupBy, orders));
    Sql sql =
        new Sql()
            .add(query.isDistinct() ? "SELECT DISTINCT " : "SELECT ")
            .add(outputs, ", ")
            .add(" FROM (")
            .add(inner)
            .add(") " + windows.table() + " WHERE ")
            .add(qualify, " AND ");
    return tail(sql, sorted);
  }

  /** A column of the inner query in the outer one, with the name that it has. */
  private Fragment lifted(Fragment column) {
    int name = column.text().lastIndexOf(" AS ");
    if (name < 0 || column.text().endsWith(")")) {
      return windows.column(column);
    }
    Fragment outer = windows.column(column.with(column.text().substring(0, name)));
    return outer.with(outer.text() + column.text().substring(name));
  }

  private Sql plain(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    List<Fragment> all = new ArrayList<>(columns);
    if (query.distinct() != null && query.distinct().on().isEmpty()) {
      OrderCompiler.addColumns(all, orders);
    }
    boolean positions = !groupBy.isEmpty() || query.isDistinct();
    return tail(
        core(all, grouping.withOrders(groupBy, orders)),
        positions ? OrderCompiler.positioned(all, orders) : orders);
  }

  private Sql core(List<Fragment> columns, List<Fragment> groupBy) {
    Sql sql = new Sql().add("SELECT ");
    if (where.contains(NodeCompiler.FALSE) && (!isGrouped() || !groupBy.isEmpty())) {
      sql.findsNothing();
    }
    if (query.distinct() != null && !isQualified()) {
      sql.add("DISTINCT ").add(distinctOn(query.distinct().on()));
    }
    sql.add(columns, ", ").add(" FROM ").add(joins.from()).add(ctes.joins());
    if (!where.isEmpty()) {
      sql.add(" WHERE ").add(where, " AND ");
    }
    if (!groupBy.isEmpty()) {
      sql.add(" GROUP BY ").add(groupBy, ", ");
    }
    if (!having.isEmpty()) {
      sql.add(" HAVING ").add(having, " AND ");
    }
    return sql;
  }

  private Sql tail(Sql sql, List<Fragment> orders) {
    if (!orders.isEmpty()) {
      sql.add(" ORDER BY ").add(orders.stream().map(dialect.operations()::order).toList(), ", ");
    }
    sql.add(operations.slice(query.limit(), query.offset()));
    return sql.add(lock());
  }

  private Fragment distinctOn(List<String> names) {
    if (names.isEmpty()) {
      return Fragment.of("");
    }
    if (!dialect.features().distinctOn()) {
      throw new NotSupportedException(
          "distinct(\"%s\") is DISTINCT ON, which %s does not know. Use distinct(), or group."
              .formatted(String.join("\", \"", names), dialect.name()));
    }
    List<Fragment> on = names.stream().map(n -> reference(n)).toList();
    return Fragment.of(
        "ON (" + String.join(", ", on.stream().map(Fragment::text).toList()) + ") ",
        Fragment.params(on));
  }

  private String lock() {
    Query.Lock lock = query.lock();
    if (lock == null || !dialect.features().selectForUpdate()) {
      return "";
    }
    List<String> tables = new ArrayList<>();
    for (String name : lock.of().isEmpty() ? List.of("self") : lock.of()) {
      tables.add(lockedTable(name).alias);
    }
    return dialect.operations().forUpdate(tables)
        + (lock.noWait() ? " NOWAIT" : lock.skipLocked() ? " SKIP LOCKED" : "");
  }

  private JoinTree.Table lockedTable(String name) {
    if (name.equals("self")) {
      return joins.root();
    }
    List<String> path = List.of(name.split("__"));
    if (!query.related().contains(path)) {
      throw new QueryException(
          "selectForUpdate().of(\"%s\"): these rows are not read. Choose self or a relation of selectRelated: %s."
              .formatted(
                  Suggestions.shown(name),
                  String.join(
                      ", ", query.related().stream().map(p -> String.join("__", p)).toList())));
    }
    JoinTree.Table table = joins.root();
    for (Object hop : PathResolver.toOne(query.model(), path)) {
      table = joins.follow(table, (Hop) hop, JoinTree.ANY);
    }
    return table;
  }
}
