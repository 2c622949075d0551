package io.quintet.admin.library;

import static io.quintet.orm.annotation.OnDelete.CASCADE;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.Created;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Image;
import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import io.quintet.storage.StoredFile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A book of the library. */
@Model(ordering = "title")
@Check(value = "pages >= 1", message = "A book has at least one page.")
public class Book extends Entity {
  /** How it is bound. */
  public enum Binding {
    /** Hard. */
    @Label("Hard cover")
    HARD,
    /** Soft. */
    @Label("Paperback")
    SOFT
  }

  @NotBlank
  @Size(max = 120)
  public String title = "";

  @Slug @Unique public String slug = "";

  @ForeignKey(onDelete = CASCADE, relatedName = "books")
  public final One<Author> author = one();

  @Blank
  @ManyToMany(relatedName = "books")
  public final Many<Genre> genres = many();

  public Binding binding = Binding.HARD;

  public int pages = 1;

  public boolean reference;

  @Image(uploadTo = "covers")
  public @Nullable StoredFile cover;

  public @Nullable Instant published;

  @Created public Instant created = Instant.EPOCH;

  public static final Manager<Book> objects = Manager.of(Book.class);

  /** Where readers see it. */
  public String getAbsoluteUrl() {
    return "/books/" + slug + "/";
  }

  @Override
  public String toString() {
    return title;
  }
}
