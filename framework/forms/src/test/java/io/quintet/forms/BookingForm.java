package io.quintet.forms;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The form of the tests: a visitor books a session. */
final class BookingForm extends Form {
  enum Track {
    FULL_STACK,
    DATA
  }

  final Field<String> name = text("name").maxLength(20).label("Your name");
  final Field<String> email = email("email").help("We never share it.");
  final Field<LocalDate> day = date("day");
  final Field<Track> track = choice("track", Track.class);
  final Field<Integer> guests = integer("guests").min(0).max(5).optional();
  final Field<String> note = textarea("note").optional();

  @Override
  protected void clean() {
    if (day.isValid() && day.value().getDayOfWeek() == DayOfWeek.SUNDAY) {
      addError(day, "We are closed on Sundays.");
    }
    if (name.isValid() && email.isValid() && email.value().startsWith(name.value() + "@test")) {
      addError("Testers book elsewhere.");
    }
  }
}
