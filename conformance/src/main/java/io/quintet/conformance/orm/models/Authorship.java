package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an author did for a book. */
@Model(app = "library", table = "library_authorship", ordering = "position")
@UniqueTogether({"book", "author", "role"})
public class Authorship extends Entity {
  public static final Manager<Authorship> objects = Manager.of(Authorship.class);

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "authorships")
  public final One<Book> book = one();

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "authorships")
  public final One<Author> author = one();

  public Role role = Role.WRITER;

  @Check("position >= 0")
  @Min(0)
  public short position = 1;

  @Digits(integer = 1, fraction = 4)
  public @Nullable BigDecimal royalty;
}
