package io.quintet.benchmarks.orm.ebean;

import io.ebean.config.ScalarTypeConverter;
import io.quintet.benchmarks.orm.SqliteMoments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as text, as hand-written JDBC keeps them in SQLite. */
public final class SqliteMomentType implements ScalarTypeConverter<Instant, String> {
  @Override
  public @Nullable Instant getNullValue() {
    return null;
  }

  @Override
  public Instant wrapValue(String text) {
    return SqliteMoments.parse(text);
  }

  @Override
  public String unwrapValue(Instant moment) {
    return SqliteMoments.text(moment);
  }
}
