package io.quintet.orm.expr;

import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.List;
import java.util.Optional;

/**
 * A piece of SQL with the values that are bound to it. It is made of other parts, of values, and of
 * templates written in code; text from outside can only become a value.
 *
 * <pre>{@code
 * SqlPart.call("similarity", text, SqlPart.value("quintet"))   // similarity(t0."title", ?)
 * SqlPart.template("{} <-> {}", left, right)                   // t0."a" <-> t0."b"
 * }</pre>
 */
public sealed interface SqlPart permits Fragment {
  /** The type of what it yields, when known. */
  Optional<FieldType> outputType();

  /** A function of the database with arguments. */
  static SqlPart call(String function, SqlPart... arguments) {
    return call(function, List.of(arguments));
  }

  /**
   * A function of the database with arguments.
   *
   * @throws IllegalArgumentException unless the name is one: letters, digits, underscores and dots
   */
  static SqlPart call(String function, List<? extends SqlPart> arguments) {
    return Fragment.call(SqlTexts.functionName(function), arguments);
  }

  /**
   * A template in which each <code>{}</code> stands for a part.
   *
   * @throws IllegalArgumentException when it holds a quotation mark, a semicolon, a comment, a
   *     question mark or a backslash, which is how a value would get in that is not bound; or when
   *     its places are not as many as the parts
   */
  static SqlPart template(String template, SqlPart... parts) {
    return Fragment.sql(SqlTexts.template(template, parts.length), (Object[]) parts);
  }

  /** A value, which is bound. */
  static SqlPart value(Object value) {
    return Fragment.value(value);
  }
}
