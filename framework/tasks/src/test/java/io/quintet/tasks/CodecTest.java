package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CodecTest {
  private static final Codec<Invite> INVITE =
      Codec.record(
          invite -> Map.of("booking", invite.booking(), "email", invite.email()),
          fields -> new Invite(fields.get("booking", Codec.LONG), fields.get("email", Codec.TEXT)));

  private record Invite(long booking, String email) {}

  @Test
  void everyKindOfValueComesBackAsItWent() {
    assertRoundTrip(Codec.LONG, Long.MIN_VALUE, "-9223372036854775808");
    assertRoundTrip(Codec.INTEGER, 7, "7");
    assertRoundTrip(Codec.DOUBLE, 0.1, "0.1");
    assertRoundTrip(Codec.DECIMAL, new BigDecimal("12.500"), "\"12.500\"");
    assertRoundTrip(Codec.BOOLEAN, true, "true");
    assertRoundTrip(Codec.TEXT, "größer", "\"größer\"");
    UUID uuid = UUID.fromString("00000000-0000-4000-8000-000000000001");
    assertRoundTrip(Codec.UUID, uuid, "\"" + uuid + "\"");
    assertRoundTrip(Codec.DATE, LocalDate.of(2026, 2, 3), "\"2026-02-03\"");
    assertRoundTrip(Codec.DATE_TIME, LocalDateTime.of(2026, 2, 3, 4, 5), "\"2026-02-03T04:05\"");
    assertRoundTrip(
        Codec.INSTANT, Instant.parse("2026-02-03T04:05:06Z"), "\"2026-02-03T04:05:06Z\"");
    assertRoundTrip(Codec.DURATION, Duration.ofMinutes(90), "\"PT1H30M\"");
    assertRoundTrip(Codec.list(Codec.LONG), List.of(1L, 2L), "[1,2]");
    assertRoundTrip(Codec.map(Codec.BOOLEAN), Map.of("a", true), "{\"a\":true}");
    assertRoundTrip(Codec.optional(Codec.TEXT), Optional.empty(), "null");
    assertRoundTrip(Codec.optional(Codec.TEXT), Optional.of("x"), "\"x\"");
    assertRoundTrip(Codec.oneOf(TimeUnit.values()), TimeUnit.DAYS, "\"DAYS\"");
    assertRoundTrip(
        Codec.LONG.as(Duration::toSeconds, Duration::ofSeconds), Duration.ofSeconds(5), "5");
  }

  @Test
  void aRecordTravelsAsAnObject() {
    Invite invite = new Invite(7, "ann@example.org");

    Object read = INVITE.read(Json.parse(Json.write(INVITE.write(invite))));

    assertThat(read).isEqualTo(invite);
  }

  @Test
  void errorsNameThePlaceAndTheKindsButNeverTheValue() {
    assertThatThrownBy(() -> Codec.LONG.read("secret"))
        .hasMessage("expected a whole number of 64 bits but found a text");
    assertThatThrownBy(() -> INVITE.read(Map.of("booking", 7L, "email", 8L)))
        .hasMessage("field \"email\": expected a text but found a number");
    assertThatThrownBy(() -> INVITE.read(Map.of("booking", 7L)))
        .hasMessage("field \"email\" is missing; found [booking]");
    assertThatThrownBy(() -> Codec.list(Codec.UUID).read(List.of("secret")))
        .hasMessage("element 0: expected a UUID but found a text of another form");
    assertThatThrownBy(() -> Codec.INTEGER.read(1L << 40))
        .hasMessage("expected a whole number of 32 bits but found a larger one");
    assertThatThrownBy(() -> Codec.oneOf(TaskState.values()).read("secret"))
        .hasMessage(
            "expected one of PENDING, STARTED, RETRY, SUCCESS, FAILURE but found another text");
    assertThatThrownBy(() -> Codec.DOUBLE.write(Double.NaN)).isInstanceOf(CodecException.class);
  }

  private static <T> void assertRoundTrip(Codec<T> codec, T value, String json) {
    assertThat(Json.write(codec.write(value))).isEqualTo(json);
    assertThat(codec.read(Json.parse(json))).isEqualTo(value);
  }
}
