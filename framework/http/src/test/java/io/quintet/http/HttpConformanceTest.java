package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.conformance.RecordedCases;
import io.quintet.http.conformance.RecordedCases.Case;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Django does with cookies, dates, Accept, dispositions, tags, hosts and redirects. */
class HttpConformanceTest {
  private static final Instant NOW = Instant.parse("2026-03-15T12:30:45Z");

  private static void each(String op, Set<String> known, Consumer<Case> check) {
    int run = 0;
    SoftAssertions all = new SoftAssertions();
    for (Case one : RecordedCases.of("http.json", op)) {
      if (known.stream().noneMatch(one.id()::contains)) {
        run++;
        all.assertThatCode(() -> check.accept(one))
            .as("%s %s %s", one.id(), one.input(), one.expected())
            .doesNotThrowAnyException();
      }
    }
    all.assertAll();
    assertThat(run).as(op).isPositive();
  }

  private static void each(String op, Consumer<Case> check) {
    each(op, Set.of(), check);
  }

  @Test
  void cookiesAreWrittenAsDjangoWritesThem() {
    each(
        "set_cookie",
        one -> {
          if (one.isError() || beyondLatin1(one) || one.input().get("expires") instanceof Map) {
            return; // Errors are types here; Django makes a max age of an end; characters beyond
            // Latin-1 are refused.
          }
          Cookie cookie =
              Cookie.of(one.text("key"), (String) one.input().getOrDefault("value", ""));
          if (one.input().get("max_age") instanceof Number age) {
            cookie = cookie.withMaxAge(Duration.ofSeconds(age.longValue()));
          } else if (one.input().get("expires") instanceof String end) {
            cookie = cookie.withExpires(HttpDates.parse(end, NOW).orElseThrow());
          }
          cookie =
              cookie
                  .withPath(one.input().containsKey("path") ? one.text("path") : "/")
                  .withDomain(one.text("domain"))
                  .withSecure(Boolean.TRUE.equals(one.input().get("secure")))
                  .withHttpOnly(Boolean.TRUE.equals(one.input().get("httponly")));
          if (one.text("samesite") != null) {
            cookie =
                cookie.withSameSite(
                    SameSite.valueOf(one.text("samesite").toUpperCase(Locale.ROOT)));
          }
          String expected = (String) ((List<?>) one.output()).getFirst();
          assertThat(cookie.header(NOW)).isEqualToIgnoringCase(expected);
        });
    each(
        "delete_cookie",
        one ->
            assertThat(Cookie.deleted(one.text("key")).withDomain(one.text("domain")).header(NOW))
                .isEqualTo(((List<?>) one.output()).getFirst()));
    each(
        "parse_cookie",
        one -> assertThat(CookieHeader.parse(one.text("cookie"))).isEqualTo(one.output()));
  }

  private static boolean beyondLatin1(Case one) {
    return one.input().get("value") instanceof String value
        && value.chars().anyMatch(c -> c > 0xff);
  }

  @Test
  void datesAreReadAndWritten() {
    each(
        "http_date",
        one -> {
          Number seconds = (Number) one.input().get("epoch_seconds");
          assertThat(HttpDates.format(Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000))))
              .isEqualTo(one.output());
        });
    Consumer<Case> parse =
        one -> {
          @Nullable Long expected =
              one.isError() || one.output() == null ? null : ((Number) one.output()).longValue();
          assertThat(
                  HttpDates.parse(one.text("date"), NOW).map(Instant::getEpochSecond).orElse(null))
              .isEqualTo(expected);
        };
    each("parse_http_date", parse);
    each("parse_http_date_safe", parse);
  }

  @Test
  void acceptHeadersAreWeighed() {
    each(
        "accepts",
        one ->
            assertThat(Accept.parse(one.text("accept")).accepts(one.text("media_type")))
                .isEqualTo(one.output()));
    each(
        "get_preferred_type",
        one -> {
          String[] offered = ((List<?>) one.input().get("media_types")).toArray(String[]::new);
          assertThat(Accept.parse(one.text("accept")).preferred(offered).orElse(null))
              .isEqualTo(one.output());
        });
  }

  @Test
  void dispositionsTagsAndParametersHoldAnyText() {
    each(
        "content_disposition_header",
        one -> {
          String name = one.text("filename");
          boolean attachment = (Boolean) one.input().get("as_attachment");
          String written =
              attachment
                  ? ContentDisposition.attachment(name)
                  : ContentDisposition.inline(name == null ? "" : name);
          assertThat(written).isEqualTo(one.output() == null ? "inline" : one.output());
        });
    each(
        "quote_etag", one -> assertThat(ETags.quote(one.text("etag_str"))).isEqualTo(one.output()));
    // A comma inside a tag is allowed by RFC 9110 and read here; Django gives up on it.
    each(
        "parse_etags",
        Set.of("144b868e41f4"),
        one -> assertThat(ETags.parse(one.text("etag_str"))).isEqualTo(one.output()));
    each(
        "parse_header_parameters",
        one -> {
          if (!one.isError()) {
            List<?> expected = RecordedCases.list(one.output());
            HeaderParameters parsed = HeaderParameters.parse(one.text("line"));
            assertThat(parsed.value()).isEqualTo(expected.get(0));
            assertThat(parsed.parameters()).isEqualTo(expected.get(1));
          }
        });
  }

  @Test
  void hostsAndRedirectsAreJudged() {
    each(
        "split_domain_port",
        one -> {
          List<Object> found =
              Hosts.parse(one.text("host"))
                  .<List<Object>>map(host -> List.of(host.name(), host.port()))
                  .orElse(List.of("", ""));
          assertThat(found).isEqualTo(RecordedCases.list(one.output()));
        });
    each(
        "validate_host",
        one -> {
          List<String> allowed =
              RecordedCases.list(one.input().get("allowed_hosts")).stream()
                  .map(String::valueOf)
                  .toList();
          assertThat(Hosts.isAllowed(one.text("host"), allowed)).isEqualTo(one.output());
        });
    each(
        "is_same_domain",
        one ->
            assertThat(Hosts.matches(one.text("host"), one.text("pattern")))
                .isEqualTo(one.output()));
    each(
        "url_has_allowed_host_and_scheme",
        one -> {
          Object hosts = one.input().get("allowed_hosts");
          Set<String> allowed = new LinkedHashSet<>();
          if (hosts instanceof String host) {
            allowed.add(host);
          } else if (hosts != null) {
            RecordedCases.list(hosts).forEach(host -> allowed.add((String) host));
          }
          boolean https = Boolean.TRUE.equals(one.input().get("require_https"));
          assertThat(one.text("url") != null && Redirects.isSafe(one.text("url"), allowed, https))
              .isEqualTo(one.output());
        });
  }
}
