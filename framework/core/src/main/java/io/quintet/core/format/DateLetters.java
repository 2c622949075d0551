package io.quintet.core.format;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** What each format letter stands for. */
final class DateLetters {
  private static final String[] AP_MONTHS = {
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."
  };

  private DateLetters() {}

  static String value(Moment moment, char letter) {
    return switch (letter) {
      case 'a', 'A', 'f', 'g', 'G', 'h', 'H', 'i', 'P', 's', 'u' ->
          time(moment.timeOrMidnight(), letter);
      case 'e', 'I', 'O', 'T', 'Z' -> zone(moment, letter);
      case 'c', 'r', 'U' -> whole(moment, letter);
      default -> date(moment.requireDate(letter), letter);
    };
  }

  private static String time(LocalTime time, char letter) {
    int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (letter) {
      case 'a' -> time.getHour() > 11 ? "p.m." : "a.m.";
      case 'A' -> time.getHour() > 11 ? "PM" : "AM";
      case 'f' -> time.getMinute() == 0 ? "" + hour12 : hour12 + ":" + two(time.getMinute());
      case 'g' -> "" + hour12;
      case 'G' -> "" + time.getHour();
      case 'h' -> two(hour12);
      case 'H' -> two(time.getHour());
      case 'i' -> two(time.getMinute());
      case 's' -> two(time.getSecond());
      case 'u' -> padded(time.getNano() / 1000, 6);
      default -> clock(time);
    };
  }

  private static String clock(LocalTime time) {
    if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
      return time.getHour() == 0 ? "midnight" : "noon";
    }
    return time(time, 'f') + " " + time(time, 'a');
  }

  private static String zone(Moment moment, char letter) {
    ZoneId zone = moment.zone();
    ZoneOffset offset = moment.offset();
    if (zone == null || offset == null) {
      return "";
    }
    int seconds = offset.getTotalSeconds();
    ZonedDateTime instant = moment.instant(letter);
    return switch (letter) {
      case 'e' -> moment.aware() ? ZoneNames.of(instant, zone) : "";
      case 'T' -> ZoneNames.of(instant, zone);
      case 'I' -> zone.getRules().isDaylightSavings(instant.toInstant()) ? "1" : "0";
      case 'Z' -> "" + seconds;
      default ->
          (seconds < 0 ? "-" : "+")
              + two(Math.abs(seconds) / 3600)
              + two(Math.abs(seconds) / 60 % 60);
    };
  }

  /** Whole seconds; parts of one are cut off, before 1970 too. */
  private static long secondsSince1970(ZonedDateTime time) {
    long seconds = time.toEpochSecond();
    return seconds < 0 && time.getNano() > 0 ? seconds + 1 : seconds;
  }

  private static String whole(Moment moment, char letter) {
    return switch (letter) {
      case 'c' -> iso(moment, letter);
      case 'U' -> "" + secondsSince1970(moment.instant(letter));
      default -> {
        ZonedDateTime instant = moment.instant(letter);
        yield date(instant.toLocalDate(), 'D')
            + ", "
            + two(instant.getDayOfMonth())
            + " "
            + date(instant.toLocalDate(), 'M')
            + " "
            + padded(instant.getYear(), 4)
            + " "
            + two(instant.getHour())
            + ":"
            + two(instant.getMinute())
            + ":"
            + two(instant.getSecond())
            + " "
            + offset(instant.getOffset(), "");
      }
    };
  }

  private static String offset(ZoneOffset offset, String colon) {
    int seconds = Math.abs(offset.getTotalSeconds());
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    String minutes = sign + two(seconds / 3600) + colon + two(seconds / 60 % 60);
    return seconds % 60 == 0 ? minutes : minutes + colon + two(seconds % 60);
  }

  private static String iso(Moment moment, char letter) {
    StringBuilder out = new StringBuilder();
    if (moment.date() != null) {
      out.append(padded(moment.date().getYear(), 4))
          .append('-')
          .append(two(moment.date().getMonthValue()))
          .append('-')
          .append(two(moment.date().getDayOfMonth()));
    }
    if (moment.time() != null) {
      LocalTime time = moment.time();
      out.append(moment.date() == null ? "" : "T")
          .append(two(time.getHour()))
          .append(':')
          .append(two(time.getMinute()))
          .append(':')
          .append(two(time.getSecond()));
      int micros = time.getNano() / 1000;
      out.append(micros == 0 ? "" : "." + padded(micros, 6));
    }
    ZoneOffset offset = moment.offset();
    if (moment.aware() && offset != null) {
      out.append(offset(offset, ":"));
    }
    return out.toString();
  }

  private static String date(LocalDate date, char letter) {
    return switch (letter) {
      case 'b' -> month(date, TextStyle.SHORT).toLowerCase(Locale.ROOT);
      case 'd' -> two(date.getDayOfMonth());
      case 'D' -> date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'E', 'F' -> month(date, TextStyle.FULL);
      case 'j' -> "" + date.getDayOfMonth();
      case 'l' -> date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'L' -> date.isLeapYear() ? "True" : "False";
      case 'm' -> two(date.getMonthValue());
      case 'M' -> month(date, TextStyle.SHORT);
      case 'n' -> "" + date.getMonthValue();
      case 'N' -> AP_MONTHS[date.getMonthValue() - 1];
      case 'o' -> "" + date.get(IsoFields.WEEK_BASED_YEAR);
      case 'S' -> suffix(date.getDayOfMonth());
      case 't' -> "" + date.lengthOfMonth();
      case 'w' -> "" + date.getDayOfWeek().getValue() % 7;
      case 'W' -> "" + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case 'y' -> two(date.getYear() % 100);
      case 'Y' -> padded(date.getYear(), 4);
      case 'z' -> "" + date.getDayOfYear();
      default -> throw new IllegalStateException("No format letter " + letter);
    };
  }

  private static String month(LocalDate date, TextStyle style) {
    String name = date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return style == TextStyle.SHORT ? name.substring(0, 3) : name;
  }

  private static String suffix(int day) {
    if (day >= 11 && day <= 13) {
      return "th";
    }
    return switch (day % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  private static String two(int number) {
    return padded(number, 2);
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
