package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parcel for a shop. */
@SuppressWarnings("NullAway.Init") // as in the cases, a new object has no value
@Model(app = "library", table = "library_shipment")
public class Shipment extends Entity {
  public static final Manager<Shipment> objects = Manager.of(Shipment.class);

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "shipments")
  public final One<Store> store = one();

  @Size(max = 12)
  @Unique
  public String number = "";

  public Instant sent;

  public @Nullable Duration duration;
}
