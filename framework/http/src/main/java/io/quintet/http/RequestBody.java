package io.quintet.http;

import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import io.quintet.core.xml.Xml;
import io.quintet.core.xml.XmlElement;
import io.quintet.core.xml.XmlException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The body of one request: a stream that is read once, or kept once it was read as a whole. */
final class RequestBody {
  private static final int BUFFER = 8_192;

  private final Supplier<InputStream> source;
  private final long declaredLength;
  private final Limits limits;
  private byte @Nullable [] kept;
  private boolean opened;

  RequestBody(Supplier<InputStream> source, long declaredLength, Limits limits) {
    this.source = source;
    this.declaredLength = declaredLength;
    this.limits = limits;
  }

  InputStream stream() {
    if (kept != null) {
      return new ByteArrayInputStream(kept);
    }
    if (opened) {
      throw new IllegalStateException(
          "The body of this request was read already. Read it in one way only: body(), bytes(), post(), files() or json();"
              + " call bytes() first if it is needed twice");
    }
    opened = true;
    refuse(declaredLength, limits.body());
    return new LimitedInputStream(source.get(), limits.body());
  }

  byte[] bytes() {
    if (kept == null) {
      refuse(declaredLength, limits.form());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (InputStream in = stream()) {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          bytes.write(buffer, 0, read);
          refuse(bytes.size(), limits.form());
        }
      } catch (IOException e) {
        throw new BadRequest("The body of the request ended early or could not be read.");
      }
      kept = bytes.toByteArray();
    }
    return kept;
  }

  boolean isKept() {
    return kept != null;
  }

  @Nullable Object json() {
    try {
      return Json.parse(bytes());
    } catch (JsonException e) {
      throw new BadRequest("Malformed JSON: " + e.getMessage());
    }
  }

  XmlElement xml() {
    try {
      return Xml.parse(bytes());
    } catch (XmlException e) {
      throw new BadRequest("Malformed XML: " + e.getMessage());
    }
  }

  private static void refuse(long size, long limit) {
    if (size > limit) {
      throw new PayloadTooLarge("The body is larger than the " + limit + " bytes allowed here.");
    }
  }
}
