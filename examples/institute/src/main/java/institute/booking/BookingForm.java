package institute.booking;

import institute.courses.Course;
import io.quintet.core.SiteContext;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.fields.Choices;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

// snippet: form
/** The form for a free demo session; every field is mandatory. */
public final class BookingForm extends Form {
  private static final int DAYS_AHEAD = 90;

  public final Field<String> name =
      text("name").maxLength(100).label("Your name").attr("autocomplete", "name");

  public final Field<String> email =
      email("email").label("E-mail").attr("autocomplete", "email").live();

  public final Field<String> phone =
      text("phone", Pattern.compile("[+0-9 ()/-]{5,30}"))
          .message("invalid", "Enter a phone number: digits, spaces and + ( ) / - only.")
          .label("Phone")
          .attr("autocomplete", "tel")
          .live();

  public final Field<Course> course =
      choice("course", Choices.of(Course.objects.all().list(), c -> c.slug, c -> c.title))
          .label("Course");

  public final Field<LocalDate> day = date("day").label("Day");

  public final Field<Booking.Slot> slot = choice("slot", Booking.Slot.class).label("Time of day");

  public final Field<String> goals =
      textarea("goals")
          .maxLength(1000)
          .label("What would you like to learn?")
          .help("Two or three sentences help us to prepare.");

  @Override
  protected void clean() {
    if (!day.isValid()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(SiteContext.current().clock().instant(), ZoneOffset.UTC);
    DayOfWeek weekday = day.value().getDayOfWeek();
    if (!day.value().isAfter(today)) {
      addError(day, "Choose a day from tomorrow on.");
    } else if (day.value().isAfter(today.plusDays(DAYS_AHEAD))) {
      addError(day, "Choose a day within the next " + DAYS_AHEAD + " days.");
    } else if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
      addError(day, "We are closed at week-ends. Choose a day from Monday to Friday.");
    }
  }
}
// end snippet
