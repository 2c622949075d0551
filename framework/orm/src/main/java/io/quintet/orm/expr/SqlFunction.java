package io.quintet.orm.expr;

import io.quintet.orm.meta.FieldType;
import java.util.List;

/**
 * A function of the database. Those that come with the framework are of this kind; so is one that
 * an application adds:
 *
 * <pre>{@code
 * enum Similarity implements SqlFunction {
 *   SIMILARITY;
 *
 *   public FieldType type(List<SqlPart> arguments) {
 *     return new FieldType.Float64();
 *   }
 * }
 *
 * Post.objects.orderBy(Functions.<Post, Double>call(SIMILARITY, post.title, text("java")).desc())
 * }</pre>
 *
 * <p>Two functions that are equal make the same SQL: use an enum or a record. An app that
 * contributes it to {@link SqlExtensions#FUNCTIONS} makes it a transform in look-ups by name:
 * {@code filter("title__soundex", "Q532")}.
 */
public interface SqlFunction {
  /** How a function is used. */
  enum Kind {
    /** Row by row. */
    SCALAR,
    /** Over all rows of a group; may be used as a window too. */
    AGGREGATE,
    /** Only over a window. */
    WINDOW
  }

  /** The name; in lower case it is the name of the transform in look-ups by name. */
  String name();

  /** How it is used. */
  default Kind kind() {
    return Kind.SCALAR;
  }

  /** The type of the result. */
  FieldType type(List<SqlPart> arguments);

  /**
   * The SQL; a call by {@link #name()} unless it says otherwise.
   *
   * @param dialect the database: {@code sqlite}, {@code postgresql}, ...
   */
  default SqlPart sql(List<SqlPart> arguments, String dialect) {
    return SqlPart.call(name(), arguments);
  }
}
