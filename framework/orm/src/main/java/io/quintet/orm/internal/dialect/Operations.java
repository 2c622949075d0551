package io.quintet.orm.internal.dialect;

import io.quintet.orm.meta.FieldType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a database spells expressions, and how values are bound. */
public interface Operations {
  /** A name in quotes. */
  default String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A parameter, with a cast if the database needs one to know the type. */
  default String parameter(@Nullable FieldType type) {
    return "?";
  }

  /** Limit and offset; negative for none. */
  default String slice(long limit, long offset) {
    StringBuilder out = new StringBuilder();
    if (limit >= 0) {
      out.append(" LIMIT ").append(limit);
    }
    if (offset > 0) {
      out.append(" OFFSET ").append(offset);
    }
    return out.toString();
  }

  /** Binds a value; {@code type} is that of the column when known. */
  void bind(
      PreparedStatement statement, int index, @Nullable Object value, @Nullable FieldType type)
      throws SQLException;

  /** Escapes the special characters of LIKE with a backslash. */
  static String escapeLike(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
