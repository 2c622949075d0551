package io.quintet.core.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON in and out of plain values: objects are maps in the order of the text, arrays are lists,
 * whole numbers are {@code Long} or {@code BigInteger}, other numbers {@code BigDecimal}.
 *
 * <p>Nesting is limited to 200 levels, a number to 1,000 digits whether they are written or come of
 * an exponent, so hostile text cannot exhaust the machine. Writing understands also temporals and
 * durations (ISO 8601), UUIDs, enums (by name), optionals, arrays of bytes are refused.
 */
public final class Json {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_DIGITS = 1000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_DIGITS)
                  .build())
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .build();

  private Json() {}

  /**
   * Reads one value.
   *
   * @throws JsonException naming line and column of the mistake
   */
  public static @Nullable Object parse(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return readAll(parser);
    } catch (JacksonException e) {
      throw wrong(e);
    }
  }

  /**
   * Reads one value from UTF-8.
   *
   * @throws JsonException naming line and column of the mistake
   */
  public static @Nullable Object parse(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      return readAll(parser);
    } catch (JacksonException e) {
      throw wrong(e);
    }
  }

  /** The value as compact JSON. */
  public static String write(@Nullable Object value) {
    var text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, value, 0);
    } catch (JacksonException e) {
      throw wrong(e);
    }
    return text.toString();
  }

  /** The value as compact JSON in UTF-8. */
  public static byte[] writeBytes(@Nullable Object value) {
    var bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(generator, value, 0);
    } catch (JacksonException e) {
      throw wrong(e);
    }
    return bytes.toByteArray();
  }

  /** Writes the value as compact JSON in UTF-8 and flushes, but does not close, the stream. */
  public static void write(OutputStream out, @Nullable Object value) throws IOException {
    out.write(writeBytes(value));
    out.flush();
  }

  /** The value as JSON for people: two spaces a level, one member a line. */
  public static String writePretty(@Nullable Object value) {
    var text = new StringWriter();
    var context =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        };
    try (JsonGenerator generator = FACTORY.createGenerator(context, text)) {
      write(generator, value, 0);
    } catch (JacksonException e) {
      throw wrong(e);
    }
    return text.toString();
  }

  private static @Nullable Object readAll(JsonParser parser) {
    if (parser.nextToken() == null) {
      throw new JsonException("The text is empty; expected a JSON value.", 1, 1, null);
    }
    @Nullable Object value = read(parser);
    if (parser.nextToken() != null) {
      TokenStreamLocation at = parser.currentTokenLocation();
      throw new JsonException(
          "Text after the end of the JSON value, at line %d, column %d."
              .formatted(at.getLineNr(), at.getColumnNr()),
          at.getLineNr(),
          at.getColumnNr(),
          null);
    }
    return value;
  }

  private static @Nullable Object read(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          map.put(name, read(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(read(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> {
        BigInteger number = parser.getBigIntegerValue();
        yield number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
      }
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> throw new JsonException("Unexpected token " + token + ".", 0, 0, null);
    };
  }

  /** A number that is short to write, such as 1e999999999, may not be long to print. */
  private static BigDecimal decimal(JsonParser parser) {
    BigDecimal number;
    try {
      number = parser.getDecimalValue();
    } catch (NumberFormatException beyondAllExponents) {
      throw tooLong(parser);
    }
    if (Math.abs((long) number.scale()) > MAX_DIGITS) {
      throw tooLong(parser);
    }
    return number;
  }

  private static JsonException tooLong(JsonParser parser) {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new JsonException(
        "Not valid JSON at line %d, column %d: a number of more than %,d digits"
            .formatted(at.getLineNr(), at.getColumnNr(), MAX_DIGITS),
        at.getLineNr(),
        at.getColumnNr(),
        null);
  }

  private static void write(JsonGenerator out, @Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new JsonException(
          "A value is nested more than " + MAX_DEPTH + " levels deep: does it contain itself?",
          0,
          0,
          null);
    }
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Boolean bool -> out.writeBoolean(bool);
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.writeName(String.valueOf(entry.getKey()));
          write(out, entry.getValue(), depth + 1);
        }
        out.writeEndObject();
      }
      case Iterable<?> list -> {
        out.writeStartArray();
        for (Object item : list) {
          write(out, item, depth + 1);
        }
        out.writeEndArray();
      }
      case Optional<?> optional -> write(out, optional.orElse(null), depth);
      case BigDecimal number -> out.writeNumber(number);
      case BigInteger number -> out.writeNumber(number);
      case Double number -> writeDouble(out, number);
      case Float number -> writeDouble(out, number.doubleValue());
      case Number number -> out.writeNumber(number.longValue());
      case Enum<?> constant -> out.writeString(constant.name());
      case TemporalAccessor temporal -> out.writeString(temporal.toString());
      case java.time.Duration duration -> out.writeString(duration.toString());
      case java.util.UUID uuid -> out.writeString(uuid.toString());
      case CharSequence text -> out.writeString(text.toString());
      case java.net.URI uri -> out.writeString(uri.toString());
      default ->
          throw new JsonException(
              "A value of the type "
                  + value.getClass().getName()
                  + " has no JSON form. Allowed: maps, lists, texts, numbers, booleans, dates and"
                  + " times, UUIDs, enums.",
              0,
              0,
              null);
    }
  }

  private static void writeDouble(JsonGenerator out, double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new JsonException("The number " + number + " has no JSON form.", 0, 0, null);
    }
    out.writeNumber(number);
  }

  private static JsonException wrong(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    int line = at == null ? 0 : at.getLineNr();
    int column = at == null ? 0 : at.getColumnNr();
    String place = line > 0 ? " at line %d, column %d".formatted(line, column) : "";
    return new JsonException(
        "Not valid JSON" + place + ": " + e.getOriginalMessage(), line, column, e);
  }

  /** The text in UTF-8; a convenience for callers that hold a text. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
