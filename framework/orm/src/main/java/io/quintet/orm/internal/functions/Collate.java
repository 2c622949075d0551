package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Text compared by the rules of a collation. */
public record Collate(String collation) implements Builtin {
  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException unless it consists of letters, digits, underscores, hyphens,
   *     dots and @
   */
  public Collate {
    boolean good = !collation.isEmpty() && collation.length() <= 63;
    for (int i = 0; good && i < collation.length(); i++) {
      char c = collation.charAt(i);
      good = c < 128 && (Character.isLetterOrDigit(c) || "_-.@".indexOf(c) >= 0);
    }
    if (!good) {
      String start = collation.substring(0, Math.min(40, collation.length()));
      throw new IllegalArgumentException(
          "This cannot be the name of a collation: \"%s\". Allowed are up to 63 letters, digits and _ - . @."
              .formatted(start.replaceAll("[^ -~]", "?")));
    }
  }

  @Override
  public String name() {
    return "COLLATE";
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    return Types.text(arguments.getFirst());
  }
}
