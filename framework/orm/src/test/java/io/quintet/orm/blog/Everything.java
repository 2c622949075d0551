package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.FileField;
import io.quintet.orm.annotation.Image;
import io.quintet.orm.annotation.Json;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Url;
import io.quintet.storage.StoredFile;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One column of each kind. */
@Model
public class Everything extends Entity {
  public static final Manager<Everything> objects = Manager.of(Everything.class);

  @Url public @Nullable String url;
  public short small;
  public @Nullable Integer whole;
  public long big;
  public double real;

  @Digits(integer = 8, fraction = 2)
  public @Nullable BigDecimal price;

  public boolean flag;
  public @Nullable LocalDate date;
  public @Nullable LocalTime time;
  public @Nullable LocalDateTime local;
  public @Nullable Instant moment;
  public @Nullable Duration span;
  public @Nullable UUID uuid;
  public @Nullable Status status;
  public @Nullable Map<String, Object> map;
  public @Nullable List<Object> list;
  @Json public @Nullable Object json;
  public byte @Nullable [] bytes;

  @FileField(uploadTo = "files/%Y")
  public @Nullable StoredFile file;

  @Image(uploadTo = "images")
  public @Nullable StoredFile image;
}
