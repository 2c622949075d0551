package io.quintet.core.format;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Short names of zones as the time zone database has them: letters where people use them, else the
 * difference from UTC ({@code +04}, {@code +0530}). The JDK has names of its own for the latter.
 */
final class ZoneNames {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  private static final Set<String> IN_USE =
      Set.of(
          ("UTC GMT BST IST IDT WET WEST CET CEST EET EEST MSK MSD SAST CAT EAT WAT PKT WIB WITA WIT HKT JST KST"
                  + " AWST AWDT ACST ACDT AEST AEDT NZST NZDT ChST SST HST HDT AKST AKDT PST PDT MST MDT CST CDT"
                  + " EST EDT AST ADT NST NDT")
              .split(" "));

  private ZoneNames() {}

  static String of(ZonedDateTime time, ZoneId zone) {
    if (zone instanceof ZoneOffset offset) {
      return offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset.getId();
    }
    List<ZoneOffsetTransition> transitions = zone.getRules().getTransitions();
    if (!transitions.isEmpty() && time.toInstant().isBefore(transitions.getFirst().getInstant())) {
      return "LMT";
    }
    String name =
        switch (NAME.format(time)) {
          case "HAST" -> "HST";
          case "HADT" -> "HDT";
          case String other -> other;
        };
    return IN_USE.contains(name) ? name : difference(time.getOffset());
  }

  private static String difference(ZoneOffset offset) {
    int seconds = Math.abs(offset.getTotalSeconds());
    String minutes = seconds / 60 % 60 == 0 ? "" : "%02d".formatted(seconds / 60 % 60);
    return (offset.getTotalSeconds() < 0 ? "-" : "+") + "%02d".formatted(seconds / 3600) + minutes;
  }
}
