package io.quintet.orm.internal.schema;

import io.quintet.core.json.Json;
import io.quintet.core.text.IpAddresses;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.MigrationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What a person typed, as a value for a column. */
final class TypedValues {
  private TypedValues() {}

  /**
   * The value. Throws {@link MigrationException} when the text does not fit the type; {@link
   * #example} shows one that does.
   */
  static Object parse(String typed, ColumnType type) {
    try {
      return switch (type) {
        case ColumnType.Varchar(int length) -> {
          if (typed.length() > length) {
            throw new IllegalArgumentException("longer than " + length + " characters");
          }
          yield typed;
        }
        case ColumnType.Decimal _ -> new BigDecimal(typed);
        case ColumnType.Array(ColumnType element) ->
            typed.isEmpty()
                ? List.of()
                : Arrays.stream(typed.split(",", -1))
                    .map(text -> parse(text.strip(), element))
                    .toList();
        case ColumnType.ForeignKey _ ->
            typed.matches("-?\\d+") ? (Object) Long.valueOf(typed) : typed;
        case Simple simple -> simple(typed, simple);
      };
    } catch (RuntimeException e) {
      throw new MigrationException(
          "'" + typed + "' does not fit: write it like " + example(type) + ".", e);
    }
  }

  private static Object simple(String typed, Simple type) {
    return switch (type) {
      case AUTO, BIG_AUTO, BIG_INTEGER -> Long.valueOf(typed);
      case SMALL_INTEGER -> (long) Short.parseShort(typed);
      case INTEGER -> (long) Integer.parseInt(typed);
      case BOOLEAN -> {
        if (!typed.equals("true") && !typed.equals("false")) {
          throw new IllegalArgumentException("neither true nor false");
        }
        yield Boolean.valueOf(typed);
      }
      case TEXT -> typed;
      case IP_ADDRESS -> {
        if (!IpAddresses.isIpv4(typed) && !IpAddresses.isIpv6(typed)) {
          throw new IllegalArgumentException("no address");
        }
        yield IpAddresses.kept(typed, false);
      }
      case REAL -> Double.valueOf(typed);
      case DATE -> LocalDate.parse(typed);
      case TIME -> LocalTime.parse(typed);
      case TIMESTAMP -> Instant.parse(typed);
      case LOCAL_TIMESTAMP -> LocalDateTime.parse(typed);
      case DURATION -> Duration.parse(typed);
      case UUID -> UUID.fromString(typed);
      case JSON -> {
        Json.parse(typed);
        yield typed;
      }
      case BINARY -> throw new IllegalArgumentException("bytes cannot be typed");
    };
  }

  /** How a value of the type is written. */
  static String example(ColumnType type) {
    return switch (type) {
      case ColumnType.Varchar(int length) -> "text of at most " + length + " characters";
      case ColumnType.Decimal(int digits, int places) ->
          places == 0 ? "12" : "12." + "5".repeat(places);
      case ColumnType.Array(ColumnType element) ->
          "nothing for an empty array, or values with commas between them";
      case ColumnType.ForeignKey key -> "1, the key of an existing " + key.target();
      case Simple simple ->
          switch (simple) {
            case AUTO, BIG_AUTO, SMALL_INTEGER, INTEGER, BIG_INTEGER -> "0";
            case BOOLEAN -> "true or false";
            case TEXT -> "any text";
            case IP_ADDRESS -> "2001:db8::1";
            case REAL -> "1.5";
            case DATE -> "2026-11-24";
            case TIME -> "14:30:00";
            case TIMESTAMP -> "2026-11-24T14:30:00Z";
            case LOCAL_TIMESTAMP -> "2026-11-24T14:30:00";
            case DURATION -> "PT1H30M";
            case UUID -> "123e4567-e89b-12d3-a456-426614174000";
            case JSON -> "{\"a\": 1}";
            case BINARY -> "nothing: add the field @Nullable and fill it in a step of Java";
          };
    };
  }
}
