package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who writes. */
@Model(app = "library", table = "library_author")
@Check(value = "died IS NULL OR born IS NULL OR died >= born", name = "author_died_after_born")
@Index(
    value = {"name", "born"},
    name = "author_name_born_idx")
public class Author extends Entity {
  public static final Manager<Author> objects = Manager.of(Author.class);

  @Size(max = 100)
  public String name = "";

  @Slug @Unique public String slug = "";

  @Email @Unique public @Nullable String email;

  public @Nullable LocalDate born;

  public @Nullable LocalDate died;

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "authors")
  public final One<@Nullable Country> country = one();

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "house_authors")
  public final One<@Nullable Publisher> publisher = one();

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "mentees")
  public final One<@Nullable Author> mentor = one();

  public @Nullable Double rating;

  @Text @Blank public String bio = "";

  public Instant joined = Instant.parse("2020-01-01T00:00:00Z");

  public boolean active = true;
}
