package io.quintet.admin.library;

import static io.quintet.orm.annotation.OnDelete.PROTECT;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** A book that somebody took home: it cannot be deleted meanwhile. */
@Model
public class Loan extends Entity {
  @ForeignKey(onDelete = PROTECT, relatedName = "loans")
  public final One<Book> book = one();

  @Size(max = 100)
  public String reader = "";

  public static final Manager<Loan> objects = Manager.of(Loan.class);

  @Override
  public String toString() {
    return "Loan to " + reader;
  }
}
