package io.quintet.conformance;

import io.quintet.core.MultiMap;
import io.quintet.http.Hosts;
import io.quintet.http.Redirects;
import io.quintet.http.routing.UrlPaths;
import io.quintet.templates.Tuple;
import io.quintet.templates.values.PythonText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hosts, redirects and the small encodings of addresses. */
final class HostRunner extends OpRunner {
  HostRunner() {
    op(
        "split_domain_port",
        input ->
            Hosts.parse(input.text("host"))
                .map(host -> Tuple.of(host.name(), host.port()))
                .orElse(Tuple.of("", "")));
    op(
        "validate_host",
        input -> Hosts.isAllowed(input.text("host"), texts(input.get("allowed_hosts"))));
    op("is_same_domain", input -> Hosts.matches(input.text("host"), input.text("pattern")));
    op(
        "url_has_allowed_host_and_scheme",
        input ->
            input.get("url") != null
                && Redirects.isSafe(
                    input.text("url"),
                    texts(input.get("allowed_hosts")),
                    input.flag("require_https", false)));
    op("escape_leading_slashes", input -> UrlPaths.escapeLeadingSlashes(input.text("url")));
    op("base36_to_int", HostRunner::base36);
    op("int_to_base36", HostRunner::toBase36);
    op(
        "urlsafe_base64_encode",
        input -> Base64.getUrlEncoder().withoutPadding().encodeToString((byte[]) input.get("s")));
    op("urlsafe_base64_decode", HostRunner::base64);
    op("urlencode", HostRunner::urlencode);
  }

  private static List<String> texts(@Nullable Object hosts) {
    return switch (hosts) {
      case null -> List.of();
      case Collection<?> several -> several.stream().map(String::valueOf).toList();
      default -> List.of(hosts.toString());
    };
  }

  /** Numbers in base 36 are Java's own. */
  private static long base36(Input input) {
    String text = (String) Objects.requireNonNull(input.get("s"));
    if (input.one().object("expected").get("output") instanceof Map<?, ?>) {
      throw new Expected.Unsupported("cannot apply to Java: a whole number beyond a long");
    }
    return Long.parseLong(text, 36);
  }

  private static String toBase36(Input input) {
    if (!(input.get("i") instanceof Long number) || number < 0) {
      throw new IllegalArgumentException("no whole number from 0 on: " + input.get("i"));
    }
    return Long.toString(number, 36);
  }

  private static Object base64(Input input) {
    String text =
        input.get("s") instanceof byte[] bytes
            ? new String(bytes, java.nio.charset.StandardCharsets.US_ASCII)
            : input.text("s");
    if (!text.matches("[A-Za-z0-9_-]*=*")) {
      throw new Expected.Unsupported(
          "cannot apply to Java: Base64 of the platform refuses characters outside its alphabet");
    }
    return Base64.getUrlDecoder().decode(text.replaceAll("=+$", ""));
  }

  private static Object urlencode(Input input) {
    boolean each = input.flag("doseq", false);
    if (!each && input.one().object("input").toString().contains("$type=range")) {
      throw new Expected.Unsupported("cannot apply to Java: the text of a Python range");
    }
    MultiMap.Builder fields = MultiMap.builder();
    switch (input.get("query")) {
      case MultiMap map when each -> map.forEach(fields::add);
      case MultiMap map -> map.asMap().forEach((name, list) -> add(fields, name, list, false));
      case Map<?, ?> map -> map.forEach((name, value) -> add(fields, name, value, each));
      case List<?> pairs ->
          pairs.forEach(
              pair -> add(fields, ((List<?>) pair).get(0), ((List<?>) pair).get(1), each));
      case null, default -> throw new ClassCastException("not a query: " + input.get("query"));
    }
    return fields.build().urlencode();
  }

  private static void add(
      MultiMap.Builder fields, @Nullable Object name, @Nullable Object value, boolean each) {
    Objects.requireNonNull(value, "a field has no value");
    if (each && value instanceof Collection<?> several) {
      List<?> values = new ArrayList<>(several);
      values.forEach(one -> add(fields, name, one, false));
    } else {
      fields.add(String.valueOf(name), PythonText.str(value));
    }
  }
}
