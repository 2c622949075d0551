package io.quintet.orm.expr;

/**
 * A way to compare that an application adds.
 *
 * <pre>{@code
 * enum NotEqual implements SqlLookup {
 *   NE;
 *
 *   public SqlPart sql(SqlPart left, SqlPart right, String dialect) {
 *     return SqlPart.template("{} <> {}", left, right);
 *   }
 * }
 *
 * Post.objects.filter(post.title.is(NE, "Draft"))
 * }</pre>
 *
 * <p>Two look-ups that are equal make the same SQL: use an enum or a record. An app that
 * contributes it to {@link SqlExtensions#LOOKUPS} makes it usable by name: {@code
 * filter("title__ne", "Draft")}.
 */
public interface SqlLookup {
  /** The name; in lower case it ends look-ups by name. */
  String name();

  /**
   * The condition.
   *
   * @param left what is compared
   * @param right what it is compared with: a bound value of the type of the column, or SQL
   * @param dialect the database: {@code sqlite}, {@code postgresql}, ...
   */
  SqlPart sql(SqlPart left, SqlPart right, String dialect);
}
