package io.quintet.orm;

import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.NumberExpression;
import io.quintet.orm.expr.TextExpression;
import io.quintet.orm.internal.sql.CteSource;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.meta.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A common table expression: columns of a query under a name, to be joined to other queries. A
 * recursive one finds more rows by those found so far, as down a tree:
 *
 * <pre>{@code
 * Cte tree =
 *     Cte.recursive(
 *         "tree",
 *         Category.objects
 *             .filter(category.slug.eq("plants"))
 *             .values(category.id.as("id"), value(0).as("depth")),
 *         found ->
 *             Category.objects
 *                 .join(found, category.parent().id.eq(found.number("id", Long.class)))
 *                 .values(
 *                     category.id.as("id"),
 *                     found.<Category, Integer>number("depth", Integer.class).plus(1).as("depth")));
 *
 * List<Category> plants =
 *     Category.objects
 *         .join(tree, category.id.eq(tree.number("id", Long.class)))
 *         .orderBy(tree.<Category, Integer>number("depth", Integer.class).asc())
 *         .list();
 * }</pre>
 *
 * <p>A row that was found already is not found again, so a circle of ids ends.
 */
public final class Cte {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  private final CteSource source;
  private final String alias;

  private Cte(CteSource source, String alias) {
    this.source = source;
    this.alias = alias;
  }

  /** The columns of a selection by {@code values(...)}. */
  public static Cte of(String name, Selection<?, ?> rows) {
    return new Cte(new CteSource(checked(name), columns(name, rows)), rows.alias());
  }

  /**
   * The columns of a selection, and those that {@code step} finds by joining them, again and again.
   * Both have the same columns; names and types are those of the first.
   */
  public static Cte recursive(
      String name, Selection<?, ?> start, Function<Cte, Selection<?, ?>> step) {
    Cte cte = of(name, start);
    Query next = columns(name, step.apply(cte));
    if (next.outputs().size() != cte.source.columns().size()) {
      throw new QueryException(
          "The recursive \"%s\" begins with %d columns (%s) and goes on with %d. Both need the same."
              .formatted(
                  name,
                  cte.source.columns().size(),
                  String.join(", ", cte.source.columns()),
                  next.outputs().size()));
    }
    cte.source.repeat(next);
    return cte;
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A common table expression has a name of lower-case letters, digits and underscores, a letter first.");
    }
    return name;
  }

  private static Query columns(String name, Selection<?, ?> rows) {
    Query query = QuerySet.queryOf(rows);
    return query.isSliced() ? query : query.orders(List.of());
  }

  CteSource source() {
    return source;
  }

  /** A column of numbers. */
  public <R, T extends Number> NumberExpression<R, T> number(String column, Class<T> type) {
    return new NumberExpression<>(node(column, type));
  }

  /** A column of text. */
  public <R> TextExpression<R> text(String column) {
    return new TextExpression<>(node(column, String.class));
  }

  /** A column of another type: a boolean, a date or moment, a UUID. */
  public <R, T> Expression<R, T> column(String column, Class<T> type) {
    return new Expression<>(node(column, type));
  }

  private Node node(String column, Class<?> type) {
    int position = source.columns().indexOf(column);
    if (position < 0) {
      throw new QueryException(
          "The common table expression \"%s\" has no column \"%s\". It has: %s."
              .formatted(
                  source.table().substring("cte_".length()),
                  column,
                  String.join(", ", source.columns())));
    }
    return new Node.Call(new CteColumn(source, position, typeOf(type)), List.of());
  }

  private static FieldType typeOf(Class<?> type) {
    if (type == Long.class) {
      return new FieldType.Int64();
    } else if (type == Integer.class) {
      return new FieldType.Int32();
    } else if (type == Short.class) {
      return new FieldType.Int16();
    } else if (type == Double.class) {
      return new FieldType.Float64();
    } else if (type == BigDecimal.class) {
      return new FieldType.Decimal(38, 10);
    } else if (type == String.class) {
      return new FieldType.LongText();
    } else if (type == Boolean.class) {
      return new FieldType.Bool();
    } else if (type == LocalDate.class) {
      return new FieldType.Date();
    } else if (type == Instant.class) {
      return new FieldType.Timestamp();
    } else if (type == UUID.class) {
      return new FieldType.Uuid();
    }
    throw new IllegalArgumentException(
        "A column of a common table expression is a Long, Integer, Short, Double, BigDecimal, String, Boolean, LocalDate, Instant"
            + " or UUID, not a "
            + type.getSimpleName()
            + ".");
  }

  /** Its rows as records annotated with {@code @Row}; columns fill the components by name. */
  public <T> List<T> list(Class<T> type) {
    return RawQuery.list(alias, RowQuery.compiler(Db.database(alias)).rowsOf(source), type);
  }
}
