package io.quintet.views.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Something said, whose time is known as a day, as a local time and as a moment. */
@Model
public class Talk extends Entity {
  public static final Manager<Talk> objects = Manager.of(Talk.class);

  @Slug public String slug = "";
  public LocalDate day = LocalDate.EPOCH;
  public LocalDateTime local = LocalDateTime.MIN;
  public Instant moment = Instant.EPOCH;

  @Override
  public String toString() {
    return slug;
  }
}
