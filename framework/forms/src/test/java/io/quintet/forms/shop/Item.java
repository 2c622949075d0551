package io.quintet.forms.shop;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.ValidationErrors;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Help;
import io.quintet.orm.annotation.Image;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.ReadOnly;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.Unique;
import io.quintet.orm.annotation.UniqueTogether;
import io.quintet.storage.StoredFile;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something for sale. */
@Model(ordering = "title")
@UniqueTogether({"maker", "title"})
public class Item extends Entity {
  /** How it can be had. */
  public enum Stock {
    IN_STOCK,
    SOLD_OUT
  }

  public static final Manager<Item> objects = Manager.of(Item.class);

  @Size(max = 60)
  public String title = "";

  @Slug
  @Unique
  @Help("The end of its address.")
  public String slug = "";

  @Text @Blank public String body = "";

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "items")
  public final One<Maker> maker = one();

  @ManyToMany(relatedName = "items", blank = true)
  public final Many<Label> labels = many();

  public Stock stock = Stock.IN_STOCK;

  @Min(1)
  public int pieces = 1;

  @Digits(integer = 4, fraction = 2)
  public @Nullable BigDecimal price;

  public @Nullable LocalDate since;

  public boolean featured;

  @Image(uploadTo = "items/%Y")
  public @Nullable StoredFile picture;

  @ReadOnly public long views;

  @Override
  protected void clean(ValidationErrors errors) {
    if (stock == Stock.SOLD_OUT && featured) {
      errors.add("featured", "invalid", "What is sold out cannot be featured.");
    }
  }

  @Override
  public String toString() {
    return title;
  }
}
