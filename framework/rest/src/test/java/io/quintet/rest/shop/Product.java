package io.quintet.rest.shop;

import static io.quintet.orm.annotation.OnDelete.PROTECT;
import static io.quintet.orm.annotation.OnDelete.SET_NULL;

import io.quintet.auth.User;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.Unique;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to buy. */
@Model(ordering = "id")
@UniqueTogether({"category", "title"})
public class Product extends Entity {
  @Unique
  @Size(max = 12)
  public String sku = "";

  @Size(max = 60)
  public String title = "";

  @Text @Blank public String body = "";

  @Digits(integer = 6, fraction = 2)
  @Min(0)
  public @Nullable BigDecimal price;

  @Max(100)
  public int stock = 0;

  public Status status = Status.DRAFT;
  public @Nullable Instant released;

  @ForeignKey(onDelete = PROTECT, relatedName = "products")
  public final One<Category> category = one();

  @ForeignKey(onDelete = SET_NULL, relatedName = "products")
  public final One<@Nullable User> maker = one();

  @ManyToMany(relatedName = "products", blank = true)
  public final Many<Tag> tags = many();

  public static final Manager<Product> objects = Manager.of(Product.class);

  /** How it is called in a list. */
  public String display() {
    return sku + " " + title;
  }

  @Override
  public String toString() {
    return title;
  }
}
