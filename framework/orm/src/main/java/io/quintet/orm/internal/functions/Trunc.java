package io.quintet.orm.internal.functions;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date or time cut to a part.
 *
 * @param part what the result is the start of; null for none
 * @param target what comes out of it; as the argument when null
 * @param zone where a moment is looked at; the time zone of the site when null
 */
public record Trunc(@Nullable DatePart part, @Nullable FieldType target, @Nullable ZoneId zone)
    implements Builtin, Zoned {
  /** The date. */
  public static final Trunc TO_DATE = new Trunc(null, new FieldType.Date(), null);

  /** The time of day. */
  public static final Trunc TO_TIME = new Trunc(null, new FieldType.Time(), null);

  /** Checks that the part can be cut to. */
  public Trunc {
    if (part != null && !part.truncates()) {
      throw new IllegalArgumentException(
          "Values are cut to year, quarter, month, week, day, hour, minute or second, not to "
              + part.text()
              + ".");
    }
  }

  @Override
  public String name() {
    return "TRUNC";
  }

  @Override
  public SqlFunction in(ZoneId siteZone) {
    return zone == null ? new Trunc(part, target, siteZone) : this;
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    FieldType of = Types.common(arguments);
    FieldType result = target == null ? of : target;
    boolean moment = of instanceof FieldType.Timestamp || of instanceof FieldType.DateTime;
    boolean date = of instanceof FieldType.Date && result instanceof FieldType.Date;
    boolean time = of instanceof FieldType.Time && result instanceof FieldType.Time;
    boolean hasPart = part == null || (date ? part.isOfDate() : !time || part.isOfTime());
    if (!(moment || date || time) || !hasPart || !isTemporal(result)) {
      throw new QueryException(
          "%s cannot be cut to %s as %s."
              .formatted(
                  Types.words(of), part == null ? "a part" : part.text(), Types.words(result)));
    }
    return result;
  }

  private static boolean isTemporal(FieldType type) {
    return type instanceof FieldType.Timestamp
        || type instanceof FieldType.DateTime
        || type instanceof FieldType.Date
        || type instanceof FieldType.Time;
  }
}
