package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a shop owes for a shipment. */
@SuppressWarnings("NullAway.Init") // as in the cases, a new object has no value
@Model(app = "library", table = "library_invoice")
public class Invoice extends Entity {
  public static final Manager<Invoice> objects = Manager.of(Invoice.class);

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "invoices")
  public final One<Store> store = one();

  @ForeignKey(onDelete = OnDelete.RESTRICT, relatedName = "invoices")
  public final One<Shipment> shipment = one();

  @Digits(integer = 8, fraction = 2)
  public BigDecimal total;

  public boolean paid = false;

  public @Nullable LocalDate due;
}
