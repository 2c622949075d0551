package io.quintet.orm.internal.sql;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Names;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldType;
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
  private final Subqueries nested;
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
    this.nested = new Subqueries(this, outer, subqueries);
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

  List<Fragment> having() {
    return having;
  }

  /** The conditions on what windows yield. */
  List<Fragment> qualify() {
    return qualify;
  }

  /** The columns by which the query around reads windows. */
  Lift windows() {
    return windows;
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
    return joins.fragment(place);
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

  // Queries inside this one.

  Fragment existsFor(Node leaf) {
    return nested.existsFor(leaf);
  }

  Fragment outer(Node.Outer node) {
    return nested.outer(node);
  }

  Fragment subquery(SubqueryOf source, boolean onlyExists) {
    return nested.subquery(source, onlyExists);
  }

  /** The columns of a query as a part of this statement, beside common table expressions. */
  Fragment outputsOf(Query part, List<CteSource> visible) {
    return nested.outputsOf(part, visible);
  }

  /** A compiler for another query of the same statement; {@code around} is the one it stands in. */
  SelectCompiler around(Query other, @Nullable SelectCompiler around) {
    return new SelectCompiler(other, dialect, aliases, around, subqueries);
  }

  /** Knows the relations by the names that they have in another query. */
  void relateAs(SelectCompiler other) {
    relations.putAll(other.relations);
  }

  // The statement.

  /** The whole statement; {@code ordered} when the order of the rows matters. */
  Selected select(Selected.Kind kind, boolean ordered) {
    if (query.combined() != null) {
      return new CombinedCompiler(this).select(kind, ordered);
    }
    List<Fragment> owner = Owners.take(this);
    takeSteps();
    return new ColumnsCompiler(this).select(kind, ordered, owner);
  }

  /** The whole statement of a query whose steps are taken, with more columns at the end. */
  Selected selectWith(
      Selected.Kind kind, List<Fragment> more, boolean ordered, @Nullable List<Fragment> owner) {
    return new ColumnsCompiler(this).with(more).select(kind, ordered, owner);
  }

  /** The text of the statement. */
  Sql render(List<Fragment> columns, List<Fragment> orders, List<Fragment> groupBy) {
    return new SelectWriter(this, dialect).render(columns, orders, groupBy);
  }

  Ctes ctes() {
    return ctes;
  }
}
