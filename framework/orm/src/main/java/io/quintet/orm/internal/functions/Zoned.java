package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlFunction;
import java.time.ZoneId;

/** A function of moments, which depends on a time zone. */
public interface Zoned {
  /** The same in a time zone, unless it has one of its own. */
  SqlFunction in(ZoneId zone);
}
