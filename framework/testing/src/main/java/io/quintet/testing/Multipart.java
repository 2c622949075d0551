package io.quintet.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files, as a browser sends it. */
final class Multipart {
  private static final String BOUNDARY = "----quintet-test-form";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void value(String name, String value) {
    write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=" + quoted(name));
    write("\r\n\r\n" + value + "\r\n");
  }

  void file(String name, String fileName, String contentType, byte[] content) {
    write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=" + quoted(name));
    write("; filename=" + quoted(fileName) + "\r\nContent-Type: " + contentType + "\r\n\r\n");
    out.writeBytes(content);
    write("\r\n");
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  /** The whole form, its end included. */
  byte[] bytes() {
    write("--" + BOUNDARY + "--\r\n");
    return out.toByteArray();
  }

  /** As the HTML standard has it: only line ends and quotation marks are replaced. */
  private static String quoted(String text) {
    return '"' + text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22") + '"';
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
