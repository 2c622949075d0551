package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.core.json.Json;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How MariaDB takes values; its sessions read names and texts as standard SQL does. */
final class MariaOperations implements Operations {
  private static final Pattern NULLS =
      Pattern.compile("(.*) (ASC|DESC) NULLS (FIRST|LAST)", Pattern.DOTALL);

  private static final Pattern SLICED = Pattern.compile(" LIMIT \\d+( OFFSET \\?)?$");

  @Override
  public String slice(long limit, boolean skips) {
    return Operations.super.slice(limit < 0 && skips ? Long.MAX_VALUE : limit, skips);
  }

  @Override
  public String defaultRow() {
    return " () VALUES ()";
  }

  @Override
  public String onConflict(List<String> unique, List<String> changed, String some) {
    return " ON DUPLICATE KEY UPDATE "
        + (changed.isEmpty()
            ? some + " = " + some
            : String.join(", ", changed.stream().map(c -> c + " = VALUES(" + c + ")").toList()));
  }

  /** Nulls are less than all values; elsewhere they are put by a first thing to sort by. */
  @Override
  public Fragment order(Fragment order) {
    Matcher nulls = NULLS.matcher(order.text());
    if (!nulls.matches()) {
      return order;
    }
    boolean first = nulls.group(3).equals("FIRST");
    boolean ascending = nulls.group(2).equals("ASC");
    Fragment bare = new Fragment(nulls.group(1), order.params(), order.type(), order.nullable());
    String direction = ascending ? " ASC" : " DESC";
    return first == ascending
        ? Fragment.sql("{}" + direction, bare)
        : Fragment.sql("{} IS NULL" + (first ? " DESC" : " ASC") + ", {}" + direction, bare, bare);
  }

  @Override
  public String deleteFrom(String table, String alias) {
    return "DELETE " + alias + " FROM " + table + " AS " + alias;
  }

  /** A slice can stand behind IN only as a table. */
  @Override
  public Fragment listed(Fragment subquery) {
    return SLICED.matcher(subquery.text()).find()
        ? Fragment.sql("SELECT * FROM ({}) AS slice", subquery)
        : subquery;
  }

  @Override
  public String forUpdate(List<String> tables) {
    return " FOR UPDATE";
  }

  @Override
  public void bind(
      PreparedStatement statement, int index, @Nullable Object value, @Nullable FieldType type)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (type instanceof FieldType.JsonValue) {
      statement.setString(index, Json.write(value));
    } else {
      bindPlain(statement, index, value, type);
    }
  }

  private static void bindPlain(
      PreparedStatement statement, int index, Object value, @Nullable FieldType type)
      throws SQLException {
    switch (value) {
      case String s -> statement.setString(index, s);
      case Integer i -> statement.setInt(index, i);
      case Long l -> statement.setLong(index, l);
      case Short s -> statement.setShort(index, s);
      case Boolean b -> statement.setBoolean(index, b);
      case Double d -> statement.setDouble(index, d);
      case BigDecimal d -> statement.setBigDecimal(index, d);
      case Instant i -> statement.setObject(index, LocalDateTime.ofInstant(i, ZoneOffset.UTC));
      case LocalDateTime t -> statement.setObject(index, t);
      case LocalDate d -> statement.setObject(index, d);
      case LocalTime t -> statement.setObject(index, t);
      case Duration d -> statement.setLong(index, Operations.micros(d));
      case UUID u -> statement.setString(index, u.toString());
      case byte[] b -> statement.setBytes(index, b);
      case StoredFile f -> statement.setString(index, f.name());
      case Enum<?> e ->
          statement.setString(
              index, type instanceof FieldType.Choices c ? c.of(e).value() : e.name());
      default ->
          throw new IllegalArgumentException(
              "No column can hold a " + value.getClass().getName() + ".");
    }
  }
}
