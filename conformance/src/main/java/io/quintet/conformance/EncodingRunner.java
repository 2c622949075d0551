package io.quintet.conformance;

import io.quintet.core.text.UriText;
import org.jspecify.annotations.Nullable;

/** Percent-encoding of URLs. */
final class EncodingRunner extends OpRunner {
  /** A text to a text. */
  private interface Change {
    String apply(String text);
  }

  EncodingRunner() {
    op("iri_to_uri", input -> changed(input.get("iri"), UriText::fromIri));
    op("uri_to_iri", input -> changed(input.get("uri"), UriText::toIri));
    op("escape_uri_path", input -> changed(input.get("path"), UriText::escapePath));
    op("filepath_to_uri", input -> changed(input.get("path"), UriText::fromFilePath));
    op("repercent_broken_unicode", EncodingRunner::repercent);
  }

  private static @Nullable Object changed(@Nullable Object value, Change change) {
    return value == null ? null : change.apply(value.toString());
  }

  private static Object repercent(Input input) {
    byte[] bytes = input.get("path") instanceof byte[] given ? given : new byte[0];
    return UriText.repercent(bytes).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
