package institute.booking;

import static io.quintet.orm.annotation.OnDelete.PROTECT;
import static io.quintet.orm.annotation.OnDelete.SET_NULL;

import institute.courses.Course;
import io.quintet.auth.User;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Created;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Text;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A demo session that somebody asked for. */
@Model(ordering = "-created")
public class Booking extends Entity {
  /** When on the day. */
  public enum Slot {
    /** From nine to eleven. */
    @Label("Morning, 9 to 11")
    MORNING,
    /** From two to four. */
    @Label("Afternoon, 14 to 16")
    AFTERNOON,
    /** From six to eight. */
    @Label("Evening, 18 to 20")
    EVENING
  }

  /** How far it is. */
  public enum Status {
    /** Asked for. */
    @Label("Requested")
    REQUESTED,
    /** The institute agreed. */
    @Label("Confirmed")
    CONFIRMED,
    /** It took place. */
    @Label("Held")
    HELD,
    /** It will not take place. */
    @Label("Cancelled")
    CANCELLED
  }

  @NotBlank
  @Size(max = 100)
  public String name = "";

  @Email
  @Size(max = 254)
  @Label("e-mail")
  public String email = "";

  @NotBlank
  @Size(max = 30)
  public String phone = "";

  @ForeignKey(onDelete = PROTECT, relatedName = "bookings")
  public final One<Course> course = one();

  public LocalDate day = LocalDate.EPOCH;

  public Slot slot = Slot.MORNING;

  @Text public String goals = "";

  public Status status = Status.REQUESTED;

  /** The account with which it was booked, if there is one. */
  @ForeignKey(onDelete = SET_NULL, relatedName = "bookings")
  public final One<@Nullable User> user = one();

  @Created public Instant created = Instant.EPOCH;

  /** When the confirmation was sent. */
  @Blank public @Nullable Instant confirmationSent;

  public static final Manager<Booking> objects = Manager.of(Booking.class);

  @Override
  public String toString() {
    return name + ", " + day;
  }
}
