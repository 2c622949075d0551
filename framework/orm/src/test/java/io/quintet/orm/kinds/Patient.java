package io.quintet.orm.kinds;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Default;
import io.quintet.orm.annotation.Encrypted;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Text;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone about whom not everybody may read, and whose number the database gives out. */
@Model
public class Patient extends Entity {
  public static final Manager<Patient> objects = Manager.of(Patient.class);

  @Size(max = 40)
  public String name = "";

  @Encrypted
  @Size(max = 12)
  public String insurance = "";

  @Encrypted @Text public @Nullable String notes;

  @Default("7")
  public @Nullable Integer ward;

  @Default("CURRENT_TIMESTAMP")
  public @Nullable Instant arrived;

  public Patient() {}

  public Patient(String name) {
    this.name = name;
  }
}
