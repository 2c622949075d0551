package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.Json;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.PrimaryKey;
import io.quintet.orm.annotation.ReadOnly;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A book, with a key that the program gives out. */
@SuppressWarnings("NullAway.Init") // as in the cases, a new object has no value
@Model(app = "library", table = "library_book")
@UniqueTogether(
    value = {"publisher", "title"},
    name = "uniq_book_publisher_title")
@UniqueTogether(
    value = {"slug"},
    where = "status = 'published'",
    name = "uniq_published_slug")
@Check(value = "price >= 0", name = "book_price_not_negative")
@Check(value = "discount IS NULL OR discount <= 100", name = "book_discount_max_100")
@Index(
    value = {"status", "-published"},
    name = "book_status_published_idx")
public class Book extends Entity {
  public static final Manager<Book> objects = Manager.of(Book.class);

  @PrimaryKey @ReadOnly public UUID id = UUID.randomUUID();

  @Size(max = 200)
  public String title = "";

  @Size(max = 200)
  public @Nullable String subtitle;

  @Slug
  @Size(max = 80)
  public String slug = "";

  @Size(max = 13)
  @Unique
  public @Nullable String isbn;

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "books")
  public final One<Publisher> publisher = one();

  @ForeignKey(onDelete = OnDelete.PROTECT, relatedName = "books")
  public final One<@Nullable Genre> genre = one();

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "sequels")
  public final One<@Nullable Book> sequel_of = one();

  @Check("pages >= 0")
  @Min(0)
  public Integer pages;

  @Digits(integer = 6, fraction = 2)
  public BigDecimal price;

  @Digits(integer = 3, fraction = 2)
  public @Nullable BigDecimal discount;

  public @Nullable Double weight;

  public long sold = 0;

  public boolean in_print = true;

  @Index public BookStatus status = BookStatus.DRAFT;

  public @Nullable LocalDate published;

  public Instant created = Instant.parse("2020-01-01T00:00:00Z");

  public @Nullable Instant updated;

  public @Nullable Duration reading_time;

  @Json @Blank public Object metadata = new LinkedHashMap<>();

  @ManyToMany(relatedName = "books", through = Authorship.class)
  public final Many<Author> authors = many();

  @ManyToMany(relatedName = "books", blank = true)
  public final Many<Tag> tags = many();

  @ManyToMany(symmetrical = true, relatedName = "+", blank = true)
  public final Many<Book> similar = many();
}
