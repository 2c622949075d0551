package io.quintet.templates.values;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates, times and durations as Python prints them. */
final class PythonTime {
  private PythonTime() {}

  static String iso(LocalDateTime time) {
    return time.toLocalDate() + " " + iso(time.toLocalTime());
  }

  static String iso(LocalTime time) {
    String text = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    int micros = time.getNano() / 1000;
    return micros == 0 ? text : text + ".%06d".formatted(micros);
  }

  static String offset(ZoneOffset offset) {
    int seconds = Math.abs(offset.getTotalSeconds());
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    String text = sign + "%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? text : text + ":%02d".formatted(seconds % 60);
  }

  static String zone(ZoneId zone) {
    if (zone instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset(offset);
    }
    return zone.getId();
  }

  static String repr(LocalDateTime time, @Nullable ZoneId zone) {
    StringBuilder out =
        new StringBuilder(
            "datetime.datetime(%d, %d, %d, %d, %d"
                .formatted(
                    time.getYear(),
                    time.getMonthValue(),
                    time.getDayOfMonth(),
                    time.getHour(),
                    time.getMinute()));
    seconds(out, time.toLocalTime());
    if (zone != null) {
      out.append(", tzinfo=").append(zoneRepr(zone));
    }
    return out.append(")").toString();
  }

  private static String zoneRepr(ZoneId zone) {
    if (zone instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0
          ? "datetime.timezone.utc"
          : "datetime.timezone(" + repr(Duration.ofSeconds(offset.getTotalSeconds())) + ")";
    }
    return "zoneinfo.ZoneInfo(key='" + zone.getId() + "')";
  }

  private static void seconds(StringBuilder out, LocalTime time) {
    int micros = time.getNano() / 1000;
    if (time.getSecond() != 0 || micros != 0) {
      out.append(", ").append(time.getSecond());
    }
    if (micros != 0) {
      out.append(", ").append(micros);
    }
  }

  static String repr(LocalTime time) {
    StringBuilder out =
        new StringBuilder("datetime.time(%d, %d".formatted(time.getHour(), time.getMinute()));
    seconds(out, time);
    return out.append(")").toString();
  }

  static String repr(Duration duration) {
    long days = Math.floorDiv(duration.getSeconds(), 86400L);
    long seconds = Math.floorMod(duration.getSeconds(), 86400L);
    int micros = duration.getNano() / 1000;
    StringBuilder out = new StringBuilder();
    if (days != 0) {
      out.append("days=").append(days);
    }
    if (seconds != 0) {
      out.append(out.isEmpty() ? "" : ", ").append("seconds=").append(seconds);
    }
    if (micros != 0) {
      out.append(out.isEmpty() ? "" : ", ").append("microseconds=").append(micros);
    }
    return "datetime.timedelta(" + (out.isEmpty() ? "0" : out) + ")";
  }

  static String duration(Duration duration) {
    long days = Math.floorDiv(duration.getSeconds(), 86400L);
    long seconds = Math.floorMod(duration.getSeconds(), 86400L);
    int micros = duration.getNano() / 1000;
    String text = "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    if (micros != 0) {
      text += ".%06d".formatted(micros);
    }
    return days == 0 ? text : days + " day" + (Math.abs(days) == 1 ? "" : "s") + ", " + text;
  }
}
