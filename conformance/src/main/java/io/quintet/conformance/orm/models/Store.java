package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.OneToOne;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A shop. */
@SuppressWarnings("NullAway.Init") // as in the cases, a new object has no value
@Model(app = "library", table = "library_store")
public class Store extends Entity {
  public static final Manager<Store> objects = Manager.of(Store.class);

  @Size(max = 80)
  @Unique
  public String name = "";

  @ForeignKey(onDelete = OnDelete.RESTRICT, relatedName = "stores")
  public final One<Country> country = one();

  @OneToOne(onDelete = OnDelete.SET_NULL, relatedName = "manages")
  public final One<@Nullable Author> manager = one();

  public LocalTime opens;

  public @Nullable LocalTime closes;

  public LocalDate opened;

  @ManyToMany(relatedName = "stores", through = Stock.class)
  public final Many<Book> books = many();
}
