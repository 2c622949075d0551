package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Text;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What a reader thinks of a book. */
@SuppressWarnings("NullAway.Init") // as in the cases, a new object has no value
@Model(
    app = "library",
    table = "library_review",
    ordering = {"-created", "id"},
    latestBy = "created")
@Check(
    value = "stars >= 1 AND stars <= 5",
    name = "review_stars_1_to_5",
    message = "Stars must be between 1 and 5.",
    code = "stars_range")
public class Review extends Entity {
  public static final Manager<Review> objects = Manager.of(Review.class);

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "reviews")
  public final One<Book> book = one();

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "reviews_written")
  public final One<@Nullable Author> reviewer = one();

  public Short stars;

  @Size(max = 120)
  @Blank
  public String headline = "";

  @Text @Blank public String body = "";

  public @Nullable Boolean approved;

  public Instant created = Instant.parse("2020-01-01T00:00:00Z");

  public @Nullable LocalTime at_time;
}
