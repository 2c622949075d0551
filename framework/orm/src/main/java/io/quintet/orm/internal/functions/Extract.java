package io.quintet.orm.internal.functions;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a date or time, as a number.
 *
 * @param zone where a moment is looked at; the time zone of the site when null
 */
public record Extract(DatePart part, @Nullable ZoneId zone) implements Builtin, Zoned {
  @Override
  public String name() {
    return "EXTRACT";
  }

  @Override
  public SqlFunction in(ZoneId siteZone) {
    return zone == null ? new Extract(part, siteZone) : this;
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    FieldType of = Types.common(arguments);
    if (!applies(part, of)) {
      throw new QueryException(
          "The part \"%s\" is asked of %s, which has none."
              .formatted(part.text(), Types.words(of)));
    }
    return new FieldType.Int32();
  }

  /** Whether values of a type have a part. */
  public static boolean applies(DatePart part, FieldType type) {
    return switch (type.held()) {
      case FieldType.Timestamp t -> true;
      case FieldType.DateTime t -> true;
      case FieldType.Date t -> part.isOfDate();
      case FieldType.Time t -> part.isOfTime();
      case FieldType.Span t -> part == DatePart.DAY || part.isOfTime();
      default -> false;
    };
  }
}
