package io.quintet.orm.internal.dialect;

import io.quintet.orm.expr.Lookup;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.internal.sql.Param;
import java.util.List;

/** How a database compares text by patterns. What is looked for is bound, never part of the SQL. */
public abstract class TextLookups {
  /** The condition; {@code right} is a bound text or SQL. */
  public final Fragment compare(Lookup lookup, Fragment left, Fragment right) {
    return compareTexts(lookup, asText(left), written(left, right));
  }

  private Fragment compareTexts(Lookup lookup, Fragment text, Fragment right) {
    return switch (lookup) {
      case REGEX -> regex(text, asText(right), false).asCondition();
      case IREGEX -> regex(text, asText(right), true).asCondition();
      case IEXACT -> like(text, pattern(right, "", ""), true).asCondition();
      case CONTAINS -> like(text, pattern(right, "%", "%"), false).asCondition();
      case ICONTAINS -> like(text, pattern(right, "%", "%"), true).asCondition();
      case STARTS_WITH -> like(text, pattern(right, "", "%"), false).asCondition();
      case ISTARTS_WITH -> like(text, pattern(right, "", "%"), true).asCondition();
      case ENDS_WITH -> like(text, pattern(right, "%", ""), false).asCondition();
      case IENDS_WITH -> like(text, pattern(right, "%", ""), true).asCondition();
      default -> throw new IllegalArgumentException("no look-up of text: " + lookup);
    };
  }

  /** What is looked for, in the form in which a column of a type is written. */
  protected Fragment written(Fragment left, Fragment right) {
    return right;
  }

  /** An expression as text. */
  protected abstract Fragment asText(Fragment value);

  /** A comparison with a pattern, in which a backslash makes the next character a plain one. */
  protected abstract Fragment like(Fragment left, Fragment pattern, boolean ignoringCase);

  /** A comparison with a regular expression. */
  protected abstract Fragment regex(Fragment left, Fragment pattern, boolean ignoringCase);

  private Fragment pattern(Fragment right, String before, String after) {
    if (right.literal() && right.params().size() == 1) {
      Param param = right.params().getFirst();
      String text = before + Operations.escapeLike(String.valueOf(param.value())) + after;
      return new Fragment(
          right.text(), List.of(new Param(text, param.type())), right.type(), false, true);
    }
    Fragment escaped =
        Fragment.sql(
            "REPLACE(REPLACE(REPLACE({}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')", asText(right));
    return Fragment.sql(
        "(" + (before.isEmpty() ? "" : "'%' || ") + "{}" + (after.isEmpty() ? "" : " || '%'") + ")",
        escaped);
  }
}
