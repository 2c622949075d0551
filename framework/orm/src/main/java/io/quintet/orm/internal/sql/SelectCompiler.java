package io.quintet.orm.internal.sql;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Names;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
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
  private final LookupNames lookups;
  private final List<Fragment> where = new ArrayList<>();
  private final List<Fragment> having = new ArrayList<>();
  private final Lift windows = new Lift("windows");
  private final List<Fragment> qualify = new ArrayList<>();
  private int groups;
  private boolean aggregated;

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
    this.joins = new JoinTree(query.model(), operations, aliases);
    this.nodes = new NodeCompiler(this, dialect);
    this.lookups = new LookupNames(query.model(), annotations, this::typeOf);
  }

  Query query() {
    return query;
  }

  JoinTree joins() {
    return joins;
  }

  NodeCompiler nodes() {
    return nodes;
  }

  List<Fragment> where() {
    return where;
  }

  boolean isGrouped() {
    return aggregated || query.groups() != null;
  }

  Map<String, Node> annotations() {
    return annotations;
  }

  /** Takes the steps of the query in order. */
  void takeSteps() {
    if (query.nothing()) {
      where.add(Fragment.of("1 = 0"));
    }
    for (Query.Step step : query.steps()) {
      switch (step) {
        case Query.Step.Annotate a -> {
          annotations.put(Names.check(a.name()), a.expression());
          aggregated |= hasAggregate(a.expression());
          if (!hasAggregate(a.expression())) {
            nodes.expression(a.expression(), any());
          }
        }
        case Query.Step.Filter f -> filter(f.condition());
      }
    }
    for (Query.Output output : query.outputs()) {
      aggregated |= hasAggregate(output.expression());
    }
  }

  private void filter(Node condition) {
    int group = ++groups;
    for (Node part : condition instanceof Node.And and ? and.parts() : List.of(condition)) {
      if (hasWindow(part)) {
        qualify.add(nodes.lifting(windows).condition(part, any()));
      } else if (hasAggregate(part)) {
        aggregated = true;
        having.add(nodes.condition(part, new NodeCompiler.Context(false, false, JoinTree.ANY)));
      } else {
        where.add(nodes.condition(part, new NodeCompiler.Context(false, true, group)));
      }
    }
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
    FieldType type;
    if (r.isManyToMany()) {
      JoinTree.Table pairs = joins.ownerPairs(r, owned.reverse(), query.model());
      column = joins.column(pairs, owned.reverse() ? r.joinTargetColumn() : r.joinSourceColumn());
      type = (owned.reverse() ? r.target() : r.model()).primaryKey().columnType();
    } else {
      column = joins.column(joins.root(), r.field().column());
      type = r.field().columnType();
    }
    List<Param> params = owned.keys().stream().map(k -> new Param(k, type)).toList();
    String marks = String.join(", ", params.stream().map(p -> operations.parameter(type)).toList());
    where.add(
        params.size() == 1
            ? Fragment.of(column + " = " + marks, params)
            : Fragment.of(column + " IN (" + (params.isEmpty() ? "NULL" : marks) + ")", params));
    return column;
  }

  Fragment column(List<String> path, int group) {
    PathResolver.Path resolved = PathResolver.resolve(query.model(), path);
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
      case Node.Field field ->
          PathResolver.resolve(query.model(), field.path()).field().columnType();
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
    return fieldPaths(node).stream()
        .anyMatch(
            p -> PathResolver.resolve(query.model(), p).hops().stream().anyMatch(Hop::isToMany));
  }

  private List<List<String>> fieldPaths(Node node) {
    List<List<String>> found = new ArrayList<>();
    collectPaths(node, found);
    return found;
  }

  private void collectPaths(Node node, List<List<String>> found) {
    switch (node) {
      case Node.Field f -> found.add(f.path());
      case Node.Reference r -> {
        if (!isAnnotation(r.name())) {
          collectPaths(resolve(r.name()), found);
        }
      }
      default -> NodeWalk.children(node).forEach(n -> collectPaths(n, found));
    }
  }

  void requireTables(Node left) {
    for (List<String> path : fieldPaths(left)) {
      joins.place(PathResolver.resolve(query.model(), path), groups).table().require();
    }
  }

  /** EXISTS over the same model, joined to the row at hand by its key. */
  Fragment existsFor(Node leaf) {
    SelectCompiler inner =
        new SelectCompiler(Query.of(query.model()), dialect, aliases, this, subqueries);
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
    return compiler.asSubquery(onlyExists);
  }

  private Fragment asSubquery(boolean onlyExists) {
    takeOwners();
    takeSteps();
    List<Fragment> columns;
    if (onlyExists && !isGrouped()) {
      columns = List.of(Fragment.of("1"));
    } else if (query.outputs().isEmpty()) {
      columns = List.of(column(List.of("pk"), JoinTree.ANY));
    } else {
      columns = query.outputs().stream().map(o -> nodes.expression(o.expression(), any())).toList();
    }
    List<Fragment> orders = query.isSliced() ? orders() : List.of();
    Sql sql = render(columns, orders, groupColumns(columns));
    return new Fragment(sql.toString(), sql.params(), columns.getFirst().type(), true);
  }

  // Columns, groups and orders.

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

  /** The GROUP BY of outputs: what was asked for, else the outputs that are no aggregates. */
  List<Fragment> groupColumns(List<Fragment> columns) {
    if (!isGrouped()) {
      return List.of();
    }
    if (query.groups() != null) {
      return query.groups().stream().map(g -> nodes.expression(g, any())).toList();
    }
    List<Fragment> found = new ArrayList<>();
    boolean overRelated = false;
    for (int i = 0; i < query.outputs().size(); i++) {
      Node node = query.outputs().get(i).expression();
      if (hasAggregate(node)) {
        overRelated |= aggregatesMany(node);
      } else {
        found.add(
            columns.get(i).params().isEmpty()
                ? columns.get(i)
                : Fragment.of(String.valueOf(i + 1)));
      }
    }
    if (query.outputs().isEmpty() || (overRelated && !found.isEmpty())) {
      found.addFirst(column(List.of("pk"), JoinTree.ANY));
    }
    return found;
  }

  boolean hasAggregate(@Nullable Node node) {
    return switch (node) {
      case null -> false;
      case Node.Aggregate a -> true;
      case Node.Window w ->
          NodeWalk.children(w.source()).stream().anyMatch(this::hasAggregate)
              || w.partitionBy().stream().anyMatch(this::hasAggregate)
              || w.orders().stream().anyMatch(o -> hasAggregate(o.node()));
      case Node.Named n -> hasAggregate(annotations.get(lookups.names(n.lookup()).getFirst()));
      case Node.Reference r -> hasAggregate(annotations.get(lookups.names(r.name()).getFirst()));
      default -> NodeWalk.children(node).stream().anyMatch(this::hasAggregate);
    };
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

  /** Whether rows are chosen by what a window yields. */
  boolean isQualified() {
    return !qualify.isEmpty();
  }

  private boolean aggregatesMany(Node node) {
    return switch (node) {
      case Node.Aggregate a -> a.arguments().stream().anyMatch(this::crossesMany);
      case Node.Reference r -> {
        Node annotation = annotations.get(lookups.names(r.name()).getFirst());
        yield annotation != null && aggregatesMany(annotation);
      }
      default -> NodeWalk.children(node).stream().anyMatch(this::aggregatesMany);
    };
  }

  List<Fragment> orders() {
    List<Order<?>> wanted = new ArrayList<>(query.orders());
    if (query.defaultOrder() && !isGroupedOutputs()) {
      query.model().ordering().forEach(n -> wanted.add(order(n)));
    }
    List<Fragment> done = new ArrayList<>();
    for (Order<?> order : wanted) {
      addOrder(order, query.reversed(), done, 0);
    }
    if (done.isEmpty() && query.reversed()) {
      addOrder(order("-pk"), false, done, 0);
    }
    return done;
  }

  private boolean isGroupedOutputs() {
    return isGrouped() && !query.outputs().isEmpty();
  }

  /** An order by name: "-" before it for descending. */
  static Order<Object> order(String name) {
    boolean descending = name.startsWith("-");
    return new Order<>(
        new Node.Reference(descending ? name.substring(1) : name),
        descending,
        Order.Nulls.AS_THE_DATABASE);
  }

  private void addOrder(Order<?> order, boolean reversed, List<Fragment> done, int depth) {
    ModelMeta<?> target = orderedModel(order.node());
    boolean descending = order.descending() != reversed;
    if (target != null && !target.ordering().isEmpty() && depth < 3) {
      String prefix = ((Node.Reference) order.node()).name() + "__";
      for (String name : target.ordering()) {
        String bare = name.startsWith("-") ? name.substring(1) : name;
        Order<?> next =
            new Order<>(new Node.Reference(prefix + bare), name.startsWith("-"), order.nulls());
        addOrder(next, descending, done, depth + 1);
      }
      return;
    }
    boolean first = order.nulls() == Order.Nulls.FIRST;
    Order.Nulls nulls =
        order.nulls() == Order.Nulls.AS_THE_DATABASE
            ? Order.Nulls.AS_THE_DATABASE
            : first == reversed ? Order.Nulls.LAST : Order.Nulls.FIRST;
    done.add(nodes.order(new Order<>(order.node(), descending, nulls), any()));
  }

  /** The model whose own order applies when rows are sorted by a relation, by name. */
  private @Nullable ModelMeta<?> orderedModel(Node node) {
    if (!(node instanceof Node.Reference r)
        || annotations.containsKey(lookups.names(r.name()).getFirst())) {
      return null;
    }
    List<String> names = lookups.names(r.name());
    ModelMeta<?> model = query.model();
    for (String name : names) {
      var hop = PathResolver.hop(model, name);
      if (hop.isEmpty()) {
        return null;
      }
      model = hop.get().target();
    }
    return model;
  }

  // The statement.

  Sql render(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    return isQualified() ? qualified(columns, orders, groupBy) : plain(columns, orders, groupBy);
  }

  /** A query around one that computes windows, for conditions cannot stand beside those. */
  private Sql qualified(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    List<Fragment> outputs = columns.stream().map(windows::column).toList();
    List<Fragment> sorted =
        orders.stream()
            .map(o -> {
              String bare = bare(o);
              Fragment column = windows.column(o.with(bare));
              return column.with(column.text() + o.text().substring(bare.length()));
            })
            .toList();
    Sql inner = core(windows.named(), withOrders(groupBy, orders));
    Sql sql =
        new Sql()
            .add(query.distinct() ? "SELECT DISTINCT " : "SELECT ")
            .add(outputs, ", ")
            .add(" FROM (")
            .add(Fragment.of(inner.toString(), inner.params()))
            .add(") " + windows.table() + " WHERE ")
            .add(qualify, " AND ");
    return tail(sql, sorted);
  }

  private Sql plain(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    List<Fragment> all = new ArrayList<>(columns);
    if (query.distinct()) {
      addOrderColumns(all, orders);
    }
    return tail(core(all, withOrders(groupBy, orders)), positioned(columns, orders, groupBy));
  }

  private Sql core(List<Fragment> columns, List<Fragment> groupBy) {
    boolean distinct = query.distinct() && !isQualified();
    Sql sql = new Sql().add(distinct ? "SELECT DISTINCT " : "SELECT ").add(columns, ", ");
    sql.add(" FROM ").add(joins.from());
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
      sql.add(" ORDER BY ").add(orders, ", ");
    }
    sql.add(operations.slice(query.limit(), query.offset()));
    if (query.lock() && dialect.features().selectForUpdate()) {
      sql.add(" FOR UPDATE OF " + joins.root().alias);
    }
    return sql;
  }

  /**
   * Orders by the position of a column where its expression holds values: written twice, a database
   * would not know that they are the same.
   */
  private List<Fragment> positioned(
      List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    if (groupBy.isEmpty() && !query.distinct()) {
      return orders;
    }
    List<Fragment> done = new ArrayList<>();
    for (Fragment order : orders) {
      String bare = bare(order);
      int position = -1;
      for (int i = 0; i < columns.size() && !order.params().isEmpty(); i++) {
        Fragment column = columns.get(i);
        if (column.text().equals(bare) && column.params().equals(order.params())) {
          position = i + 1;
        }
      }
      done.add(
          position < 0 ? order : Fragment.of(position + order.text().substring(bare.length())));
    }
    return done;
  }

  private static void addOrderColumns(List<Fragment> columns, List<Fragment> orders) {
    Set<String> present = new LinkedHashSet<>(columns.stream().map(Fragment::text).toList());
    for (Fragment order : orders) {
      String bare = bare(order);
      if (order.params().isEmpty() && present.add(bare)) {
        columns.add(Fragment.of(bare));
      }
    }
  }

  private static String bare(Fragment order) {
    return order.text().replaceFirst(" (ASC|DESC)( NULLS (FIRST|LAST))?$", "");
  }

  /** What rows are sorted by has to be grouped by, unless it is an aggregate. */
  private List<Fragment> withOrders(List<Fragment> groupBy, List<Fragment> orders) {
    if (groupBy.isEmpty()) {
      return groupBy;
    }
    List<Fragment> all = new ArrayList<>(groupBy);
    Set<String> present = new LinkedHashSet<>(groupBy.stream().map(Fragment::text).toList());
    List<Order<?>> wanted = query.orders();
    for (int i = 0; i < orders.size(); i++) {
      boolean aggregate =
          i < wanted.size() && orders.size() == wanted.size() && hasAggregate(wanted.get(i).node());
      String bare = bare(orders.get(i));
      if (!aggregate
          && orders.get(i).params().isEmpty()
          && !bare.contains("(")
          && present.add(bare)) {
        all.add(Fragment.of(bare));
      }
    }
    return all;
  }
}
