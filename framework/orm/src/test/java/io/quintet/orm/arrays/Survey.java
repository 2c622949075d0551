package io.quintet.orm.arrays;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Array;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row with an array of each kind. */
@Model
public class Survey extends Entity {
  public static final Manager<Survey> objects = Manager.of(Survey.class);

  @Array
  @Size(max = 30)
  public List<String> tags = List.of();

  @Array public List<Integer> marks = List.of();

  @Array public @Nullable List<String> notes;

  @Array
  @Digits(integer = 6, fraction = 2)
  public List<BigDecimal> prices = List.of();

  @Array public List<Instant> moments = List.of();

  @Array public List<LocalDate> days = List.of();

  @Array public List<Boolean> answers = List.of();

  @Array public List<Double> shares = List.of();

  @Array public List<UUID> keys = List.of();

  public Survey() {}

  public Survey(List<String> tags, List<Integer> marks) {
    this.tags = tags;
    this.marks = marks;
  }
}
