package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.IpAddress;
import io.quintet.orm.annotation.Json;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.Unique;
import io.quintet.orm.annotation.Url;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A column of each kind. */
@Model(app = "library", table = "library_sample")
public class Sample extends Entity {
  public static final Manager<Sample> objects = Manager.of(Sample.class);

  @Size(max = 20)
  @Unique
  public String label = "";

  public @Nullable Integer f_int;

  public @Nullable Short f_small;

  public @Nullable Long f_big;

  @Check("f_pos >= 0")
  @Min(0)
  public @Nullable Integer f_pos;

  public @Nullable Double f_float;

  @Digits(integer = 8, fraction = 4)
  public @Nullable BigDecimal f_decimal;

  public @Nullable Boolean f_bool;

  @Size(max = 50)
  public @Nullable String f_char;

  @Text public @Nullable String f_text;

  @Slug public @Nullable String f_slug;

  @Email public @Nullable String f_email;

  @Url public @Nullable String f_url;

  public @Nullable UUID f_uuid;

  public @Nullable LocalDate f_date;

  public @Nullable Instant f_datetime;

  public @Nullable LocalTime f_time;

  public @Nullable Duration f_duration;

  @Json public @Nullable Object f_json;

  public byte @Nullable [] f_binary;

  @IpAddress public @Nullable String f_ip;
}
