package io.quintet.templates.library;

import io.quintet.core.i18n.TimeZones;
import io.quintet.templates.Body;
import io.quintet.templates.Context;
import io.quintet.templates.Expression;
import io.quintet.templates.Filter;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateRenderError;
import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.ShownTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {% load tz %}}: time zones. */
final class ZoneTags {
  private ZoneTags() {}

  static Library library() {
    return Library.builder()
        .filter(
            Filter.named("localtime")
                .does(call -> shown(call.value(), call.context().engine().zone(), call.context())))
        .filter(
            Filter.named("utc").does(call -> shown(call.value(), ZoneOffset.UTC, call.context())))
        .filter(
            Filter.named("timezone")
                .argument(true)
                .does(call -> shown(call.value(), zone(call.argument()), call.context())))
        .tag("localtime", ZoneTags::localTime)
        .tag("timezone", ZoneTags::timeZone)
        .tag("get_current_timezone", ZoneTags::current)
        .build();
  }

  private static Object shown(@Nullable Object value, @Nullable ZoneId zone, Context context) {
    if (zone == null) {
      return "";
    }
    ZonedDateTime time =
        switch (value) {
          case ShownTime shown -> shown.time();
          case ZonedDateTime aware -> aware;
          case OffsetDateTime aware -> aware.toZonedDateTime();
          case Instant instant -> instant.atZone(ZoneOffset.UTC);
          case LocalDateTime naive -> naive.atZone(context.engine().defaultZone());
          case null, default -> null;
        };
    return time == null ? "" : new ShownTime(time.withZoneSameInstant(zone));
  }

  private static @Nullable ZoneId zone(@Nullable Object value) {
    if (value instanceof ZoneId zone) {
      return zone;
    }
    try {
      return value instanceof CharSequence name ? ZoneId.of(name.toString()) : null;
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  private static TagRenderer localTime(TagSource tag) {
    boolean on = FormatTags.onOrOff(tag);
    Body body = tag.body("endlocaltime");
    return (context, output) -> {
      Boolean before = context.localTimes();
      context.localTimes(on);
      try {
        body.render(context, output);
      } finally {
        context.localTimes(before);
      }
    };
  }

  private static TagRenderer timeZone(TagSource tag) {
    if (tag.arguments().size() != 1) {
      throw tag.error("'" + tag.name() + "' takes one argument (timezone)");
    }
    Expression expression = tag.expression(tag.arguments().getFirst());
    Body body = tag.body("endtimezone");
    return (context, output) -> {
      Object value = expression.resolve(context);
      ZoneId zone = value == null ? context.engine().defaultZone() : zone(value);
      if (zone == null) {
        throw new TemplateRenderError(
            "'" + context.text(value) + "' is no time zone: write a name such as 'Europe/Berlin'.");
      }
      TimeZones.run(zone, () -> body.render(context, output));
    };
  }

  private static TagRenderer current(TagSource tag) {
    String target = target(tag);
    return (context, output) -> context.set(target, PythonText.str(context.engine().zone()));
  }

  /** The variable after {@code as}, which is all that the tag takes. */
  static String target(TagSource tag) {
    List<String> bits = List.of(tag.contents().strip().split("\\s+"));
    if (bits.size() != 3 || !bits.get(1).equals("as")) {
      throw tag.error(
          "'" + tag.name() + "' requires 'as variable' (got " + PythonText.repr(bits) + ")");
    }
    return bits.get(2);
  }
}
