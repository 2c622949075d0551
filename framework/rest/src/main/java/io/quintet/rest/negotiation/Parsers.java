package io.quintet.rest.negotiation;

import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import io.quintet.http.HttpError;
import io.quintet.http.Request;
import io.quintet.rest.ApiErrors;
import io.quintet.rest.serializers.FormInput;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The usual formats of bodies. */
public final class Parsers {
  /** JSON. */
  public static final Parser JSON = parser("application/json", Parsers::json);

  /** XML, as {@link XmlRenderer} writes it; without document types and entities. */
  public static final Parser XML =
      parser("application/xml", request -> XmlReader.read(request.bytes()));

  /** A form. */
  public static final Parser FORM = parser("application/x-www-form-urlencoded", Parsers::form);

  /** A form with files. */
  public static final Parser MULTIPART = parser("multipart/form-data", Parsers::form);

  private Parsers() {}

  /** All of these. */
  public static List<Parser> all() {
    return List.of(JSON, FORM, MULTIPART, XML);
  }

  private static @Nullable Object json(Request request) {
    byte[] body = request.bytes();
    try {
      return Json.parse(body);
    } catch (JsonException e) {
      throw ApiErrors.parseError("JSON parse error - " + e.getMessage());
    }
  }

  private static Object form(Request request) {
    try {
      return new FormInput(request.post(), request.files());
    } catch (HttpError e) {
      throw e.status() == 400 ? ApiErrors.parseError("Form parse error - " + e.detail()) : e;
    }
  }

  private static Parser parser(String mediaType, Function<Request, @Nullable Object> reader) {
    return new Parser() {
      @Override
      public String mediaType() {
        return mediaType;
      }

      @Override
      public @Nullable Object parse(Request request) {
        return reader.apply(request);
      }
    };
  }
}
