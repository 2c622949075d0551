package io.quintet.conformance;

import io.quintet.http.Cookie;
import io.quintet.http.HttpDates;
import io.quintet.http.Request;
import io.quintet.http.SameSite;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cookies, set and read. */
final class CookieRunner extends OpRunner {
  CookieRunner() {
    op("set_cookie", CookieRunner::set);
    op("delete_cookie", CookieRunner::delete);
    op(
        "parse_cookie",
        input -> {
          if (input.get("cookie") == null) {
            return java.util.Map.of();
          }
          return Request.builder("GET", "/")
              .header("Cookie", input.text("cookie"))
              .build()
              .cookies();
        });
  }

  private static Object set(Input input) {
    String value = input.has("value") ? input.text("value") : "";
    if (value.chars().anyMatch(c -> c > 0xff)) {
      throw new Expected.Unsupported(
          "cannot apply to Java: a cookie beyond Latin-1, which is refused (encode it first)");
    }
    Instant now = input.settings().clock().instant();
    Cookie cookie = lasting(Cookie.of(input.text("key"), value), input, now);
    if (input.has("path")) {
      cookie = cookie.withPath((String) input.get("path"));
    }
    cookie =
        cookie
            .withDomain((String) input.get("domain"))
            .withSecure(input.flag("secure", false))
            .withHttpOnly(input.flag("httponly", false));
    if (input.get("samesite") instanceof String rule && !rule.isEmpty()) {
      cookie = cookie.withSameSite(SameSite.valueOf(rule.toUpperCase(Locale.ROOT)));
    }
    return header(input, cookie, now);
  }

  private static Cookie lasting(Cookie cookie, Input input, Instant now) {
    Object age = input.get("max_age");
    Object end = input.get("expires");
    if (end instanceof String text && age == null) {
      return cookie.withExpires(HttpDates.parse(text, now).orElseThrow());
    }
    // An instant is what a cookie of the whole seconds up to it lasts; both at once are refused.
    @Nullable Instant moment =
        switch (end) {
          case OffsetDateTime time -> time.toInstant();
          case ZonedDateTime time -> time.toInstant();
          case null, default -> null;
        };
    Cookie aged =
        switch (age) {
          case Duration duration -> cookie.withMaxAge(duration);
          case Number seconds -> cookie.withMaxAge(Duration.ofSeconds(seconds.longValue()));
          case null, default -> cookie;
        };
    if (moment == null) {
      return aged;
    }
    if (age != null) {
      throw new IllegalArgumentException("both an age and an end");
    }
    return cookie.withMaxAge(Duration.between(now, moment).plusSeconds(1));
  }

  private static Object delete(Input input) {
    Cookie cookie = Cookie.deleted(input.text("key")).withDomain((String) input.get("domain"));
    if (input.has("path")) {
      cookie = cookie.withPath((String) input.get("path"));
    }
    if (input.get("samesite") instanceof String rule) {
      cookie = cookie.withSameSite(SameSite.valueOf(rule.toUpperCase(Locale.ROOT)));
    }
    return header(input, cookie, input.settings().clock().instant());
  }

  /** Django writes the rule of the same site as it was given, we in the letters of the standard. */
  private static Object header(Input input, Cookie cookie, Instant now) {
    String header = cookie.header(now);
    return List.of(
        input.get("samesite") instanceof String rule && !rule.isEmpty()
            ? header.replaceFirst(
                "SameSite=" + rule.substring(0, 1).toUpperCase(Locale.ROOT) + "[a-z]+",
                "SameSite=" + rule)
            : header);
  }
}
