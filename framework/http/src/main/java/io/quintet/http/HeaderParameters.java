package io.quintet.http;

import io.quintet.http.internal.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header value with parameters, as in {@code Content-Type} and {@code Content-Disposition}:
 * {@code form-data; name="f"; filename*=UTF-8''na%C3%AFve.txt}. One pass over at most 10,000
 * characters; quoted strings, RFC 5987 and RFC 2231 continuations are understood.
 *
 * @param value the part before the first semicolon, in lower case
 * @param parameters the parameters by lower-case name; of a repeated one, the last
 * @param repeated the names that occurred more than once
 */
public record HeaderParameters(
    String value, Map<String, String> parameters, List<String> repeated) {
  private static final int LONGEST = 10_000;
  private static final int MOST_CONTINUATIONS = 100;

  /** Copies the parts. */
  public HeaderParameters {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    repeated = List.copyOf(repeated);
  }

  /** A parameter by its lower-case name. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * Reads a header value.
   *
   * @throws BadRequest if it is too long or names a character encoding that does not exist
   */
  public static HeaderParameters parse(String line) {
    if (line.length() > LONGEST) {
      throw new BadRequest(
          "A header value of "
              + line.length()
              + " characters is too long; at most 10,000 are read.");
    }
    List<String> parts = split(line);
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, String> extended = new LinkedHashMap<>();
    List<String> repeated = new ArrayList<>();
    for (String part : parts.subList(1, parts.size())) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name =
          (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
      String value = equals < 0 ? "" : unquote(part.substring(equals + 1).strip());
      if (name.endsWith("*") && !name.contains("*0") && count(name) == 1) {
        extended.put(name.substring(0, name.length() - 1), decodeExtended(value));
      } else if (plain.put(name, value) != null) {
        repeated.add(name);
      }
    }
    joinContinuations(plain);
    plain.putAll(extended);
    return new HeaderParameters(parts.getFirst().toLowerCase(Locale.ROOT), plain, repeated);
  }

  private static long count(String name) {
    return name.chars().filter(c -> c == '*').count();
  }

  private static List<String> split(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\' && i + 1 < line.length()) {
        part.append(c).append(line.charAt(++i));
        continue;
      }
      if (c == '"') {
        quoted = !quoted;
      }
      if (c == ';' && !quoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  /**
   * A back-slash escapes a quote or itself only: browsers that send a whole Windows path as the
   * file name do not escape its separators.
   */
  private static String unquote(String value) {
    if (value.length() < 2 || value.charAt(0) != '"' || value.charAt(value.length() - 1) != '"') {
      return value;
    }
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 1; i < value.length() - 1; i++) {
      char c = value.charAt(i);
      if (c == '\\'
          && i + 1 < value.length() - 1
          && (value.charAt(i + 1) == '"' || value.charAt(i + 1) == '\\')) {
        c = value.charAt(++i);
      }
      out.append(c);
    }
    return out.toString();
  }

  private static String decodeExtended(String value) {
    int first = value.indexOf('\'');
    int second = first < 0 ? -1 : value.indexOf('\'', first + 1);
    if (second < 0) {
      return value;
    }
    Charset charset = charset(value.substring(0, first));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String text = value.substring(second + 1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high =
          i + 2 < text.length() + 0 && c == '%' ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(charset));
      }
    }
    return bytes.toString(charset);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new BadRequest("Invalid encoding " + Text.quote(name) + " in a header parameter.");
    }
  }

  private static void joinContinuations(Map<String, String> parameters) {
    for (String name : List.copyOf(parameters.keySet())) {
      boolean encoded = name.endsWith("*0*");
      if (!encoded && !name.endsWith("*0")) {
        continue;
      }
      String base = name.substring(0, name.length() - (encoded ? 3 : 2));
      StringBuilder joined = new StringBuilder();
      for (int i = 0; i < MOST_CONTINUATIONS; i++) {
        String piece = parameters.remove(base + "*" + i + (encoded ? "*" : ""));
        if (piece == null) {
          break;
        }
        joined.append(piece);
      }
      parameters.put(base, encoded ? decodeExtended(joined.toString()) : joined.toString());
    }
  }
}
