package io.quintet.benchmarks.orm.hibernate;

import io.quintet.benchmarks.orm.SqliteMoments;
import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;
import org.jspecify.annotations.Nullable;

/** Moments as each database keeps them, read and written as hand-written JDBC does. */
public final class HibernateMoment implements UserType<Instant> {
  @Override
  public int getSqlType() {
    return Types.VARCHAR;
  }

  @Override
  public Class<Instant> returnedClass() {
    return Instant.class;
  }

  @Override
  public boolean equals(@Nullable Instant one, @Nullable Instant other) {
    return Objects.equals(one, other);
  }

  @Override
  public int hashCode(Instant moment) {
    return moment.hashCode();
  }

  @Override
  public @Nullable Instant nullSafeGet(ResultSet row, int position, WrapperOptions options)
      throws SQLException {
    if (options.getDialect() instanceof SQLiteDialect) {
      String text = row.getString(position);
      return text == null ? null : SqliteMoments.parse(text);
    }
    OffsetDateTime moment = row.getObject(position, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  @Override
  public void nullSafeSet(
      PreparedStatement statement, @Nullable Instant moment, int position, WrapperOptions options)
      throws SQLException {
    if (moment == null) {
      statement.setNull(position, Types.NULL);
    } else if (options.getDialect() instanceof SQLiteDialect) {
      statement.setString(position, SqliteMoments.text(moment));
    } else {
      statement.setObject(position, moment.atOffset(ZoneOffset.UTC));
    }
  }

  @Override
  public @Nullable Instant deepCopy(@Nullable Instant moment) {
    return moment;
  }

  @Override
  public boolean isMutable() {
    return false;
  }

  @Override
  public @Nullable Serializable disassemble(@Nullable Instant moment) {
    return moment;
  }

  @Override
  public @Nullable Instant assemble(@Nullable Serializable cached, Object owner) {
    return (Instant) cached;
  }
}
