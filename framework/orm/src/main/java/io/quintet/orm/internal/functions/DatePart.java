package io.quintet.orm.internal.functions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of dates and times. */
public enum DatePart {
  /** The year. */
  YEAR(true, false, true),
  /** The year to which the ISO week belongs. */
  ISO_YEAR(true, false, false),
  /** The quarter, 1 to 4. */
  QUARTER(true, false, true),
  /** The month, 1 to 12. */
  MONTH(true, false, true),
  /** The ISO week, 1 to 53. */
  WEEK(true, false, true),
  /** The day of the month. */
  DAY(true, false, true),
  /** The day of the week, 1 (Sunday) to 7. */
  WEEK_DAY(true, false, false),
  /** The day of the week, 1 (Monday) to 7. */
  ISO_WEEK_DAY(true, false, false),
  /** The hour. */
  HOUR(false, true, true),
  /** The minute. */
  MINUTE(false, true, true),
  /** The second, whole. */
  SECOND(false, true, true);

  private final boolean ofDate;
  private final boolean ofTime;
  private final boolean truncates;

  DatePart(boolean ofDate, boolean ofTime, boolean truncates) {
    this.ofDate = ofDate;
    this.ofTime = ofTime;
    this.truncates = truncates;
  }

  /** Whether a date has it. */
  public boolean isOfDate() {
    return ofDate;
  }

  /** Whether a time has it. */
  public boolean isOfTime() {
    return ofTime;
  }

  /** Whether values can be cut to it. */
  public boolean truncates() {
    return truncates;
  }

  /** The part with a name such as {@code week_day}. */
  public static Optional<DatePart> named(String name) {
    return Arrays.stream(values()).filter(p -> p.text().equals(name)).findFirst();
  }

  /** Its name in look-ups. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
