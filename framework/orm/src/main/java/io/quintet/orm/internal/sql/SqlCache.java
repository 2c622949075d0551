package io.quintet.orm.internal.sql;

import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one database, made once for each shape of query.
 *
 * <p>The compiler alone decides what a query means. A statement is kept only when its parameters
 * are proven to be the values of the query: each parameter equals exactly one of them, and all of
 * them are used. For the next query of the shape the values take their places; when one of them
 * does not fit (a number beyond its column, say) the compiler is asked as if nothing were kept.
 */
public final class SqlCache {
  /** When there are more, all are forgotten: a program has some hundreds, an attack has no end. */
  private static final int MOST = 2_000;

  private final Dialect dialect;
  private final Map<QueryShape, Plan<?>> plans = new ConcurrentHashMap<>();
  private final Map<Object, String> texts = new ConcurrentHashMap<>();
  private final Map<ModelMeta<?>, Plan<Compiler.Entities>> keyPlans = new ConcurrentHashMap<>();

  /** An empty cache for a database. */
  public SqlCache(Dialect dialect) {
    this.dialect = dialect;
  }

  /** A compiled query and where its parameters come from. */
  private record Plan<T>(T compiled, Statement statement, int[] places) {
    @Nullable Statement with(List<Object> values, Dialect dialect) {
      List<Param> params = new ArrayList<>(places.length);
      for (int i = 0; i < places.length; i++) {
        Param known = statement.params().get(i);
        Object bound =
            PlainValues.bound(
                java.util.Objects.requireNonNull(known.type()), values.get(places[i]), dialect);
        if (bound == null) {
          return null;
        }
        params.add(new Param(bound, known.type()));
      }
      return new Statement(statement.sql(), params, statement.nothing());
    }
  }

  /**
   * A query compiled, or taken from those that are.
   *
   * @param kind tells statements of one query apart
   * @param statement the statement of what the compiler makes
   * @param replace the same with another statement
   */
  @SuppressWarnings("unchecked") // a kind has one type
  <T> T get(
      String kind,
      Query query,
      Supplier<T> compile,
      Function<T, Statement> statement,
      BiFunction<T, Statement, T> replace) {
    Optional<QueryShape> shape = QueryShape.of(kind, query);
    if (shape.isEmpty()) {
      return compile.get();
    }
    Plan<T> plan = (Plan<T>) plans.get(shape.get());
    if (plan != null) {
      Statement bound = plan.with(shape.get().values(), dialect);
      return bound == null ? compile.get() : replace.apply(plan.compiled(), bound);
    }
    T compiled = compile.get();
    keep(shape.get(), compiled, statement.apply(compiled));
    return compiled;
  }

  private <T> void keep(QueryShape shape, T compiled, Statement statement) {
    int[] places = PlainValues.places(statement.params(), shape.values(), dialect);
    if (places == PlainValues.NONE) {
      return;
    }
    if (plans.size() >= MOST) {
      plans.clear();
    }
    plans.put(shape.bare(), new Plan<>(compiled, statement, places));
  }

  /**
   * The SELECT of the row with a primary key, for which no query is made once its statement is
   * known; null for a key that has to be looked at.
   *
   * @param compile compiles the query of the row with that key
   */
  Compiler.@Nullable Entities byKey(
      ModelMeta<?> model, Object key, Supplier<Compiler.Entities> compile) {
    if (!PlainValues.isPlain(key)) {
      return null;
    }
    List<Object> values = List.of(key);
    Plan<Compiler.Entities> plan = keyPlans.get(model);
    if (plan == null) {
      Compiler.Entities compiled = compile.get();
      Statement statement = compiled.statement();
      int[] places = PlainValues.places(statement.params(), values, dialect);
      if (places == PlainValues.NONE) {
        return null;
      }
      plan = new Plan<>(compiled, statement, places);
      keyPlans.put(model, plan);
    }
    Statement bound = plan.with(values, dialect);
    return bound == null ? null : plan.compiled().with(bound);
  }

  /** The text of a statement that its key says all about. */
  String text(Object key, Supplier<String> make) {
    String known = texts.get(key);
    if (known != null) {
      return known;
    }
    if (texts.size() >= MOST) {
      texts.clear();
    }
    String made = make.get();
    texts.put(key, made);
    return made;
  }
}
