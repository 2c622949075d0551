package io.quintet.rest.serializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.json.Json;
import io.quintet.rest.shop.Restock;
import io.quintet.rest.shop.Status;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A record that stands for itself: from JSON and to JSON, without a site. */
class SerializerTest {
  private static final String BODY =
      "{\"name\":\"Ann\",\"mail\":\"ann@example.org\",\"paid\":true,\"price\":\"2.50\","
          + "\"weight\":1.5,\"day\":\"2026-03-01\",\"time\":\"09:05:00.000250\","
          + "\"started_at\":\"2026-03-01T09:05:00Z\",\"length\":\"1 02:03:04\","
          + "\"code\":\"00112233-4455-6677-8899-aabbccddeeff\",\"status\":\"sale\","
          + "\"secret\":\"x\",\"marks\":[1,2],\"restock\":{\"quantity\":3,\"reason\":null},"
          + "\"more\":[{\"quantity\":4,\"reason\":\"sale\"}],\"extra\":{\"a\":[true,null]}}";

  private static final Serializer<?, Visit> VISITS = Serializers.of(Visit.class);

  @Test
  void recordIsReadAndWrittenAlike() {
    Visit visit = VISITS.parse(Json.parse(BODY));
    assertThat(visit.status()).isEqualTo(Status.ON_SALE);
    assertThat(visit.price()).isEqualTo(new BigDecimal("2.50"));
    assertThat(visit.startedAt()).isEqualTo(Instant.parse("2026-03-01T09:05:00Z"));
    assertThat(visit.length())
        .isEqualTo(Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4));
    assertThat(visit.restock()).isEqualTo(new Restock(3, null));
    assertThat(new String(VISITS.writeJson(visit), StandardCharsets.UTF_8))
        .isEqualTo(BODY.replace("\"secret\":\"x\",", ""));
    assertThat(new String(VISITS.writeJson(List.of(visit, visit)), StandardCharsets.UTF_8))
        .startsWith("[{\"name\":\"Ann\"")
        .endsWith("}]");
  }

  @Test
  void everyMistakeIsToldWhereItIs() {
    String wrong =
        "{\"name\":\"Annabel\",\"mail\":\"a@b\",\"paid\":\"perhaps\",\"price\":\"x\",\"weight\":[],"
            + "\"day\":\"2026-02-30\",\"time\":\"24:00\",\"started_at\":5,\"length\":\"x\","
            + "\"code\":\"1\",\"status\":null,\"secret\":true,\"marks\":[1,\"x\",null],"
            + "\"restock\":[],\"more\":[{},{\"quantity\":51}]}";
    assertThatThrownBy(() -> VISITS.parse(Json.parse(wrong)))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e ->
                assertThat(Json.write(e.errors()))
                    .isEqualTo(
                        "{\"name\":[\"Ensure this field has no more than 5 characters.\"],"
                            + "\"mail\":[\"Enter a valid email address.\"],"
                            + "\"paid\":[\"Must be a valid boolean.\"],"
                            + "\"price\":[\"A valid number is required.\"],"
                            + "\"weight\":[\"A valid number is required.\"],"
                            + "\"day\":[\"Date has wrong format. Use one of these formats instead:"
                            + " YYYY-MM-DD.\"],"
                            + "\"time\":[\"Time has wrong format. Use one of these formats instead:"
                            + " hh:mm[:ss[.uuuuuu]].\"],"
                            + "\"started_at\":[\"Datetime has wrong format. Use one of these formats"
                            + " instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].\"],"
                            + "\"length\":[\"Duration has wrong format. Use one of these formats"
                            + " instead: [DD] [HH:[MM:]]ss[.uuuuuu].\"],"
                            + "\"code\":[\"Must be a valid UUID.\"],"
                            + "\"status\":[\"This field may not be null.\"],"
                            + "\"secret\":[\"Not a valid string.\"],"
                            + "\"marks\":{\"1\":[\"A valid integer is required.\"],"
                            + "\"2\":[\"This field may not be null.\"]},"
                            + "\"restock\":{\"non_field_errors\":[\"Invalid data. Expected a"
                            + " dictionary, but got list.\"]},"
                            + "\"more\":{\"0\":{\"quantity\":[\"This field is required.\"]},"
                            + "\"1\":{\"quantity\":[\"Ensure this value is less than or equal to"
                            + " 50.\"]}}}"));
  }

  @Test
  void recordWithoutASerializerIsRefused() {
    assertThatThrownBy(() -> Serializers.of(SerializerTest.class))
        .hasMessageContaining("has no serializer. Annotate the record with @Serializes");
  }
}
