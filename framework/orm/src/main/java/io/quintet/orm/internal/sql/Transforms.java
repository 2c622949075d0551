package io.quintet.orm.internal.sql;

import io.quintet.core.SiteContext;
import io.quintet.orm.expr.SqlExtensions;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.expr.SqlLookup;
import io.quintet.orm.internal.functions.ArrayFunction;
import io.quintet.orm.internal.functions.DatePart;
import io.quintet.orm.internal.functions.Extract;
import io.quintet.orm.internal.functions.TextFunction;
import io.quintet.orm.internal.functions.Trunc;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.meta.FieldType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions and look-ups that names in a path may stand for. */
final class Transforms {
  private Transforms() {}

  /** The function that a name calls on a value of a type. */
  static Optional<SqlFunction> find(String name, @Nullable FieldType type) {
    if (type instanceof FieldType.Array) {
      return ArrayFunction.named(name);
    }
    return builtin(name)
        .filter(f -> applies(f, type))
        .or(() -> added().filter(f -> named(f.name(), name)).findFirst());
  }

  /** Whether a name is that of a function, whatever its argument. */
  static boolean isKnown(String name) {
    return builtin(name).isPresent() || added().anyMatch(f -> named(f.name(), name));
  }

  /** The look-up of an application. */
  static Optional<SqlLookup> lookup(String name) {
    return SiteContext.find().stream()
        .flatMap(site -> site.extensions(SqlExtensions.LOOKUPS).stream())
        .filter(l -> named(l.name(), name))
        .findFirst();
  }

  /** The names of all functions, for messages. */
  static List<String> names() {
    return Stream.of(
            Arrays.stream(DatePart.values()).map(DatePart::text),
            Stream.of("date", "time"),
            Arrays.stream(TextFunction.values())
                .filter(TextFunction::isTransform)
                .map(f -> f.name().toLowerCase(Locale.ROOT)),
            added().map(f -> f.name().toLowerCase(Locale.ROOT)))
        .flatMap(s -> s)
        .toList();
  }

  private static Stream<SqlFunction> added() {
    return SiteContext.find().stream()
        .flatMap(site -> site.extensions(SqlExtensions.FUNCTIONS).stream());
  }

  private static boolean named(String function, String name) {
    return function.toLowerCase(Locale.ROOT).equals(name);
  }

  private static Optional<SqlFunction> builtin(String name) {
    if (name.equals("date")) {
      return Optional.of(Trunc.TO_DATE);
    }
    if (name.equals("time")) {
      return Optional.of(Trunc.TO_TIME);
    }
    Optional<DatePart> part = DatePart.named(name);
    if (part.isPresent()) {
      return Optional.of(new Extract(part.get(), null));
    }
    return Arrays.stream(TextFunction.values())
        .filter(f -> f.isTransform() && named(f.name(), name))
        .<SqlFunction>map(f -> f)
        .findFirst();
  }

  private static boolean applies(SqlFunction function, @Nullable FieldType type) {
    if (type == null) {
      return true;
    }
    return switch (function) {
      case Extract e -> Extract.applies(e.part(), type);
      case Trunc t -> Types.isMoment(type);
      default -> Types.isText(type);
    };
  }
}
