package io.quintet.http.uploads;

import io.quintet.core.text.Html;
import io.quintet.http.BadRequest;
import io.quintet.http.HeaderParameters;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a part of a form says about itself.
 *
 * @param field the name of the field; empty if it has none
 * @param fileName the name of the file as sent, without folders and control characters; empty for a
 *     field
 * @param isFile whether the part is a file
 * @param contentType the content type as sent, or empty
 * @param base64 whether the content is encoded in base 64
 */
record PartHeaders(
    String field, String fileName, boolean isFile, String contentType, boolean base64) {
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_LINES = 16;

  static PartHeaders read(PartReader reader) throws IOException {
    Map<String, String> lines = lines(reader);
    HeaderParameters disposition =
        HeaderParameters.parse(lines.getOrDefault("content-disposition", ""));
    Optional<String> fileName = disposition.parameter("filename").filter(name -> !name.isEmpty());
    boolean form = disposition.value().equals("form-data");
    return new PartHeaders(
        form ? disposition.parameter("name").orElse("").strip() : "",
        fileName.map(PartHeaders::base).orElse(""),
        fileName.isPresent(),
        HeaderParameters.parse(lines.getOrDefault("content-type", "")).value(),
        lines.getOrDefault("content-transfer-encoding", "").strip().equalsIgnoreCase("base64"));
  }

  private static Map<String, String> lines(PartReader reader) throws IOException {
    Map<String, String> lines = new HashMap<>();
    String name = "";
    for (int count = 0; ; count++) {
      String line = reader.line(LONGEST_LINE);
      if (line.isEmpty()) {
        return lines;
      }
      if (count == MOST_LINES) {
        throw new BadRequest("A part of the form has more than " + MOST_LINES + " header lines.");
      }
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        String folded = lines.getOrDefault(name, "") + " " + line.strip();
        if (folded.length() > LONGEST_LINE) {
          throw new BadRequest("A folded header of a part of the form is too long.");
        }
        lines.put(name, folded);
        continue;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        lines.put(name, line.substring(colon + 1).strip());
      }
    }
  }

  /** Some browsers send characters that a header cannot hold as references. */
  private static String base(String sent) {
    String fileName = Html.unescape(sent);
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    StringBuilder out = new StringBuilder(name.length());
    name.chars()
        .filter(c -> c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0))
        .forEach(c -> out.append((char) c));
    String clean = out.toString().strip();
    return clean.equals(".") || clean.equals("..") ? "" : clean;
  }
}
