package io.quintet.orm.internal.schema;

import io.quintet.orm.internal.dialect.postgresql.PostgresArrays;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGInterval;

/** Values of generic rows, between Java and the two databases. */
final class StoredValues {
  private static final DateTimeFormatter LITE_MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ofPattern("HH:mm:ss"))
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private final Vendor vendor;

  StoredValues(Vendor vendor) {
    this.vendor = vendor;
  }

  @Nullable Object read(ResultSet row, int index, ColumnType type) throws SQLException {
    if (row.getObject(index) == null) {
      return null;
    }
    return switch (type) {
      case ColumnType.Varchar _ -> row.getString(index);
      case ColumnType.Decimal(int digits, int places) ->
          vendor == Vendor.SQLITE
              ? new BigDecimal(row.getString(index)).setScale(places)
              : row.getBigDecimal(index);
      case Simple simple ->
          switch (vendor) {
            case SQLITE -> readLite(row, index, simple);
            case POSTGRESQL -> readPostgres(row, index, simple);
            case MARIADB -> readMaria(row, index, simple);
          };
      case ColumnType.Array(ColumnType element) -> elements(row, index, element);
      case ColumnType.ForeignKey key ->
          throw new IllegalArgumentException("A stored type is no key: " + key);
    };
  }

  /** The elements stand in the second column of the array's own result. */
  private List<@Nullable Object> elements(ResultSet row, int index, ColumnType element)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    try (ResultSet elements = row.getArray(index).getResultSet()) {
      while (elements.next()) {
        values.add(read(elements, 2, element));
      }
    }
    return values;
  }

  private static Object readLite(ResultSet row, int index, Simple type) throws SQLException {
    return switch (type) {
      case AUTO, BIG_AUTO, SMALL_INTEGER, INTEGER, BIG_INTEGER -> row.getLong(index);
      case BOOLEAN -> row.getBoolean(index);
      case TEXT, IP_ADDRESS, JSON -> row.getString(index);
      case REAL -> row.getDouble(index);
      case DATE -> LocalDate.parse(row.getString(index));
      case TIME -> LocalTime.parse(row.getString(index));
      case TIMESTAMP ->
          LocalDateTime.parse(row.getString(index), LITE_MOMENT).toInstant(ZoneOffset.UTC);
      case LOCAL_TIMESTAMP -> LocalDateTime.parse(row.getString(index), LITE_MOMENT);
      case DURATION -> Duration.of(row.getLong(index), ChronoUnit.MICROS);
      case UUID -> uuid(row.getString(index));
      case BINARY -> row.getBytes(index);
    };
  }

  private static Object readPostgres(ResultSet row, int index, Simple type) throws SQLException {
    return switch (type) {
      case AUTO, BIG_AUTO, SMALL_INTEGER, INTEGER, BIG_INTEGER -> row.getLong(index);
      case BOOLEAN -> row.getBoolean(index);
      case TEXT, IP_ADDRESS, JSON -> row.getString(index);
      case REAL -> row.getDouble(index);
      case DATE -> row.getObject(index, LocalDate.class);
      case TIME -> row.getObject(index, LocalTime.class);
      case TIMESTAMP -> row.getObject(index, OffsetDateTime.class).toInstant();
      case LOCAL_TIMESTAMP -> row.getObject(index, LocalDateTime.class);
      case DURATION -> duration((PGInterval) row.getObject(index));
      case UUID -> row.getObject(index, UUID.class);
      case BINARY -> row.getBytes(index);
    };
  }

  private static Object readMaria(ResultSet row, int index, Simple type) throws SQLException {
    return switch (type) {
      case AUTO, BIG_AUTO, SMALL_INTEGER, INTEGER, BIG_INTEGER -> row.getLong(index);
      case BOOLEAN -> row.getBoolean(index);
      case TEXT, IP_ADDRESS, JSON -> row.getString(index);
      case REAL -> row.getDouble(index);
      case DATE -> row.getObject(index, LocalDate.class);
      case TIME -> row.getObject(index, LocalTime.class);
      case TIMESTAMP -> row.getObject(index, LocalDateTime.class).toInstant(ZoneOffset.UTC);
      case LOCAL_TIMESTAMP -> row.getObject(index, LocalDateTime.class);
      case DURATION -> Duration.of(row.getLong(index), ChronoUnit.MICROS);
      case UUID -> uuid(row.getString(index));
      case BINARY -> row.getBytes(index);
    };
  }

  void bind(PreparedStatement statement, int index, @Nullable Object value, ColumnType type)
      throws SQLException {
    boolean lite = vendor == Vendor.SQLITE;
    boolean maria = vendor == Vendor.MARIADB;
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Enum<?> constant -> statement.setString(index, constant.name());
      case String json when type == Simple.JSON && vendor == Vendor.POSTGRESQL ->
          statement.setObject(index, json, Types.OTHER);
      case String address when type == Simple.IP_ADDRESS && vendor == Vendor.POSTGRESQL ->
          statement.setObject(index, address, Types.OTHER);
      case List<?> list when type instanceof ColumnType.Array(ColumnType element) ->
          PostgresArrays.bind(statement, index, list, SqlTypes.name(vendor, element));
      case Boolean bool when lite -> statement.setInt(index, bool ? 1 : 0);
      case BigDecimal number when lite -> statement.setString(index, number.toPlainString());
      case Instant moment when lite ->
          statement.setString(
              index, Literals.dateTime(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)));
      case Instant moment when maria ->
          statement.setObject(index, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
      case Instant moment -> statement.setObject(index, moment.atOffset(ZoneOffset.UTC));
      case LocalDateTime moment when lite -> statement.setString(index, Literals.dateTime(moment));
      case LocalDate date when lite -> statement.setString(index, date.toString());
      case LocalTime time when lite -> statement.setString(index, Literals.time(time));
      case Duration length when lite || maria ->
          statement.setLong(index, length.dividedBy(ChronoUnit.MICROS.getDuration()));
      case Duration length -> statement.setObject(index, interval(length));
      case UUID uuid when lite -> statement.setString(index, uuid.toString().replace("-", ""));
      case UUID uuid when maria -> statement.setString(index, uuid.toString());
      case byte[] bytes -> statement.setBytes(index, bytes);
      default -> statement.setObject(index, value);
    }
  }

  private static UUID uuid(String text) {
    return text.length() == 32
        ? UUID.fromString(text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))
        : UUID.fromString(text);
  }

  private static Duration duration(PGInterval interval) {
    return Duration.ofDays(interval.getDays())
        .plusHours(interval.getHours())
        .plusMinutes(interval.getMinutes())
        .plusSeconds(interval.getWholeSeconds())
        .plus(interval.getMicroSeconds(), ChronoUnit.MICROS);
  }

  private static PGInterval interval(Duration length) {
    BigDecimal seconds = BigDecimal.valueOf(length.dividedBy(ChronoUnit.MICROS.getDuration()), 6);
    return new PGInterval(0, 0, 0, 0, 0, seconds.doubleValue());
  }
}
