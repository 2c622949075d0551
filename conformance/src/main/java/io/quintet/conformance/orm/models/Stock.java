package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.UniqueTogether;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many copies of a book a shop has. */
@Model(app = "library", table = "library_stock")
@UniqueTogether(
    value = {"store", "book"},
    name = "uniq_stock_store_book")
public class Stock extends Entity {
  public static final Manager<Stock> objects = Manager.of(Stock.class);

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "stock")
  public final One<Store> store = one();

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "stock")
  public final One<Book> book = one();

  public int quantity = 0;

  public @Nullable Instant last_counted;
}
