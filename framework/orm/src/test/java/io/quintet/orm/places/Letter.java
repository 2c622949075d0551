package io.quintet.orm.places;

import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** Something archived. */
@Model
public class Letter extends Archived {
  public static final Manager<Letter> objects = Manager.of(Letter.class);

  @Size(max = 40)
  public String subject = "";

  public Letter() {}

  public Letter(String subject) {
    this.subject = subject;
  }
}
