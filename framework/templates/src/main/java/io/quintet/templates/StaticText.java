package io.quintet.templates;

import java.nio.charset.StandardCharsets;

/** Text of a template that never changes, in both forms that it is written in. */
final class StaticText {
  private final String text;
  private final byte[] utf8;

  StaticText(String text) {
    this.text = text;
    this.utf8 = text.getBytes(StandardCharsets.UTF_8);
  }

  String text() {
    return text;
  }

  byte[] utf8() {
    return utf8;
  }
}
