package io.quintet.admin.library;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who wrote a book. */
@Model(ordering = "name")
public class Author extends Entity {
  @NotBlank
  @Size(max = 100)
  public String name = "";

  @Text @Blank public String notes = "";

  public @Nullable LocalDate born;

  public static final Manager<Author> objects = Manager.of(Author.class);

  @Override
  public String toString() {
    return name;
  }
}
