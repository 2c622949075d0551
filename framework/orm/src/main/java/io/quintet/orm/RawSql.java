package io.quintet.orm;

import io.quintet.orm.internal.sql.NamedParameters;
import io.quintet.orm.internal.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQL of your own with parameters by name, read into records, entities or maps. Made by {@link
 * Db#sql}.
 *
 * <pre>{@code
 * @Row record Sale(String title, long pieces) {}
 *
 * List<Sale> sales =
 *     Db.sql("SELECT title, SUM(pieces) AS pieces FROM shop_sale WHERE day >= :since GROUP BY title")
 *         .bind("since", LocalDate.of(2026, 1, 1))
 *         .list(Sale.class);
 * }</pre>
 *
 * <p>Values are bound, never spliced; a list becomes as many values as it has, for {@code IN
 * (:ids)}. Columns are found by name: {@code created_at} fills {@code createdAt}. It never changes;
 * each method returns another.
 */
public final class RawSql {
  private final NamedParameters sql;
  private final String alias;
  private final Map<String, @Nullable Object> values;

  private RawSql(NamedParameters sql, String alias, Map<String, @Nullable Object> values) {
    this.sql = sql;
    this.alias = alias;
    this.values = Collections.unmodifiableMap(values);
  }

  static RawSql of(String sql) {
    return new RawSql(NamedParameters.parse(sql), Databases.DEFAULT, Map.of());
  }

  /** On another database. */
  public RawSql using(String databaseAlias) {
    return new RawSql(sql, databaseAlias, values);
  }

  /** Gives a value to a parameter. */
  public RawSql bind(String name, @Nullable Object value) {
    return bind(Collections.singletonMap(name, value));
  }

  /** Gives values to parameters by name. */
  public RawSql bind(Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.putAll(more);
    return new RawSql(sql, alias, all);
  }

  private Statement statement() {
    return sql.bind(values);
  }

  /**
   * The rows as entities, or as records annotated with {@code @Row}. An entity needs a column for
   * each of its fields; other columns are its annotations.
   *
   * @throws QueryException when a column is missing, or a parameter is not bound
   */
  public <T> List<T> list(Class<T> type) {
    return RawQuery.list(alias, statement(), type);
  }

  /** The first row, or none; see {@link #list(Class)}. */
  public <T> Optional<T> first(Class<T> type) {
    return list(type).stream().findFirst();
  }

  /** The rows as maps by column. */
  public List<Map<String, @Nullable Object>> maps() {
    return RawQuery.maps(alias, statement());
  }

  /** Runs a statement that writes; the number of rows. */
  public int execute() {
    return RawQuery.execute(alias, statement());
  }
}
