package institute.booking;

import static institute.booking.QBooking.booking;

import io.quintet.core.SiteContext;
import io.quintet.mail.Mail;
import io.quintet.tasks.Retry;
import io.quintet.tasks.Task;
import io.quintet.views.Templates;
import java.util.Map;
import java.util.Optional;

// snippet: task
/** What happens after a booking, outside of the visitor's request. */
public final class BookingTasks {
  /** Sends the confirmation; tried again when the mail server is away. */
  public static final Task<Long> CONFIRM =
      Task.named("booking.confirm", BookingTasks::confirm)
          .queue("mail")
          .retry(Retry.exponential(5));

  private BookingTasks() {}

  static void confirm(long bookingId) {
    Optional<Booking> found =
        Booking.objects.filter(booking.id.eq(bookingId)).selectRelated(booking.course()).first();
    if (found.isEmpty() || found.get().confirmationSent != null) {
      return; // deleted meanwhile, or sent by an earlier run that was broken off
    }
    Booking made = found.get();
    Map<String, Object> values = Map.of("booking", made);
    Mail.builder()
        .to(made.email)
        .subject("Your demo session on " + made.day)
        .text(Templates.render("booking/mail/confirmation.txt", values))
        .html(Templates.render("booking/mail/confirmation.html", values))
        .build()
        .send();
    made.confirmationSent = SiteContext.current().clock().instant();
    made.save();
  }
}
// end snippet
